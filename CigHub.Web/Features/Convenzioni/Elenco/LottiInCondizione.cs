using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>Reasons why somebody has to look at a Lotto. The Cruscotto counts by it and the list of Convenzioni filters by it.</summary>
public enum CondizioneLotto
{
    /// <summary>Open with less than a tenth left, or exceeded.</summary>
    QuasiEsauriti,

    /// <summary>Open with nothing left, or exceeded.</summary>
    Esauriti,

    /// <summary>Facts have taken more than there was.</summary>
    Sforamento,

    /// <summary>Open, and its other adhesions were last communicated long ago, or never.</summary>
    SenzaComunicazioni,
}

/// <summary>The words for each <see cref="CondizioneLotto"/>.</summary>
public static class NomiDiCondizione
{
    public static string Nome(this CondizioneLotto condizione) => condizione switch
    {
        CondizioneLotto.QuasiEsauriti => "Quasi esauriti",
        CondizioneLotto.Esauriti => "Esauriti o oltre il massimale",
        CondizioneLotto.Sforamento => "Oltre il massimale",
        CondizioneLotto.SenzaComunicazioni => $"Altre adesioni non comunicate da più di {Plural.Of(LottiInCondizione.GiorniComunicazione, "giorno", "giorni")}",
        _ => throw new ArgumentOutOfRangeException(nameof(condizione), condizione, null),
    };
}

/// <summary>A Lotto with its totals in cents, for a condition in SQL.</summary>
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

    /// <summary>One may adhere to it today.</summary>
    public bool Aperto { get; init; }
}

/// <summary>The condition in SQL of each <see cref="CondizioneLotto"/>, so that a count and the list behind it give the same number.</summary>
public sealed class LottiInCondizione(CigHubDbContext db, TimeProvider clock)
{
    /// <summary>Days after which a communication of the other adhesions is old.</summary>
    public const int GiorniComunicazione = 90;

    /// <summary>A Lotto with less than one part in ten left is nearly exhausted.</summary>
    private const int QuasiEsaurito = 10;

    public IQueryable<LottoMisurato> In(CondizioneLotto condizione)
    {
        var limite = clock.GetUtcNow().UtcDateTime.AddDays(-GiorniComunicazione);
        return condizione switch
        {
            CondizioneLotto.QuasiEsauriti => Tutti().Where(l => l.Sforamento || (l.Aperto && l.Residuo * QuasiEsaurito < l.Massimale)),
            CondizioneLotto.Esauriti => Tutti().Where(l => l.Sforamento || (l.Aperto && l.Residuo <= 0)),
            CondizioneLotto.Sforamento => Tutti().Where(l => l.Sforamento),
            CondizioneLotto.SenzaComunicazioni => Tutti().Where(l => l.Aperto && (l.AltreAdesioniAl == null || l.AltreAdesioniAl < limite)),
            _ => throw new ArgumentOutOfRangeException(nameof(condizione), condizione, null),
        };
    }

    private IQueryable<LottoMisurato> Tutti()
    {
        var oggi = clock.Oggi();
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
