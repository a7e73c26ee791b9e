using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>Computes the day on which a person's retention period ends.</summary>
public sealed class TerminiDiConservazione(CigHubDbContext db, IOptions<ConservazioneSettings> settings)
{
    /// <summary>
    /// Returns the last day of activity plus the years of the setting. The activity is the later of the person's last event and last change
    /// of name.
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
