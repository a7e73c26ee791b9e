using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>One request of a CIG, or one conferma di capienza, that holds capacity of a Lotto.</summary>
/// <param name="Giorni">The days since the request began or the conferma was recorded.</param>
/// <param name="DelResiduo">The amount as a percentage of what is left of the Lotto. Null when nothing is left.</param>
/// <param name="Conferma">Says whether it is a conferma without a request.</param>
/// <param name="FinoAl">The last day of the conferma. Null when it has none, and for a request.</param>
/// <param name="SollecitatoIl">The day on which the RUP was last reminded. Null when nobody did.</param>
/// <param name="RupAttivo">Says whether the RUP is an active person with a valid role at the Ente.</param>
public sealed record RichiestaInCorsoRow(
    Guid AffidamentoId, NumeroAffidamento Numero, StatoAffidamento Stato, string Oggetto, string Ente, string Rup, bool RupAttivo, Guid LottoId, int Lotto,
    string Convenzione, Importo Importo, int Giorni, decimal? DelResiduo, bool Conferma, DateOnly? FinoAl, DateOnly? SollecitatoIl);

/// <summary>An amount of a Lotto that a request of a CIG, or a conferma without one, holds since some days.</summary>
public sealed record CapienzaTrattenuta(Guid LottoId, Importo Importo, int Giorni, bool Conferma);

/// <summary>The amount that is held for requests and conferme of one span of ages, in days, both inclusive. The last span has no end.</summary>
public sealed record FasciaDiEta(int Da, int? A, int Quante, Importo Importo);

/// <summary>The requests and conferme that hold capacity, the oldest first, their amounts by age, and the sum of those that the user may not see.</summary>
public sealed record InCorsoView(IReadOnlyList<RichiestaInCorsoRow> Righe, IReadOnlyList<FasciaDiEta> Fasce, Importo AltriEnti, DateOnly Oggi)
{
    public Importo Totale => Importo.Somma(Righe.Select(r => r.Importo)) + AltriEnti;
}

