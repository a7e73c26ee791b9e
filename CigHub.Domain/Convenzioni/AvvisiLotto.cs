using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>The urgency of an alert, the worst first.</summary>
/// <remarks>Order: from the most urgent.</remarks>
public enum GravitaAvviso
{
    Alta,
    Media,
    Bassa,
}

/// <summary>The reason of an alert about a Lotto.</summary>
/// <remarks>Order: by importance among alerts of the same urgency.</remarks>
public enum TipoAvviso
{
    /// <summary>The residuo is below a share of the massimale.</summary>
    ResiduoBasso,

    /// <summary>The massimale runs out at the present average before the last day for adhesions.</summary>
    EsaurimentoPrimaDellaFine,

    /// <summary>Requests of a CIG have held capacity for many days.</summary>
    CapienzaBloccata,

    /// <summary>Adhesions end soon although much is left.</summary>
    ChiusuraConResiduo,

    /// <summary>The Soggetto Aggregatore has communicated no adhesions for long.</summary>
    SenzaComunicazione,
}

/// <summary>The state of a Lotto from which its alerts follow.</summary>
/// <remarks>Equality: by all members, the forecast by its own.</remarks>
/// <param name="AdesioniAl">The last day on which an Ente may adhere, inclusive. An earlier closing counts.</param>
/// <param name="ComunicateIl">The day of the last communication of the Soggetto Aggregatore. Null when there was none.</param>
/// <param name="GiorniBloccata">The age in days of the oldest request that holds capacity. Null when there is none.</param>
/// <param name="Soglie">The thresholds of the Convenzione.</param>
public sealed record SituazioneLotto(
    Importo Massimale, Importo Residuo, DateOnly AdesioniDal, DateOnly AdesioniAl, DateOnly? ComunicateIl, PrevisioneLotto Previsione, int? GiorniBloccata,
    SoglieSpesa Soglie);

/// <summary>One alert about a Lotto.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Soglia">
/// The threshold that was passed: a percentage for <see cref="TipoAvviso.ResiduoBasso"/>, otherwise days. For
/// <see cref="TipoAvviso.EsaurimentoPrimaDellaFine"/> the days by which it comes too early.
/// </param>
public sealed record AvvisoLotto(TipoAvviso Tipo, GravitaAvviso Gravita, int Soglia)
{
    /// <summary>The percentage of the massimale above which it is too much to be left when adhesions end.</summary>
    public const int MoltoResiduo = 40;

    private static readonly (int Soglia, GravitaAvviso Gravita)[] _chiusura = [(30, GravitaAvviso.Media), (90, GravitaAvviso.Bassa)];

    /// <summary>Returns the alerts of a Lotto on a day. Of several thresholds of one kind, only the worst that was passed counts.</summary>
    /// <remarks>After the last day for adhesions nobody can act any more, except on requests that are still open and on an excess.</remarks>
    public static IReadOnlyList<AvvisoLotto> Valuta(SituazioneLotto lotto, DateOnly oggi)
    {
        var avvisi = new List<AvvisoLotto>();
        var soglie = lotto.Soglie;
        var aperto = lotto.AdesioniDal <= oggi && oggi <= lotto.AdesioniAl;
        if (aperto || lotto.Residuo < Importo.Zero)
        {
            (int Soglia, GravitaAvviso Gravita)[] residuo =
            [
                (soglie.ResiduoMinimo, GravitaAvviso.Alta), (soglie.ResiduoMedio, GravitaAvviso.Media), (soglie.ResiduoBasso, GravitaAvviso.Bassa),
            ];
            Add(TipoAvviso.ResiduoBasso, residuo.Where(s => SottoLa(s.Soglia, lotto)));
        }

        if (aperto)
        {
            var mancano = lotto.AdesioniAl.DayNumber - oggi.DayNumber;
            if (lotto.Previsione is { HaUnaData: true, Esaurimento: { } giorno } && giorno < lotto.AdesioniAl)
            {
                avvisi.Add(new AvvisoLotto(TipoAvviso.EsaurimentoPrimaDellaFine, GravitaAvviso.Media, lotto.AdesioniAl.DayNumber - giorno.DayNumber));
            }

            var molto = lotto.Residuo.Centesimi * 100m > lotto.Massimale.Centesimi * (decimal)MoltoResiduo;
            Add(TipoAvviso.ChiusuraConResiduo, _chiusura.Where(s => molto && mancano <= s.Soglia));
            var ultima = lotto.ComunicateIl ?? lotto.AdesioniDal;
            if (oggi.DayNumber - ultima.DayNumber > soglie.GiorniComunicazione)
            {
                avvisi.Add(new AvvisoLotto(TipoAvviso.SenzaComunicazione, GravitaAvviso.Bassa, soglie.GiorniComunicazione));
            }
        }

        (int Soglia, GravitaAvviso Gravita)[] bloccata =
        [
            (soglie.GiorniBloccataLunga, GravitaAvviso.Media), (soglie.GiorniBloccata, GravitaAvviso.Bassa),
        ];
        Add(TipoAvviso.CapienzaBloccata, bloccata.Where(s => lotto.GiorniBloccata >= s.Soglia));
        return avvisi;

        void Add(TipoAvviso tipo, IEnumerable<(int Soglia, GravitaAvviso Gravita)> superate) =>
            avvisi.AddRange(superate.Take(1).Select(s => new AvvisoLotto(tipo, s.Gravita, s.Soglia)));
    }

    private static bool SottoLa(int percentuale, SituazioneLotto lotto) =>
        lotto.Residuo.Centesimi * 100m < lotto.Massimale.Centesimi * (decimal)percentuale;
}
