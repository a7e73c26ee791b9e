using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Checks that at least one Amministratore remains, because otherwise nobody could give a role again.</summary>
internal static class UltimoAmministratore
{
    /// <summary>
    /// Says whether an active person holds the role of Amministratore without end, not counting the given person and the given
    /// Appartenenza. A null excludes nothing.
    /// </summary>
    public static Task<bool> NeResta(this CigHubDbContext db, DateOnly oggi, Guid? senzaPersona, Guid? senzaAppartenenza, CancellationToken ct) =>
        db.RuoliAttivi(Ruolo.Amministratore, oggi).AnyAsync(a => a.Fino == null && a.Id != senzaAppartenenza && a.PersonaId != senzaPersona, ct);
}
