using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.SceltaDelFornitore;

/// <summary>One supplier of a Lotto, with what it has taken of the Lotto so far.</summary>
/// <param name="Quota">The percentage of the Lotto that was awarded to the supplier. Null when it is not known.</param>
/// <param name="Preso">The amount of its adhesions with a CIG, and of those whose CIG is being requested, of all Enti.</param>
/// <param name="Percentuale">The percentage of the massimale that the amount is.</param>
public sealed record QuotaPresa(Guid IdPartecipante, string Nome, decimal? Quota, Importo Preso, decimal Percentuale);

/// <summary>
/// The suppliers of a Lotto in its order, and the amount that cannot be given to any of them, because the adhesions that the Soggetto
/// Aggregatore communicates do not name the supplier.
/// </summary>
public sealed record QuoteDelLotto(IReadOnlyList<QuotaPresa> Fornitori, Importo SenzaFornitore);

/// <summary>
/// Returns what each supplier of a Lotto has taken so far, against its quota. Returns null for a Lotto that does not exist or that has one
/// supplier.
/// </summary>
/// <remarks>It shows sums over all Enti, which everybody may see, as the totals of a Lotto. It names no Affidamento.</remarks>
public sealed class QuoteDeiFornitori(CigHubDbContext db) : IQuery
{
    private static readonly StatoAggiudicazione[] _prese = [StatoAggiudicazione.InRichiesta, StatoAggiudicazione.DaVerificare, StatoAggiudicazione.Acquisita];

    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<QuoteDelLotto?> Run(Guid lottoId, CancellationToken ct = default)
    {
        var lotto = await db.Lotti.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lottoId, ct);
        if (lotto is null || !lotto.HaPiuAggiudicatari)
        {
            return null;
        }

        var capienza = await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == lottoId, ct);
        var presi = await (
            from a in db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            where a.LottoId == lottoId
            join g in db.Aggiudicazioni.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]) on a.Id equals g.AffidamentoId
            where _prese.Contains(g.Stato)
            group g.Importo.Centesimi by g.IdPartecipante into preso
            select new { preso.Key, Centesimi = preso.Sum() }).ToDictionaryAsync(p => p.Key, p => p.Centesimi, ct);
        var fornitori = lotto.Fornitori.GroupBy(f => f.IdPartecipante)
            .Select(g => Quota(g, Importo.DaCentesimi(presi.GetValueOrDefault(g.Key)), capienza)).ToList();
        var tutto = capienza.Aderito + capienza.Riservato + capienza.AltreAdesioni;
        return new QuoteDelLotto(fornitori, tutto - Importo.Somma(fornitori.Select(f => f.Preso)));
    }

    private static QuotaPresa Quota(IGrouping<Guid, Fornitore> membri, Importo preso, Capienza capienza) => new(
        membri.Key,
        string.Join(" + ", membri.Select(f => f.Denominazione)),
        membri.First().Quota,
        preso,
        capienza.Massimale <= Importo.Zero ? 0m : decimal.Round(100m * preso.Centesimi / capienza.Massimale.Centesimi, 2));
}
