using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>The thresholds by which the spending on a Convenzione is watched, all of them known.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="MesiPerLaGara">The months before the end of a Lotto in which the next tender has to begin.</param>
/// <param name="ResiduoBasso">The percentage of the massimale below which the residuo raises the mildest alert.</param>
/// <param name="ResiduoMedio">The percentage below which a Lotto counts as running out.</param>
/// <param name="ResiduoMinimo">The percentage below which the alert is urgent.</param>
/// <param name="GiorniBloccata">The days after which a request that holds capacity raises an alert.</param>
/// <param name="GiorniBloccataLunga">The days after which that alert gets worse.</param>
/// <param name="GiorniComunicazione">The days after which a communication of the Soggetto Aggregatore is too old.</param>
public sealed record SoglieSpesa(
    int MesiPerLaGara, int ResiduoBasso, int ResiduoMedio, int ResiduoMinimo, int GiorniBloccata, int GiorniBloccataLunga, int GiorniComunicazione)
{
    /// <summary>The thresholds of the office, which hold where a Convenzione has none of its own.</summary>
    public static SoglieSpesa Predefinite { get; } = new(12, 20, 10, 5, 15, 30, 90);
}

/// <summary>The thresholds that the office set for one Convenzione. Null stands for the one of <see cref="SoglieSpesa.Predefinite"/>.</summary>
/// <remarks>Equality: by all members. The default has no threshold of its own.</remarks>
public sealed record SoglieScelte(
    int? MesiPerLaGara = null, int? ResiduoBasso = null, int? ResiduoMedio = null, int? ResiduoMinimo = null, int? GiorniBloccata = null,
    int? GiorniBloccataLunga = null, int? GiorniComunicazione = null)
{
    /// <summary>The longest lead time of a tender, in months.</summary>
    public const int MaxMesi = 60;

    /// <summary>The largest number of days of a threshold.</summary>
    public const int MaxGiorni = 730;

    /// <summary>The thresholds that hold for the Convenzione.</summary>
    public SoglieSpesa Valori
    {
        get
        {
            var p = SoglieSpesa.Predefinite;
            return new SoglieSpesa(
                MesiPerLaGara ?? p.MesiPerLaGara, ResiduoBasso ?? p.ResiduoBasso, ResiduoMedio ?? p.ResiduoMedio, ResiduoMinimo ?? p.ResiduoMinimo,
                GiorniBloccata ?? p.GiorniBloccata, GiorniBloccataLunga ?? p.GiorniBloccataLunga, GiorniComunicazione ?? p.GiorniComunicazione);
        }
    }

    /// <summary>Checks that the thresholds lie within their limits and get worse in their order. Each error names the member that it concerns.</summary>
    public IReadOnlyList<Error> Controlla()
    {
        var v = Valori;
        var errori = new List<Error>();
        if (v.MesiPerLaGara is < 1 or > MaxMesi)
        {
            errori.Add(new Error(
                "soglie.mesi-gara", $"I mesi per la nuova gara vanno da 1 a {MaxMesi}: lascia vuoto il campo per quelli dell'ufficio.", nameof(MesiPerLaGara)));
        }

        if (!(v is { ResiduoMinimo: >= 1, ResiduoBasso: <= 99 } && v.ResiduoMinimo < v.ResiduoMedio && v.ResiduoMedio < v.ResiduoBasso))
        {
            errori.Add(new Error(
                "soglie.residuo",
                $"Le soglie del residuo vanno dalla più alta alla più bassa, tra 99 e 1 %: ora sono {v.ResiduoBasso}, {v.ResiduoMedio} e {v.ResiduoMinimo} %.",
                ResiduoBasso is not null ? nameof(ResiduoBasso) : ResiduoMedio is not null ? nameof(ResiduoMedio) : nameof(ResiduoMinimo)));
        }

        if (v.GiorniBloccata < 1 || v.GiorniBloccataLunga > MaxGiorni || v.GiorniBloccata >= v.GiorniBloccataLunga)
        {
            errori.Add(new Error(
                "soglie.bloccata",
                $"I giorni di capienza bloccata vanno da 1 a {MaxGiorni}, i secondi più dei primi: ora sono {v.GiorniBloccata} e {v.GiorniBloccataLunga}.",
                GiorniBloccata is not null ? nameof(GiorniBloccata) : nameof(GiorniBloccataLunga)));
        }

        if (v.GiorniComunicazione is < 1 or > MaxGiorni)
        {
            errori.Add(new Error(
                "soglie.comunicazione", $"I giorni senza comunicazioni vanno da 1 a {MaxGiorni}: lascia vuoto il campo per quelli dell'ufficio.",
                nameof(GiorniComunicazione)));
        }

        return errori;
    }
}
