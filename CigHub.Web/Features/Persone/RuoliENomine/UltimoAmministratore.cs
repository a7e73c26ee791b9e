using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Somebody must be left who can give roles: without an Amministratore nobody could make another.</summary>
internal static class UltimoAmministratore
{
    /// <summary>Whether an active person, apart from this Appartenenza or all of this person's, is an Amministratore without end.</summary>
    public static Task<bool> NeResta(this CigHubDbContext db, DateOnly oggi, Guid? senzaPersona, Guid? senzaAppartenenza, CancellationToken ct) =>
        db.RuoliAttivi(Ruolo.Amministratore, oggi).AnyAsync(a => a.Fino == null && a.Id != senzaAppartenenza && a.PersonaId != senzaPersona, ct);
}
