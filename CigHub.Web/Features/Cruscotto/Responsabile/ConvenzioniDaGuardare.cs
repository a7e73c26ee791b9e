using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto.Responsabile;

/// <summary>A Convenzione with the totals over all its Lotti and its last day for adhesions (inclusive).</summary>
public sealed record ConvenzioneDaGuardareRow(
    Guid Id, string Titolo, DateOnly AdesioniAl, Importo Massimale, Importo Aderito, Importo Riservato, Importo AltreAdesioni,
    DateTime? AltreAdesioniAl, bool Sforamento);

/// <summary>A Convenzione with its last day for adhesions (inclusive).</summary>
public sealed record ConvenzioneInScadenzaRow(Guid Id, string Titolo, DateOnly AdesioniAl);

/// <summary>A Lotto that needs attention, with its Residuo and the instant of the last communication of altre adesioni.</summary>
public sealed record LottoDaGuardareRow(
    Guid Id, int Numero, string Oggetto, string Convenzione, Importo Massimale, Importo Residuo, bool Sforamento, DateTime? AltreAdesioniAl);

/// <summary>
/// Returns the Convenzioni and Lotti that need attention, which every user may see. SQL computes the sums, sorts and limits the rows.
/// </summary>
public sealed class ConvenzioniDaGuardare(CigHubDbContext db, LottiInCondizione lotti, TimeProvider clock) : IQuery
{
    /// <summary>The most rows that each of the lists has.</summary>
    public const int Quante = 8;

    public static Permission Requires => Permission.LeggiCapienza;

    /// <summary>
    /// Returns the first Convenzioni of those open to adhesions and those with a sforamento da regolarizzare. The latter come first, then
    /// those with the smallest share of the massimale left.
    /// </summary>
    public async Task<IReadOnlyList<ConvenzioneDaGuardareRow>> PerResiduo(CancellationToken ct = default)
    {
        var oggi = clock.Today();
        return await Voci(
            Totali().Where(t => t.Sforamento || (t.AdesioniAl >= oggi && t.ChiusaDal == null))
                .OrderByDescending(t => t.Sforamento).ThenBy(t => (double)(t.Massimale - t.Aderito - t.Riservato - t.Altre) / t.Massimale), ct);
    }

    /// <summary>Returns the first Convenzioni in a state and their total number. The earliest last day for adhesions comes first.</summary>
    public async Task<ListPage<ConvenzioneInScadenzaRow>> PerScadenza(StatoCatalogo stato, CancellationToken ct = default)
    {
        var aperte = db.Convenzioni.AsNoTracking().Matching(stato, clock.Today());
        var voci = await aperte.OrderBy(c => c.AdesioniAl)
            .ThenBy(c => c.Titolo)
            .Take(Quante)
            .Select(c => new ConvenzioneInScadenzaRow(c.Id, c.Titolo, c.AdesioniAl))
            .ToListAsync(ct);
        return new ListPage<ConvenzioneInScadenzaRow>(voci, voci.Count < Quante ? voci.Count : await aperte.CountCapped(ct));
    }

    /// <summary>
    /// Returns the first Lotti in a condition and their total number. Those with a sforamento da regolarizzare come first, then those with
    /// the smallest share of the massimale left.
    /// </summary>
    public async Task<ListPage<LottoDaGuardareRow>> Lotti(CondizioneLotto condizione, CancellationToken ct = default)
    {
        var scelti = lotti.Matching(condizione);
        var righe = await scelti.OrderByDescending(l => l.Sforamento).ThenBy(l => (double)l.Residuo / l.Massimale).Take(Quante).ToListAsync(ct);
        return new ListPage<LottoDaGuardareRow>(
            [.. righe.Select(l => new LottoDaGuardareRow(
                l.Id, l.Numero, l.Oggetto, l.Convenzione, Importo.DaCentesimi(l.Massimale), Importo.DaCentesimi(l.Residuo), l.Sforamento, l.AltreAdesioniAl))],
            righe.Count < Quante ? righe.Count : await scelti.CountCapped(ct));
    }

    private IQueryable<Total> Totali() =>
        from t in from l in db.Lotti
                  join k in db.Capienze on l.Id equals k.LottoId
                  group k by l.ConvenzioneId into g
                  select new
                  {
                      ConvenzioneId = g.Key,
                      Massimale = g.Sum(k => k.Massimale.Centesimi),
                      Aderito = g.Sum(k => k.Aderito.Centesimi),
                      Riservato = g.Sum(k => k.Riservato.Centesimi),
                      Altre = g.Sum(k => k.AltreAdesioni.Centesimi),
                      AltreAl = g.Min(k => k.AltreAdesioniAl),
                      Sforamento = g.Any(k => k.SforamentoDaRegolarizzare),
                  }
        join c in db.Convenzioni on t.ConvenzioneId equals c.Id
        select new Total
        {
            Id = c.Id,
            Titolo = c.Titolo,
            AdesioniAl = c.AdesioniAl,
            ChiusaDal = c.ChiusaDal,
            Massimale = t.Massimale,
            Aderito = t.Aderito,
            Riservato = t.Riservato,
            Altre = t.Altre,
            AltreAl = t.AltreAl,
            Sforamento = t.Sforamento,
        };

    private static async Task<IReadOnlyList<ConvenzioneDaGuardareRow>> Voci(IQueryable<Total> ordinati, CancellationToken ct) =>
    [
        .. (await ordinati.Take(Quante).ToListAsync(ct)).Select(t => new ConvenzioneDaGuardareRow(
            t.Id, t.Titolo, t.AdesioniAl, Importo.DaCentesimi(t.Massimale), Importo.DaCentesimi(t.Aderito),
            Importo.DaCentesimi(t.Riservato), Importo.DaCentesimi(t.Altre), t.AltreAl, t.Sforamento)),
    ];

    private sealed class Total
    {
        public Guid Id { get; init; }

        public required string Titolo { get; init; }

        public DateOnly AdesioniAl { get; init; }

        public DateOnly? ChiusaDal { get; init; }

        public long Massimale { get; init; }

        public long Aderito { get; init; }

        public long Riservato { get; init; }

        public long Altre { get; init; }

        public DateTime? AltreAl { get; init; }

        public bool Sforamento { get; init; }
    }
}
