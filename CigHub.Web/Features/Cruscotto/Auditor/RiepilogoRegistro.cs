using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto.Auditor;

/// <summary>How often one thing was done.</summary>
public sealed record ConteggioAzione(string Azione, int Quante);

/// <summary>What the registro says of the last days.</summary>
/// <param name="Dal">First day, local.</param>
/// <param name="Negati">Operations that were refused to somebody.</param>
public sealed record Riepilogo(DateOnly Dal, IReadOnlyList<ConteggioAzione> Azioni, int Negati, int MassimaliVariati);

/// <summary>Counts of the events that the actor may see, of the last seven days.</summary>
public sealed class RiepilogoRegistro(CigHubDbContext db, TimeProvider clock) : IQuery
{
    /// <summary>How far back.</summary>
    public const int Giorni = 7;

    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<Riepilogo?> Esegui(CancellationToken ct = default)
    {
        var dal = clock.Oggi().AddDays(-Giorni);
        var inizio = OraItaliana.InizioDi(dal);
        var primo = await PrimoDal(inizio, ct);
        var conteggi = await db.Registro.AsNoTracking().Where(e => e.Seq >= primo && e.Utc >= inizio)
            .GroupBy(e => new { e.Azione, e.Esito }).Select(g => new { g.Key.Azione, g.Key.Esito, Quante = g.Count() }).ToListAsync(ct);
        var riusciti = conteggi.Where(c => c.Esito == "ok").Select(c => new ConteggioAzione(c.Azione, c.Quante)).OrderByDescending(c => c.Quante).ThenBy(c => Azioni.Nome(c.Azione)).ToList();
        return new Riepilogo(
            dal,
            riusciti,
            conteggi.Where(c => c.Esito == "negato").Sum(c => c.Quante),
            riusciti.Where(c => c.Azione == Azioni.MassimaleVariato).Sum(c => c.Quante));
    }

    /// <summary>The number of the first event from that moment on. Events are appended as time goes by and the moment has no index: halving finds it in a few steps.</summary>
    private async Task<long> PrimoDal(DateTime inizio, CancellationToken ct)
    {
        var (basso, alto) = (1L, await db.Testa.Select(t => t.Dimensione).SingleAsync(ct) + 1);
        while (basso < alto)
        {
            var mezzo = basso + ((alto - basso) / 2);
            var utc = await db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(e => e.Seq == mezzo).Select(e => e.Utc).SingleAsync(ct);
            (basso, alto) = utc < inizio ? (mezzo + 1, alto) : (basso, mezzo);
        }

        return basso;
    }
}
