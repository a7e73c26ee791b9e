using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Checks that one Amministratore remains. Without any, nobody could give a role again.</summary>
internal static class UltimoAmministratore
{
    /// <summary>
    /// Says whether an active person still holds the role of Amministratore without end, apart from the given Appartenenza and the given
    /// person.
    /// </summary>
    public static Task<bool> NeResta(this CigHubDbContext db, DateOnly oggi, Guid? senzaPersona, Guid? senzaAppartenenza, CancellationToken ct) =>
        db.RuoliAttivi(Ruolo.Amministratore, oggi).AnyAsync(a => a.Fino == null && a.Id != senzaAppartenenza && a.PersonaId != senzaPersona, ct);
}
