using CigHub.Domain.Common;
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
    /// Lotti open to adhesions with less than a tenth of the massimale left, and all Lotti with a sforamento da regolarizzare.
    /// </summary>
    QuasiEsauriti,

    /// <summary>Lotti open to adhesions with no Residuo, and all Lotti with a sforamento da regolarizzare.</summary>
    Esauriti,

    /// <summary>Lotti with a sforamento da regolarizzare: recorded facts exceed the massimale.</summary>
    Sforamento,

    /// <summary>
    /// Lotti open to adhesions whose altre adesioni were last communicated more than <see cref="LottiInCondizione.GiorniComunicazione"/>
    /// days ago, or never.
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
        CondizioneLotto.SenzaComunicazioni =>
            $"Senza adesioni comunicate da CMRC da più di {Plural.Of(LottiInCondizione.GiorniComunicazione, "giorno", "giorni")}",
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
    /// <summary>The number of days after which the last communication of altre adesioni counts as too old.</summary>
    public const int GiorniComunicazione = 90;

    /// <summary>The part of the massimale, as a divisor: an open Lotto with less than a tenth left is nearly exhausted.</summary>
    private const int QuasiEsaurito = 10;

    public IQueryable<LottoMisurato> Matching(CondizioneLotto condizione)
    {
        var limite = clock.GetUtcNow().UtcDateTime.AddDays(-GiorniComunicazione);
        return condizione switch
        {
            CondizioneLotto.QuasiEsauriti => All().Where(l => l.Sforamento || (l.Aperto && l.Residuo * QuasiEsaurito < l.Massimale)),
            CondizioneLotto.Esauriti => All().Where(l => l.Sforamento || (l.Aperto && l.Residuo <= 0)),
            CondizioneLotto.Sforamento => All().Where(l => l.Sforamento),
            CondizioneLotto.SenzaComunicazioni => All().Where(l => l.Aperto && (l.AltreAdesioniAl == null || l.AltreAdesioniAl < limite)),
            _ => throw new ArgumentOutOfRangeException(nameof(condizione), condizione, null),
        };
    }

    private IQueryable<LottoMisurato> All()
    {
        var oggi = clock.Today();
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
                   Aperto = l.ChiusoDal == null && c.ChiusaDal == null && c.AdesioniAl >= oggi,
               };
    }
}
