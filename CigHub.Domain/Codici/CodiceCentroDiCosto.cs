using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>
/// The code of a centro di costo of a stazione appaltante in AUSA: 32 hexadecimal digits in five groups
/// (<c>9D742831-3C94-4501-A651-2BF4DB78E30D</c>) or, for some older ones, a short number (<c>2558</c>).
/// </summary>
/// <remarks>
/// Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Default: null. It has no check digit: only AUSA knows whether the code
/// exists (ANAC's error ERR69). Source: <c>id_centro_costo</c> in ANAC's open data of CIG of October 2023, where 960 of 1 068 rows have the
/// long form and 108 have a number of two to four digits.
/// </remarks>
public sealed record CodiceCentroDiCosto : Codice<CodiceCentroDiCosto>, ICodice<CodiceCentroDiCosto>
{
    /// <summary>The form of the code in Italian words, for the help text beside a field.</summary>
    public const string Forma = "32 cifre esadecimali in cinque gruppi, per esempio 9D742831-3C94-4501-A651-2BF4DB78E30D; "
        + "per qualche Ente un numero breve, per esempio 2558.";

    private const int CifreMinime = 2;
    private const int CifreMassime = 6;
    private const int CifreEsadecimali = 32;

    private CodiceCentroDiCosto(string valore) : base(valore) { }

    public static Result<CodiceCentroDiCosto> Leggi(string? testo)
    {
        var s = CodeText.Pulisci(testo);
        if (s.Length == 0)
        {
            return new Error("codice-centro-di-costo.mancante", "Scrivi il codice del centro di costo come risulta in AUSA.");
        }

        if (s.Length is >= CifreMinime and <= CifreMassime && CodeText.SoloCifre(s))
        {
            return new CodiceCentroDiCosto(s);
        }

        if ((Guid.TryParseExact(s, "D", out var esteso) || Guid.TryParseExact(s, "N", out esteso)) && esteso != Guid.Empty)
        {
            return new CodiceCentroDiCosto(esteso.ToString("D").ToUpperInvariant());
        }

        var esadecimali = s.Count(char.IsAsciiHexDigit);
        var tronco = esadecimali >= CifreEsadecimali / 2 && esadecimali != CifreEsadecimali && s.All(c => c == '-' || char.IsAsciiHexDigit(c));
        return new Error("codice-centro-di-costo.forma", tronco
            ? $"Il codice di un centro di costo ha {Plural.Of(CifreEsadecimali, "cifra esadecimale", "cifre esadecimali")}, "
                + $"{Plural.Word(esadecimali, "qui c'è", "qui ci sono")} {Plural.Of(esadecimali, "cifra", "cifre")}: ricopialo intero da AUSA."
            : $"Questo non è il codice di un centro di costo: ricopialo da AUSA. È di {Forma}");
    }
}
