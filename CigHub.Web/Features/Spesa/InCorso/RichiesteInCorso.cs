using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>One request of a CIG that holds capacity of a Lotto.</summary>
/// <param name="Giorni">The days since the request began.</param>
/// <param name="DelResiduo">The amount as a percentage of what is left of the Lotto. Null when nothing is left.</param>
/// <param name="RupAttivo">Says whether the RUP is an active person with a valid role at the Ente.</param>
public sealed record RichiestaInCorsoRow(
    Guid AffidamentoId, NumeroAffidamento Numero, StatoAffidamento Stato, string Oggetto, string Ente, string Rup, bool RupAttivo, Guid LottoId, int Lotto,
    string Convenzione, Importo Importo, int Giorni, decimal? DelResiduo);

/// <summary>The amount that is held for requests of one span of ages, in days, both inclusive. The last span has no end.</summary>
public sealed record FasciaDiEta(int Da, int? A, int Quante, Importo Importo);

/// <summary>The requests that hold capacity, the oldest first, their amounts by age, and the sum of those that the user may not see.</summary>
public sealed record InCorsoView(IReadOnlyList<RichiestaInCorsoRow> Righe, IReadOnlyList<FasciaDiEta> Fasce, Importo AltriEnti)
{
    public Importo Totale => Importo.Somma(Righe.Select(r => r.Importo)) + AltriEnti;
}

/// <summary>
/// Returns the requests of a CIG that hold capacity now. The confirmations of capacity by the Soggetto Aggregatore hold none in the ledger yet.
/// </summary>
public sealed class RichiesteInCorso(CigHubDbContext db, Ambito ambito, TimeProvider clock) : IQuery
{
    /// <summary>The first day of each span of ages.</summary>
    private static readonly int[] _fasce = [0, 4, 16, 31, 61];

    private static readonly StatoAffidamento[] _stati = [StatoAffidamento.CigInRichiesta, StatoAffidamento.EsitoDaVerificare];

    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<InCorsoView> Run(SpesaFilter filter, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var scelti =
            from a in db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            where _stati.Contains(a.Stato)
            join g in db.Aggiudicazioni.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]) on a.Id equals g.AffidamentoId
            where g.Stato == StatoAggiudicazione.InRichiesta || g.Stato == StatoAggiudicazione.DaVerificare
            join l in db.Lotti on a.LottoId equals l.Id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            join k in db.Capienze on l.Id equals k.LottoId
            join e in db.Enti on a.EnteId equals e.Id
            join p in db.Persone on a.RupId equals p.Id
            where (filter.LottoId == null || l.Id == filter.LottoId) && (filter.ConvenzioneId == null || c.Id == filter.ConvenzioneId)
            select new
            {
                a.Id,
                a.Anno,
                a.Progressivo,
                a.Stato,
                a.Oggetto,
                a.EnteId,
                Ente = e.Denominazione,
                Rup = p.NomeCompleto,
                RupAttivo = db.RuoliAttivi(Ruolo.Rup, oggi).Any(r => r.PersonaId == a.RupId && r.EnteId == a.EnteId),
                a.RichiestoIl,
                a.LottoId,
                l.Numero,
                c.Titolo,
                g.Importo.Centesimi,
                Residuo = k.Massimale.Centesimi - k.Aderito.Centesimi - k.Riservato.Centesimi - k.AltreAdesioni.Centesimi,
            };
        var tutte = await scelti.ToListAsync(ct);
        var sguardo = SguardoSpesa.Of(ambito);
        var righe =
            from r in tutte
            where sguardo.Tutti || r.EnteId == sguardo.SoloEnte
            let giorni = r.RichiestoIl is { } utc ? Math.Max(0, oggi.DayNumber - RomeTime.DayInRome(utc).DayNumber) : 0
            orderby giorni descending, r.Centesimi descending
            select new RichiestaInCorsoRow(
                r.Id, new NumeroAffidamento(r.Anno, r.Progressivo), r.Stato, r.Oggetto, r.Ente, r.Rup, r.RupAttivo, r.LottoId, r.Numero, r.Titolo,
                Importo.DaCentesimi(r.Centesimi), giorni, r.Residuo > 0 ? 100m * r.Centesimi / r.Residuo : null);
        var viste = righe.ToList();
        var altri = tutte.Sum(r => r.Centesimi) - viste.Sum(r => r.Importo.Centesimi);
        var fasce = _fasce.Select((da, i) => Fascia(viste, da, i + 1 < _fasce.Length ? _fasce[i + 1] - 1 : null));
        return new InCorsoView(viste, [.. fasce], Importo.DaCentesimi(altri));
    }

    private static FasciaDiEta Fascia(List<RichiestaInCorsoRow> righe, int da, int? a)
    {
        var dentro = righe.FindAll(r => r.Giorni >= da && (a is null || r.Giorni <= a));
        return new FasciaDiEta(da, a, dentro.Count, Importo.Somma(dentro.Select(r => r.Importo)));
    }
}
