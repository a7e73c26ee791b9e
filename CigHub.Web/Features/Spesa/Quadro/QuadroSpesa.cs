using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Relazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Quadro;

/// <summary>One Lotto of the picture of the spending.</summary>
/// <param name="ConAtto">The part of «in corso di adesione» whose act is in the fascicolo already. Known for today only, otherwise zero.</param>
/// <param name="Confermati">The part of «in corso di adesione» that CMRC confirmed and no request has consumed yet. Known for today only, otherwise
/// zero.</param>
/// <param name="ComunicateIl">The day of the last communication of the Soggetto Aggregatore, or null when there was none.</param>
/// <param name="AdesioniAl">The last day on which an Ente may adhere, an earlier closing included.</param>
/// <param name="Aggiudicatari">The number of parties to which the Lotto was awarded. A raggruppamento is one.</param>
/// <param name="QuestAnno">The amount adhered since the first of January.</param>
/// <param name="AnnoPrima">The amount adhered in the same days of the year before.</param>
public sealed record LottoSpesa(
    Guid Id, Guid ConvenzioneId, int Numero, string Oggetto, int Aggiudicatari, TerminiMassimale Termini, Importo ConAtto, Importo Confermati,
    DateOnly? ComunicateIl, DateOnly AdesioniDal, DateOnly AdesioniAl, SoglieSpesa Soglie, PrevisioneLotto Previsione, Importo QuestAnno,
    Importo AnnoPrima);

/// <summary>One Convenzione of the picture of the spending, with its Lotti, the most urgent one first.</summary>
public sealed record ConvenzioneSpesa(Guid Id, string Titolo, IReadOnlyList<LottoSpesa> Lotti)
{
    public TerminiMassimale Termini => TerminiMassimale.Somma(Lotti.Select(l => l.Termini));

    /// <summary>The most urgent outcome of the Lotti.</summary>
    public EsitoPrevisione Esito => Lotti.Min(l => l.Previsione.Esito);
}

/// <summary>The picture of the spending: Convenzioni and Lotti, the most urgent outcome first, then the smallest share left.</summary>
/// <param name="SoloUsati">Says whether only the Lotti are there that the user's Ente has used.</param>
public sealed record QuadroSpesaView(IReadOnlyList<ConvenzioneSpesa> Convenzioni, bool SoloUsati)
{
    public TerminiMassimale Termini => TerminiMassimale.Somma(Convenzioni.Select(c => c.Termini));

    public Importo ConAtto => Importo.Somma(Convenzioni.SelectMany(c => c.Lotti).Select(l => l.ConAtto));

    public Importo Confermati => Importo.Somma(Convenzioni.SelectMany(c => c.Lotti).Select(l => l.Confermati));
}

/// <summary>
/// Returns the picture of the spending over Convenzioni and Lotti. The sums are of all Enti, which everybody may see. No padre is added to its
/// derivati, because only the ledger of the Lotti counts. The single adhesions that a forecast leaves out go only to a reader who sees every Ente.
/// </summary>
public sealed class QuadroSpesa(CigHubDbContext db, Ambito ambito, KeptAdesioni kept, TimeProvider clock) : IQuery
{
    private static readonly string[] _ente = [CigHubDbContext.FiltroEnte];
    private static readonly StatoAffidamento[] _inAttesa = [StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale];
    private static readonly StatoAffidamento[] _inCorso = [StatoAffidamento.CigInRichiesta, StatoAffidamento.EsitoDaVerificare];

    public static Permission Requires => Permission.LeggiCapienza;

    /// <param name="filter">The day, and a Convenzione or Lotto when only that one is asked for.</param>
    /// <param name="soloUsati">Leaves out the Lotti that the user's Ente has not used, when the user sees one Ente.</param>
    public Task<QuadroSpesaView> Run(SpesaFilter filter, bool soloUsati, CancellationToken ct = default) => Run(filter, soloUsati, null, ct);

