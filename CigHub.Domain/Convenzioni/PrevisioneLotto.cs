using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>The outcome of a forecast, from the most urgent to the calmest.</summary>
/// <remarks>Order: by urgency, which is the order of the page.</remarks>
public enum EsitoPrevisione
{
    /// <summary>Recorded facts exceed the massimale.</summary>
    OltreIlMassimale,

    /// <summary>The adhesions that wait for their request ask for more than the residuo.</summary>
    DomandaSuperiore,

    /// <summary>The residuo is below the alert.</summary>
    InEsaurimento,

    /// <summary>The massimale runs out at the present average before the last day for adhesions.</summary>
    EsaurimentoAnticipato,

    /// <summary>The Soggetto Aggregatore last communicated adhesions too long ago, so that the residuo is uncertain.</summary>
    DatoNonAggiornato,

    /// <summary>There are too few adhesions, or too few days of them, to compute an average from.</summary>
    DatiInsufficienti,
    CapienzaSufficiente,

    /// <summary>The last day for adhesions has passed, or the Lotto was closed.</summary>
    AdesioniConcluse,
}

/// <summary>An amount on a day: an adhesion, or a communication of adhesions by the Soggetto Aggregatore.</summary>
/// <remarks>Equality: by all members.</remarks>
public readonly record struct ImportoNelTempo(DateOnly Giorno, Importo Importo);

/// <summary>The data from which the exhaustion of a Lotto is forecast.</summary>
/// <remarks>Equality: by all members, the lists by reference.</remarks>
/// <param name="InAttesa">The amount of the adhesions that have not taken any capacity yet but wait to be requested.</param>
/// <param name="AdesioniDal">The first day on which an Ente may adhere.</param>
/// <param name="AdesioniAl">The last day on which an Ente may adhere, inclusive. An earlier closing counts.</param>
/// <param name="Adesioni">At least the adhesions of the last <see cref="PrevisioneLotto.GiorniDellaMedia"/> days.</param>
/// <param name="Comunicazioni">All communications of the Soggetto Aggregatore, in any order.</param>
/// <param name="Soglie">The thresholds of the Convenzione.</param>
public sealed record AndamentoLotto(
    Importo Massimale, Importo Residuo, Importo InAttesa, DateOnly AdesioniDal, DateOnly AdesioniAl,
    IReadOnlyList<ImportoNelTempo> Adesioni, IReadOnlyList<ImportoNelTempo> Comunicazioni, SoglieSpesa Soglie);

