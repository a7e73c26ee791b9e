using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Finds registrations for the commands and the queries.</summary>
internal static class CercaRegistrazione
{
    /// <summary>Returns a person's registration at an Ente, or null when none was begun.</summary>
    public static Task<RegistrazionePortale?> RegistrazioneDi(this CigHubDbContext db, Guid personaId, Guid enteId, CancellationToken ct) =>
        db.RegistrazioniPortale.SingleOrDefaultAsync(r => r.PersonaId == personaId && r.EnteId == enteId, ct);

    /// <summary>Checks that the RUP may now request a CIG of the Ente on the portal.</summary>
    public static async Task<Result> AmmetteRichiesta(this CigHubDbContext db, Guid rupId, Guid enteId, CancellationToken ct) =>
        RegistrazionePortale.AmmetteRichiesta(await db.RegistrazioneDi(rupId, enteId, ct));
}