    /// <summary>Returns the picture by the thresholds and last days of a past day, of the Lotti that were in the catalogue and in use then.</summary>
    /// <param name="filter">The day, and a Convenzione or Lotto when only that one is asked for.</param>
    /// <param name="soloUsati">Leaves out the Lotti that the user's Ente has not used, when the user sees one Ente.</param>
    /// <param name="allora">The catalogue as it was then. Null for that of today.</param>
    internal async Task<QuadroSpesaView> Run(SpesaFilter filter, bool soloUsati, CatalogoDelGiorno? allora, CancellationToken ct)
    {
        var sguardo = SguardoSpesa.Of(ambito);
        var ente = sguardo.SoloEnte;
        var scelti = db.Lotti.AsNoTracking().Where(l => (filter.LottoId == null || l.Id == filter.LottoId)
            && (filter.ConvenzioneId == null || l.ConvenzioneId == filter.ConvenzioneId));
        soloUsati = soloUsati && ente is not null;
        if (soloUsati && ente is { } mio)
        {
            var usati = await (allora is not null && filter.Al is { } al
                ? db.LottiUsati(filter.Orologio, al, mio)
                : db.Somme(filter.Orologio, null, SpesaLevel.Sempre).Where(s => s.EnteId == mio).Select(s => s.LottoId).Distinct()).ToListAsync(ct);
            scelti = scelti.Where(l => usati.Contains(l.Id));
        }

        var lotti = await (
            from l in scelti
            join c in db.Convenzioni.AsNoTracking() on l.ConvenzioneId equals c.Id
            select new
            {
                l.Id,
                l.ConvenzioneId,
                l.Numero,
                l.Oggetto,
                l.Fornitori,
                l.ChiusoDal,
                c.Titolo,
                c.AdesioniDal,
                c.AdesioniAl,
                c.ChiusaDal,
                c.Soglie,
            }).ToListAsync(ct);
        var oggi = filter.Al ?? clock.Today();
        var dati = await Dati(filter, filter is { LottoId: null, ConvenzioneId: null } ? null : lotti.ConvertAll(l => l.Id), oggi, ct);
        var convenzioni =
            from l in lotti
            let termini = dati.Termini.GetValueOrDefault(l.Id)
            where allora is null || termini != default
            let dal = allora?.AdesioniDal(l.ConvenzioneId, l.AdesioniDal) ?? l.AdesioniDal
            let fine = allora?.UltimoGiorno(l.ConvenzioneId, l.Id, l.AdesioniAl, l.ChiusaDal, l.ChiusoDal)
                ?? Convenzione.UltimoGiorno(l.AdesioniAl, l.ChiusaDal, l.ChiusoDal)
            let comunicate = dati.Comunicazioni[l.Id].ToList()
            let sue = allora?.Soglie(l.ConvenzioneId, l.Soglie) ?? l.Soglie.Valori
            let andamento = new AndamentoLotto(
                termini.Massimale, termini.Residuo, Cents(dati.InAttesa, l.Id), dal, fine,
                [.. dati.Adesioni[l.Id].Select(a => new ImportoNelTempo(a.Giorno, Importo.DaCentesimi(a.Importo)))], comunicate, sue)
            let previsione = PrevisioneLotto.Calcola(andamento, oggi)
            let riga = new LottoSpesa(
                l.Id, l.ConvenzioneId, l.Numero, l.Oggetto, l.Fornitori.Select(f => f.IdPartecipante).Distinct().Count(), termini,
                Cents(dati.ConAtto, l.Id), Cents(dati.Confermati, l.Id), comunicate.Count == 0 ? null : comunicate.Max(c => c.Giorno), dal, fine,
                sue, sguardo.Tutti ? previsione : previsione.SenzaDettaglio(), Cents(dati.QuestAnno, l.Id), Cents(dati.AnnoPrima, l.Id))
            group riga by (l.ConvenzioneId, l.Titolo) into g
            select new ConvenzioneSpesa(
                g.Key.ConvenzioneId, g.Key.Titolo, [.. g.OrderBy(l => l.Previsione.Esito).ThenBy(l => l.Termini.PercentualeResidua).ThenBy(l => l.Numero)]);
        return new QuadroSpesaView(
            [.. convenzioni.OrderBy(c => c.Esito).ThenBy(c => c.Termini.PercentualeResidua).ThenBy(c => c.Titolo, StringComparer.Ordinal)], soloUsati);
    }