/// <summary>A forecast of the day on which a Lotto runs out, with everything that it was computed from.</summary>
/// <remarks>
/// Equality: by all members, the list by reference. The rules are those of the office: an average over 365 days with one over 90 beside it; a
/// communication of the Soggetto Aggregatore is spread over the days since the one before, for the average only; a single adhesion above a
/// fifth of the massimale is left out, and does not count among the three that a date needs.
/// </remarks>
/// <param name="MediaMensile">The average amount of a month, over the days of <paramref name="GiorniOsservati"/>.</param>
/// <param name="MediaRecente">The average amount of a month over the last 90 of those days.</param>
/// <param name="GiorniOsservati">The days of the average: 365, or those since the first day for adhesions.</param>
/// <param name="Quante">The adhesions in the average.</param>
/// <param name="Escluse">
/// The adhesions that are left out of the average because of their size. Empty for a reader who may only know how many they are
/// (<see cref="SenzaDettaglio"/>).
/// </param>
/// <param name="QuanteEscluse">The number of the adhesions that are left out of the average.</param>
/// <param name="Esaurimento">The day at the average, or null when at that average the Lotto does not run out.</param>
/// <param name="PrimaData">The earlier end of the band, by the faster average. Null when there is none.</param>
/// <param name="UltimaData">The later end of the band, by the slower average. Null when at that average the Lotto does not run out.</param>
/// <param name="NuovaGaraEntro">The day by which the next tender should begin.</param>
/// <param name="PochiDati">Says whether there are too few adhesions, or too few days of them, for a date, whatever the outcome.</param>
public sealed record PrevisioneLotto(
    EsitoPrevisione Esito, Importo MediaMensile, Importo MediaRecente, int GiorniOsservati, int Quante, IReadOnlyList<ImportoNelTempo> Escluse,
    int QuanteEscluse, DateOnly? Esaurimento, DateOnly? PrimaData, DateOnly? UltimaData, DateOnly NuovaGaraEntro, bool PochiDati)
{
    public const int GiorniDellaMedia = 365;

    public const int GiorniRecenti = 90;

    private const int MinimoAdesioni = 3;
    private const int MinimoGiorni = 60;

    /// <summary>The part of the massimale, as a divisor, above which a single adhesion is left out of the average.</summary>
    private const int ParteEccezionale = 5;

    private const decimal GiorniDelMese = 365m / 12;

    /// <summary>The last day that a forecast may name. Later ones count as «does not run out».</summary>
    private static readonly DateOnly _orizzonte = new(2199, 12, 31);

    /// <summary>Says whether the data allow a date at all.</summary>
    public bool HaUnaData =>
        Esaurimento is not null && !PochiDati && Esito is not (EsitoPrevisione.OltreIlMassimale or EsitoPrevisione.AdesioniConcluse);

    /// <summary>Returns the forecast without the single adhesions, for a reader who may not see those of every Ente.</summary>
    public PrevisioneLotto SenzaDettaglio() => this with { Escluse = [] };

    /// <summary>Forecasts a Lotto on a day.</summary>
    /// <param name="oggi">The day on which the residuo stood.</param>
    public static PrevisioneLotto Calcola(AndamentoLotto andamento, DateOnly oggi)
    {
        var osservati = Math.Clamp(oggi.DayNumber - andamento.AdesioniDal.DayNumber + 1, 1, GiorniDellaMedia);
        var recenti = Math.Min(osservati, GiorniRecenti);
        var nelPeriodo = andamento.Adesioni.Where(a => Negli(osservati, a.Giorno, oggi)).ToList();
        var escluse = nelPeriodo.Where(a => a.Importo.Centesimi > andamento.Massimale.Centesimi / ParteEccezionale).ToList();
        var contate = nelPeriodo.Where(a => !escluse.Contains(a)).ToList();
        var alGiorno = AlGiorno(andamento, contate, osservati, oggi);
        var alGiornoRecente = AlGiorno(andamento, contate, recenti, oggi);
        var esaurimento = Quando(andamento.Residuo, alGiorno, oggi);
        var (veloce, lento) = alGiorno > alGiornoRecente ? (alGiorno, alGiornoRecente) : (alGiornoRecente, alGiorno);
        var pochi = contate.Count < MinimoAdesioni || osservati < MinimoGiorni;
        var fine = !pochi && esaurimento < andamento.AdesioniAl ? esaurimento.Value : andamento.AdesioniAl;
        return new PrevisioneLotto(
            Esita(andamento, pochi, esaurimento, oggi), Mensile(alGiorno), Mensile(alGiornoRecente), osservati, contate.Count, escluse, escluse.Count,
            esaurimento, Quando(andamento.Residuo, veloce, oggi), Quando(andamento.Residuo, lento, oggi),
            fine.AddMonths(-andamento.Soglie.MesiPerLaGara), pochi);
    }

    private static EsitoPrevisione Esita(AndamentoLotto andamento, bool pochi, DateOnly? esaurimento, DateOnly oggi) => andamento switch
    {
        { Residuo: var r } when r < Importo.Zero => EsitoPrevisione.OltreIlMassimale,
        { AdesioniAl: var al } when al < oggi => EsitoPrevisione.AdesioniConcluse,
        _ when andamento.InAttesa > andamento.Residuo => EsitoPrevisione.DomandaSuperiore,
        _ when andamento.Residuo.Centesimi * 100m < andamento.Massimale.Centesimi * (decimal)andamento.Soglie.ResiduoMedio => EsitoPrevisione.InEsaurimento,
        _ when Vecchia(andamento, oggi) => EsitoPrevisione.DatoNonAggiornato,
        _ when pochi => EsitoPrevisione.DatiInsufficienti,
        _ when esaurimento < andamento.AdesioniAl => EsitoPrevisione.EsaurimentoAnticipato,
        _ => EsitoPrevisione.CapienzaSufficiente,
    };

    private static bool Vecchia(AndamentoLotto andamento, DateOnly oggi)
    {
        var ultima = andamento.Comunicazioni.Count == 0 ? andamento.AdesioniDal : andamento.Comunicazioni.Max(c => c.Giorno);
        return oggi.DayNumber - ultima.DayNumber > andamento.Soglie.GiorniComunicazione;
    }

    /// <summary>Returns the cents of an average day: the adhesions of the last days, and what the Soggetto Aggregatore communicated.</summary>
    private static decimal AlGiorno(AndamentoLotto andamento, List<ImportoNelTempo> contate, int giorni, DateOnly oggi) =>
        (contate.Where(a => Negli(giorni, a.Giorno, oggi)).Sum(a => (decimal)a.Importo.Centesimi) / giorni) + ComunicateAlGiorno(andamento, giorni, oggi);

    /// <summary>
    /// Returns the cents of an average day of the communicated adhesions, each communication spread over the days since the one before. The days
    /// that count end with the last communication: what came after it is not known yet, which is not the same as nothing. While the
    /// communications tell of too few days, those until today count.
    /// </summary>
    private static decimal ComunicateAlGiorno(AndamentoLotto andamento, int giorni, DateOnly oggi)
    {
        var note = andamento.Comunicazioni.Where(c => c.Giorno <= oggi).GroupBy(c => c.Giorno).OrderBy(g => g.Key).ToList();
        if (note.Count == 0)
        {
            return 0;
        }

        var prima = andamento.AdesioniDal.DayNumber - 1;
        var noti = note[^1].Key.DayNumber - prima;
        var (ultimo, conosciuti) = noti < MinimoGiorni ? (oggi.DayNumber, giorni) : (prima + noti, Math.Min(noti, giorni));
        var somma = 0m;
        foreach (var insieme in note)
        {
            var giorno = insieme.Key.DayNumber;
            var durata = Math.Max(1, giorno - prima);
            var nelPeriodo = giorno - Math.Max(giorno - durata, ultimo - conosciuti);
            somma += insieme.Sum(c => (decimal)c.Importo.Centesimi) * Math.Max(0, nelPeriodo) / durata;
            prima = giorno;
        }

        return somma / conosciuti;
    }

    private static bool Negli(int giorni, DateOnly giorno, DateOnly oggi) => giorno <= oggi && giorno.DayNumber > oggi.DayNumber - giorni;

    private static Importo Mensile(decimal alGiorno) => Importo.DaCentesimi((long)decimal.Round(alGiorno * GiorniDelMese));

    private static DateOnly? Quando(Importo residuo, decimal alGiorno, DateOnly oggi)
    {
        if (alGiorno <= 0)
        {
            return null;
        }

        var giorni = decimal.Ceiling(Math.Max(0, residuo.Centesimi) / alGiorno);
        return giorni > _orizzonte.DayNumber - oggi.DayNumber ? null : oggi.AddDays((int)giorni);
    }
}
