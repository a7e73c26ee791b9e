using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>Works out the day on which a person's retention period ends.</summary>
public sealed class TerminiDiConservazione(CigHubDbContext db, IOptions<ConservazioneSettings> settings)
{
    /// <summary>Adds those years to the last event by the person, or to the last change of name where there is no such event.</summary>
    public async Task<DateOnly> Scadenza(Guid personaId, CancellationToken ct = default)
    {
        var atto = await db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(e => e.AttoreId == personaId).MaxAsync(e => (DateTime?)e.Utc, ct);
        var nome = await db.IdentitaPersone.AsNoTracking().Where(i => i.PersonaId == personaId).MaxAsync(i => (DateTime?)i.Dal, ct);
        var ultima = new[] { atto, nome }.Max() ?? DateTime.MinValue;
        return OraItaliana.GiornoDiRoma(DateTime.SpecifyKind(ultima, DateTimeKind.Utc)).AddYears(settings.Value.Anni);
    }
}
