using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>Computes until when the name of a person must be kept.</summary>
public sealed class TerminiDiConservazione(CigHubDbContext db, IOptions<ConservazioneSettings> settings)
{
    /// <summary>
    /// Returns the day on which the retention period ends: the years of the setting after the person's last event or last change of name,
    /// whichever is later.
    /// </summary>
    public async Task<DateOnly> Scadenza(Guid personaId, CancellationToken ct = default)
    {
        var atto = await db.Registro
            .AsNoTracking()
            .IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(e => e.AttoreId == personaId)
            .MaxAsync(e => (DateTime?)e.Utc, ct);
        var nome = await db.IdentitaPersone.AsNoTracking().Where(i => i.PersonaId == personaId).MaxAsync(i => (DateTime?)i.Dal, ct);
        var ultima = new[] { atto, nome }.Max() ?? DateTime.MinValue;
        return RomeTime.DayInRome(DateTime.SpecifyKind(ultima, DateTimeKind.Utc)).AddYears(settings.Value.Anni);
    }
}