    private static Importo Cents(IReadOnlyDictionary<Guid, long> sums, Guid lottoId) => Importo.DaCentesimi(sums.GetValueOrDefault(lottoId));

    /// <param name="lotti">The Lotti to read, when only some are asked for. Null for all.</param>
    private async Task<Data> Dati(SpesaFilter filter, List<Guid>? lotti, DateOnly oggi, CancellationToken ct)
    {
        var level = filter.Al is null ? SpesaLevel.Sempre : SpesaLevel.Lotti;
        var termini = await Somme(filter.Orologio, filter.Al, level, lotti).GroupBy(s => s.LottoId).Select(g => new
        {
            g.Key,
            Massimale = g.Sum(s => s.Massimale),
            Aderito = g.Sum(s => s.Aderito),
            Riservato = g.Sum(s => s.Riservato),
            Altre = g.Sum(s => s.AltreAdesioni),
        }).ToListAsync(ct);
        var quelGiorno = filter.Orologio == SpesaClock.Registrazione;
        var comunicate = db.Movimenti.AsNoTracking()
            .Where(m => m.Tipo == TipoMovimento.AltreAdesioni && m.Giorno <= oggi && (!quelGiorno || m.RegistratoIl <= oggi));
        var comunicazioni = await (lotti is null ? comunicate : comunicate.Where(m => lotti.Contains(m.LottoId)))
            .Select(m => new { m.LottoId, m.Giorno, m.Importo.Centesimi }).ToListAsync(ct);
        var adesioni = await Adesioni(filter, oggi, ct);
        var nessuno = new Dictionary<Guid, long>();
        var (confermati, conAtto) = filter.Al is null ? await Confermati(lotti, ct) : (nessuno, nessuno);
        return new Data(
            termini.ToDictionary(t => t.Key, t => TerminiMassimale.DaCentesimi(t.Massimale, t.Aderito, t.Riservato, t.Altre)),
            comunicazioni.ToLookup(c => c.LottoId, c => new ImportoNelTempo(c.Giorno, Importo.DaCentesimi(c.Centesimi))),
            adesioni,
            filter.Al is null ? await InAttesa(lotti, ct) : new Dictionary<Guid, long>(),
            conAtto,
            confermati,
            await DallInizioDellAnno(filter.Orologio, oggi, lotti, ct),
            await DallInizioDellAnno(filter.Orologio, oggi.AddYears(-1), lotti, ct));
    }

    private IQueryable<LedgerSum> Somme(SpesaClock orologio, DateOnly? al, SpesaLevel level, List<Guid>? lotti)
    {
        var tutte = db.Somme(orologio, al, level);
        return lotti is null ? tutte : tutte.Where(s => lotti.Contains(s.LottoId));
    }

    /// <summary>Returns the Affidamenti of all Enti, of some Lotti or of all.</summary>
    private IQueryable<Affidamento> Affidamenti(List<Guid>? lotti)
    {
        var tutti = db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters(_ente);
        return lotti is null ? tutti : tutti.Where(a => lotti.Contains(a.LottoId));
    }

    /// <summary>Returns the adhesions from which the forecasts are made. Those up to today are kept; for a past day they are read.</summary>
    private async Task<ILookup<Guid, LedgerAmount>> Adesioni(SpesaFilter filter, DateOnly oggi, CancellationToken ct)
    {
        var dopo = oggi.AddDays(-PrevisioneLotto.GiorniDellaMedia);
        if (filter.Al is null)
        {
            return await kept.Of(db, dopo, oggi, ct);
        }

        var tutte = db.Adesioni(dopo, oggi, filter.Orologio == SpesaClock.Registrazione ? oggi : DateOnly.MaxValue);
        return (await (filter.LottoId is { } lotto ? tutte.Where(a => a.LottoId == lotto) : tutte).ToListAsync(ct)).ToLookup(a => a.LottoId);
    }

