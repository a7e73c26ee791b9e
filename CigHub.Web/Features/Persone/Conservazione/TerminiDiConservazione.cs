using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>The retention period of names (<c>Conservazione:Anni</c>, in years after the last thing that the person did).</summary>
public sealed class ImpostazioniConservazione(IConfiguration configurazione)
{
    private const int SeNonDetto = 10;

    private const int MaxAnni = 100;

    public int Anni { get; } = configurazione.ReadNumber("Conservazione:Anni", SeNonDetto, 1, MaxAnni, " di anni");
}

/// <summary>Works out the day on which a person's retention period ends.</summary>
public sealed class TerminiDiConservazione(CigHubDbContext db, ImpostazioniConservazione impostazioni)
{
    /// <summary>Adds those years to the last event by the person, or to the last change of name where there is no such event.</summary>
    public async Task<DateOnly> Scadenza(Guid personaId, CancellationToken ct = default)
    {
        var atto = await db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(e => e.AttoreId == personaId).MaxAsync(e => (DateTime?)e.Utc, ct);
        var nome = await db.IdentitaPersone.AsNoTracking().Where(i => i.PersonaId == personaId).MaxAsync(i => (DateTime?)i.Dal, ct);
        var ultima = new[] { atto, nome }.Max() ?? DateTime.MinValue;
        return OraItaliana.GiornoDiRoma(DateTime.SpecifyKind(ultima, DateTimeKind.Utc)).AddYears(impostazioni.Anni);
    }
}
