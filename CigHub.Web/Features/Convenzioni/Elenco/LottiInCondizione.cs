using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>
/// A condition in which a Lotto needs attention. The Cruscotto counts the Lotti in each condition, and the list of Convenzioni can be
/// filtered by each.
/// </summary>
public enum CondizioneLotto
{
    /// <summary>
    /// Lotti open to adhesions with less left than the Convenzione's own middle threshold, and all Lotti with a sforamento da regolarizzare.
    /// </summary>
    QuasiEsauriti,

    /// <summary>Lotti open to adhesions with no Residuo, and all Lotti with a sforamento da regolarizzare.</summary>
    Esauriti,

    /// <summary>Lotti with a sforamento da regolarizzare: recorded facts exceed the massimale.</summary>
    Sforamento,

    /// <summary>
    /// Lotti open to adhesions whose altre adesioni were last communicated longer ago than the Convenzione allows, or never.
    /// </summary>
    SenzaComunicazioni,
}

/// <summary>Names on screen of each <see cref="CondizioneLotto"/>.</summary>
public static class CondizioneNames
{
    public static string Name(this CondizioneLotto condizione) => condizione switch
    {
        CondizioneLotto.QuasiEsauriti => "Quasi esauriti",
        CondizioneLotto.Esauriti => "Esauriti o oltre il massimale",
        CondizioneLotto.Sforamento => "Oltre il massimale",
        CondizioneLotto.SenzaComunicazioni => "Senza adesioni comunicate da CMRC da troppi giorni",
        _ => throw new ArgumentOutOfRangeException(nameof(condizione), condizione, null),
    };
}

/// <summary>A Lotto with its totals as SQL computes them, in cents, so that SQL can filter and sort by them.</summary>
public sealed class LottoMisurato
{
    public Guid Id { get; init; }

    public int Numero { get; init; }

    public required string Oggetto { get; init; }

    public required string Convenzione { get; init; }

    public long Massimale { get; init; }

    public long Residuo { get; init; }

    public bool Sforamento { get; init; }

    public DateTime? AltreAdesioniAl { get; init; }

    /// <summary>The percentage of the massimale below which the Lotto counts as running out, and the days after which a communication is old.</summary>
    public int ResiduoMedio { get; init; }

    public int GiorniComunicazione { get; init; }

    /// <summary>
    /// Says whether the Lotto and its Convenzione are not closed and the last day for adhesions is not over. The first day may be yet to
    /// come.
    /// </summary>
    public bool Aperto { get; init; }
}

/// <summary>
/// Finds, in SQL, the Lotti in each <see cref="CondizioneLotto"/>. A count and the list behind it both use it, so that they give the same
/// number.
/// </summary>
public sealed class LottiInCondizione(CigHubDbContext db, TimeProvider clock)
{
    private const int InPercento = 100;

    public IQueryable<LottoMisurato> Matching(CondizioneLotto condizione)
    {
        // A day of the communication counts as a whole: it is too old on the day after the last one that the threshold allows.
        var oggi = RomeTime.StartOf(clock.Today());
        return condizione switch
        {
            CondizioneLotto.QuasiEsauriti =>
                All().Where(l => l.Sforamento || (l.Aperto && l.Residuo * InPercento < l.Massimale * l.ResiduoMedio)),
            CondizioneLotto.Esauriti => All().Where(l => l.Sforamento || (l.Aperto && l.Residuo <= 0)),
            CondizioneLotto.Sforamento => All().Where(l => l.Sforamento),
            CondizioneLotto.SenzaComunicazioni =>
                All().Where(l => l.Aperto && (l.AltreAdesioniAl == null || l.AltreAdesioniAl.Value.AddDays(l.GiorniComunicazione) < oggi)),
            _ => throw new ArgumentOutOfRangeException(nameof(condizione), condizione, null),
        };
    }

    private IQueryable<LottoMisurato> All()
    {
        var (oggi, ufficio) = (clock.Today(), SoglieSpesa.Predefinite);
        return from l in db.Lotti
               join k in db.Capienze on l.Id equals k.LottoId
               join c in db.Convenzioni on l.ConvenzioneId equals c.Id
               select new LottoMisurato
               {
                   Id = l.Id,
                   Numero = l.Numero,
                   Oggetto = l.Oggetto,
                   Convenzione = c.Titolo,
                   Massimale = k.Massimale.Centesimi,
                   Residuo = k.Massimale.Centesimi - k.Aderito.Centesimi - k.Riservato.Centesimi - k.AltreAdesioni.Centesimi,
                   Sforamento = k.SforamentoDaRegolarizzare,
                   AltreAdesioniAl = k.AltreAdesioniAl,
                   ResiduoMedio = c.Soglie.ResiduoMedio ?? ufficio.ResiduoMedio,
                   GiorniComunicazione = c.Soglie.GiorniComunicazione ?? ufficio.GiorniComunicazione,
                   Aperto = l.ChiusoDal == null && c.ChiusaDal == null && c.AdesioniAl >= oggi,
               };
    }
}
