using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Finds the registration of a person on the portal, for commands and queries.</summary>
internal static class CercaRegistrazione
{
    /// <summary>Returns the registration of a person on the portal for an Ente, or null when none was begun.</summary>
    public static Task<RegistrazionePortale?> RegistrazioneDi(this CigHubDbContext db, Guid personaId, Guid enteId, CancellationToken ct) =>
        db.RegistrazioniPortale.SingleOrDefaultAsync(r => r.PersonaId == personaId && r.EnteId == enteId, ct);

    /// <summary>
    /// Checks that a person is active on the portal for an Ente and may request a CIG there. Otherwise returns the reason.
    /// </summary>
    public static async Task<Result> AmmetteRichiesta(this CigHubDbContext db, Guid rupId, Guid enteId, CancellationToken ct) =>
        RegistrazionePortale.AmmetteRichiesta(await db.RegistrazioneDi(rupId, enteId, ct));
}
