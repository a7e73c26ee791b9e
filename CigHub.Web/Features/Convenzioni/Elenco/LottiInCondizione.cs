using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>A condition for which a Lotto needs attention. The Cruscotto counts Lotti by it, and the list of Convenzioni filters by it.</summary>
public enum CondizioneLotto
{
    /// <summary>Open with less than a tenth of the massimale left, or beyond the massimale.</summary>
    QuasiEsauriti,

    /// <summary>Open with nothing left, or beyond the massimale.</summary>
    Esauriti,

    /// <summary>Beyond the massimale: recorded facts have taken more than it.</summary>
    Sforamento,

    /// <summary>Open, and the other adhesions were never communicated, or not for a long time.</summary>
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
        CondizioneLotto.SenzaComunicazioni => $"Altre adesioni non comunicate da più di {Plural.Of(LottiInCondizione.GiorniComunicazione, "giorno", "giorni")}",
        _ => throw new ArgumentOutOfRangeException(nameof(condizione), condizione, null),
    };
}

/// <summary>A Lotto with its totals in cents, on which SQL evaluates a condition.</summary>
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

    /// <summary>Says whether an Ente can begin an adhesion, now or when the dates begin.</summary>
    public bool Aperto { get; init; }
}

/// <summary>Filters Lotti in SQL by each <see cref="CondizioneLotto"/>, so that a count and the list behind it give the same number.</summary>
public sealed class LottiInCondizione(CigHubDbContext db, TimeProvider clock)
{
    /// <summary>The number of days after which a communication of other adhesions counts as old.</summary>
    public const int GiorniComunicazione = 90;

    /// <summary>The divisor of the massimale: a Lotto with less than this part left is nearly exhausted.</summary>
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
