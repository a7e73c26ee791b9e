using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Where the commands and the queries find a registration.</summary>
internal static class CercaRegistrazione
{
    /// <summary>A person's at an Ente; null: none was begun.</summary>
    public static Task<RegistrazionePortale?> RegistrazioneDi(this CigHubDbContext db, Guid personaId, Guid enteId, CancellationToken ct) =>
        db.RegistrazioniPortale.SingleOrDefaultAsync(r => r.PersonaId == personaId && r.EnteId == enteId, ct);

    /// <summary>Whether that RUP may ask the portal for a CIG of that Ente, now.</summary>
    public static async Task<Result> AmmetteRichiesta(this CigHubDbContext db, Guid rupId, Guid enteId, CancellationToken ct) =>
        RegistrazionePortale.AmmetteRichiesta(await db.RegistrazioneDi(rupId, enteId, ct));
}