/// <summary>
/// Returns the requests of a CIG and the conferme di capienza that hold capacity now.
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
        var tutte = (await Found.Of(db, filter, oggi, Richieste()).ToListAsync(ct))
            .Concat(await Found.Of(db, filter, oggi, Conferme()).ToListAsync(ct)).ToList();
        var sguardo = SguardoSpesa.Of(ambito);
        var righe =
            from r in tutte
            where sguardo.Tutti || r.EnteId == sguardo.SoloEnte
            let giorni = Days(r.Conferma?.RegistrataIl ?? r.Dal, oggi)
            orderby giorni descending, r.Centesimi descending
            select new RichiestaInCorsoRow(
                r.Id, new NumeroAffidamento(r.Anno, r.Progressivo), r.Stato, r.Oggetto, r.Ente, r.Rup, r.RupAttivo, r.LottoId, r.Numero, r.Titolo,
                Importo.DaCentesimi(r.Centesimi), giorni, r.Residuo > 0 ? 100m * r.Centesimi / r.Residuo : null, r.Conferma is not null,
                r.Conferma?.ValidaFinoAl, r.SollecitatoIl);
        var viste = righe.ToList();
        var altri = tutte.Sum(r => r.Centesimi) - viste.Sum(r => r.Importo.Centesimi);
        var fasce = _fasce.Select((da, i) => Fascia(viste, da, i + 1 < _fasce.Length ? _fasce[i + 1] - 1 : null));
        return new InCorsoView(viste, [.. fasce], Importo.DaCentesimi(altri), oggi);
    }

    /// <summary>Returns the amounts that are held on all Lotti by what the user may see, without the names around them.</summary>
    public async Task<IReadOnlyList<CapienzaTrattenuta>> Trattenute(CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var sguardo = SguardoSpesa.Of(ambito);
        var trattenute = new List<CapienzaTrattenuta>();
        foreach (var holders in new[] { Richieste(), Conferme() })
        {
            // Read those of all Enti, because they are few. With a condition on the Ente, SQLite would read the whole archive.
            var tutte = await holders.Select(h => new { h.Affidamento.EnteId, h.Affidamento.LottoId, h.Centesimi, h.Dal, h.Conferma }).ToListAsync(ct);
            trattenute.AddRange(tutte.Where(h => sguardo.Tutti || h.EnteId == sguardo.SoloEnte).Select(h => new CapienzaTrattenuta(
                h.LottoId, Importo.DaCentesimi(h.Centesimi), Days(h.Conferma?.RegistrataIl ?? h.Dal, oggi), h.Conferma is not null)));
        }

        return trattenute;
    }

    private static int Days(DateTime? since, DateOnly oggi) =>
        since is { } utc ? Math.Max(0, oggi.DayNumber - RomeTime.DayInRome(utc).DayNumber) : 0;

    private IQueryable<Holder> Richieste() =>
        from a in db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
        where _stati.Contains(a.Stato)
        join g in db.Aggiudicazioni.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]) on a.Id equals g.AffidamentoId
        where g.Stato == StatoAggiudicazione.InRichiesta || g.Stato == StatoAggiudicazione.DaVerificare
        select new Holder { Affidamento = a, Centesimi = g.Importo.Centesimi, Dal = a.RichiestoIl, Conferma = null };

    private IQueryable<Holder> Conferme() =>
        from a in db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
        where a.StatoConferma == StatoConferma.InVigore
        select new Holder { Affidamento = a, Centesimi = a.Confermato.Centesimi, Dal = null, Conferma = a.Conferma };

    private static FasciaDiEta Fascia(List<RichiestaInCorsoRow> righe, int da, int? a)
    {
        var dentro = righe.FindAll(r => r.Giorni >= da && (a is null || r.Giorni <= a));
        return new FasciaDiEta(da, a, dentro.Count, Importo.Somma(dentro.Select(r => r.Importo)));
    }

    /// <summary>An Affidamento with an amount that it holds, for a request or for a conferma.</summary>
    private sealed class Holder
    {
        public required Affidamento Affidamento { get; init; }

        public long Centesimi { get; init; }

        public DateTime? Dal { get; init; }

        public ConfermaCapienza? Conferma { get; init; }
    }

    /// <summary>An amount that is held, with the names that belong to it.</summary>
    private sealed class Found
    {
        public Guid Id { get; init; }

        public int Anno { get; init; }

        public int Progressivo { get; init; }

        public StatoAffidamento Stato { get; init; }

        public required string Oggetto { get; init; }

        public Guid EnteId { get; init; }

        public required string Ente { get; init; }

        public required string Rup { get; init; }

        public bool RupAttivo { get; init; }

        public DateTime? Dal { get; init; }

        public ConfermaCapienza? Conferma { get; init; }

        public Guid LottoId { get; init; }

        public int Numero { get; init; }

        public required string Titolo { get; init; }

        public long Centesimi { get; init; }

        public long Residuo { get; init; }

        public DateOnly? SollecitatoIl { get; init; }

        public static IQueryable<Found> Of(CigHubDbContext db, SpesaFilter filter, DateOnly oggi, IQueryable<Holder> holders) =>
            from h in holders
            join l in db.Lotti on h.Affidamento.LottoId equals l.Id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            join k in db.Capienze on l.Id equals k.LottoId
            join e in db.Enti on h.Affidamento.EnteId equals e.Id
            join p in db.Persone on h.Affidamento.RupId equals p.Id
            where (filter.LottoId == null || l.Id == filter.LottoId) && (filter.ConvenzioneId == null || c.Id == filter.ConvenzioneId)
            select new Found
            {
                Id = h.Affidamento.Id,
                Anno = h.Affidamento.Anno,
                Progressivo = h.Affidamento.Progressivo,
                Stato = h.Affidamento.Stato,
                Oggetto = h.Affidamento.Oggetto,
                EnteId = h.Affidamento.EnteId,
                Ente = e.Denominazione,
                Rup = p.NomeCompleto,
                RupAttivo = db.RuoliAttivi(Ruolo.Rup, oggi).Any(r => r.PersonaId == h.Affidamento.RupId && r.EnteId == h.Affidamento.EnteId),
                Dal = h.Dal,
                Conferma = h.Conferma,
                LottoId = l.Id,
                Numero = l.Numero,
                Titolo = c.Titolo,
                Centesimi = h.Centesimi,
                Residuo = k.Massimale.Centesimi - k.Aderito.Centesimi - k.Riservato.Centesimi - k.AltreAdesioni.Centesimi,
                SollecitatoIl = db.Solleciti.Where(s => s.AffidamentoId == h.Affidamento.Id).Max(s => (DateOnly?)s.Giorno),
            };
    }
}