    private async Task<IReadOnlyDictionary<Guid, long>> DallInizioDellAnno(
        SpesaClock orologio, DateOnly al, List<Guid>? lotti, CancellationToken ct)
    {
        var gennaio = LedgerSums.Month(new DateOnly(al.Year, 1, 1));
        return await Somme(orologio, al, SpesaLevel.Lotti, lotti).Where(s => s.Mese >= gennaio).GroupBy(s => s.LottoId)
            .Select(g => new { g.Key, Aderito = g.Sum(s => s.Aderito) }).ToDictionaryAsync(s => s.Key, s => s.Aderito, ct);
    }

    /// <summary>Returns the amounts that wait for approval or for the request, less what CMRC has confirmed of them already.</summary>
    private async Task<IReadOnlyDictionary<Guid, long>> InAttesa(List<Guid>? lotti, CancellationToken ct) =>
        await Affidamenti(lotti).Where(a => _inAttesa.Contains(a.Stato) && a.ImportoAppalto.Centesimi > a.Confermato.Centesimi)
            .GroupBy(a => a.LottoId).Select(g => new { g.Key, Somma = g.Sum(a => a.ImportoAppalto.Centesimi - a.Confermato.Centesimi) })
            .ToDictionaryAsync(s => s.Key, s => s.Somma, ct);

    /// <summary>Returns the amounts in richiesta whose determina is in the fascicolo already.</summary>
    private async Task<Dictionary<Guid, long>> RichiesteConAtto(List<Guid>? lotti, CancellationToken ct) => await (
        from a in Affidamenti(lotti)
        where _inCorso.Contains(a.Stato)
            && db.Atti.IgnoreQueryFilters(_ente).Any(t => t.AffidamentoId == a.Id && t.Tipo == TipoAtto.DeterminaDiAdesione)
        join g in db.Aggiudicazioni.IgnoreQueryFilters(_ente) on a.Id equals g.AffidamentoId
        where g.Stato == StatoAggiudicazione.InRichiesta || g.Stato == StatoAggiudicazione.DaVerificare
        group g.Importo.Centesimi by a.LottoId into importi
        select new { importi.Key, Somma = importi.Sum() }).ToDictionaryAsync(s => s.Key, s => s.Somma, ct);

    /// <summary>Returns the amounts that conferme in force hold, and the part of «in corso» whose determina is in the fascicolo already.</summary>
    private async Task<(IReadOnlyDictionary<Guid, long> Confermati, IReadOnlyDictionary<Guid, long> ConAtto)> Confermati(
        List<Guid>? lotti, CancellationToken ct)
    {
        var (confermati, conAtto) = (new Dictionary<Guid, long>(), await RichiesteConAtto(lotti, ct));

        // Read those of all Lotti, because they are few. With a condition on a Lotto, SQLite would read all that was ever done on it.
        var inVigore = await Affidamenti(null).Where(a => a.StatoConferma == StatoConferma.InVigore)
            .Select(a => new
            {
                a.LottoId,
                a.Confermato.Centesimi,
                ConAtto = db.Atti.IgnoreQueryFilters(_ente).Any(t => t.AffidamentoId == a.Id && t.Tipo == TipoAtto.DeterminaDiAdesione),
            }).ToListAsync(ct);
        foreach (var c in inVigore)
        {
            confermati[c.LottoId] = confermati.GetValueOrDefault(c.LottoId) + c.Centesimi;
            conAtto[c.LottoId] = conAtto.GetValueOrDefault(c.LottoId) + (c.ConAtto ? c.Centesimi : 0);
        }

        return (confermati, conAtto);
    }

    /// <summary>The data that the picture is made of, each by Lotto.</summary>
    private sealed record Data(
        IReadOnlyDictionary<Guid, TerminiMassimale> Termini, ILookup<Guid, ImportoNelTempo> Comunicazioni, ILookup<Guid, LedgerAmount> Adesioni,
        IReadOnlyDictionary<Guid, long> InAttesa, IReadOnlyDictionary<Guid, long> ConAtto,
        IReadOnlyDictionary<Guid, long> Confermati, IReadOnlyDictionary<Guid, long> QuestAnno, IReadOnlyDictionary<Guid, long> AnnoPrima);
}
