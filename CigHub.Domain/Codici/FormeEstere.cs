using System.Text.RegularExpressions;

namespace CigHub.Domain.Codici;

/// <summary>
/// The shapes of the identifiers of foreign suppliers that CigHub knows: the VAT numbers of the Union, of Switzerland, Norway and the United
/// Kingdom, and the COE of San Marino. Sources: the European Commission's VIES, structure of VAT numbers; for San Marino ANAC, npa issue 305.
/// </summary>
internal static class FormeEstere
{
    private const int Sigla = 2;

    /// <summary>The prefix, the three letters of the country, the shape after the prefix, and the shape in Italian words.</summary>
    private static readonly Dictionary<string, (string Paese, Regex Resto, string Parole)> _forme = new(StringComparer.Ordinal)
    {
        ["AT"] = Forma("AUT", @"U\d{8}", "ATU e 8 cifre"),
        ["BE"] = Forma("BEL", @"\d{9,10}", "BE e 10 cifre"),
        ["BG"] = Forma("BGR", @"\d{9,10}", "BG e 9 o 10 cifre"),
        ["CH"] = Forma("CHE", @"E\d{9}(MWST|TVA|IVA)?", "CHE e 9 cifre"),
        ["CY"] = Forma("CYP", @"\d{8}[A-Z]", "CY, 8 cifre e una lettera"),
        ["CZ"] = Forma("CZE", @"\d{8,10}", "CZ e da 8 a 10 cifre"),
        ["DE"] = Forma("DEU", @"\d{9}", "DE e 9 cifre"),
        ["DK"] = Forma("DNK", @"\d{8}", "DK e 8 cifre"),
        ["EE"] = Forma("EST", @"\d{9}", "EE e 9 cifre"),
        ["EL"] = Forma("GRC", @"\d{9}", "EL e 9 cifre"),
        ["GR"] = Forma("GRC", @"\d{9}", "EL e 9 cifre"),
        ["ES"] = Forma("ESP", @"[A-Z0-9]\d{7}[A-Z0-9]", "ES e 9 caratteri, il primo o l'ultimo una lettera"),
        ["FI"] = Forma("FIN", @"\d{8}", "FI e 8 cifre"),
        ["FR"] = Forma("FRA", @"[A-Z0-9]{2}\d{9}", "FR, due caratteri e 9 cifre"),
        ["GB"] = Forma("GBR", @"(\d{9}|\d{12}|(GD|HA)\d{3})", "GB e 9 o 12 cifre"),
        ["HR"] = Forma("HRV", @"\d{11}", "HR e 11 cifre"),
        ["HU"] = Forma("HUN", @"\d{8}", "HU e 8 cifre"),
        ["IE"] = Forma("IRL", @"\d[A-Z0-9+*]\d{5}[A-Z]{1,2}", "IE, 7 caratteri e una o due lettere"),
        ["LT"] = Forma("LTU", @"(\d{9}|\d{12})", "LT e 9 o 12 cifre"),
        ["LU"] = Forma("LUX", @"\d{8}", "LU e 8 cifre"),
        ["LV"] = Forma("LVA", @"\d{11}", "LV e 11 cifre"),
        ["MT"] = Forma("MLT", @"\d{8}", "MT e 8 cifre"),
        ["NL"] = Forma("NLD", @"\d{9}B\d{2}", "NL, 9 cifre, B e 2 cifre"),
        ["NO"] = Forma("NOR", @"\d{9}(MVA)?", "NO e 9 cifre"),
        ["PL"] = Forma("POL", @"\d{10}", "PL e 10 cifre"),
        ["PT"] = Forma("PRT", @"\d{9}", "PT e 9 cifre"),
        ["RO"] = Forma("ROU", @"\d{2,10}", "RO e da 2 a 10 cifre"),
        ["SE"] = Forma("SWE", @"\d{12}", "SE e 12 cifre"),
        ["SI"] = Forma("SVN", @"\d{8}", "SI e 8 cifre"),
        ["SK"] = Forma("SVK", @"\d{10}", "SK e 10 cifre"),
        ["SM"] = Forma("SMR", @"\d{5}", "SM e 5 cifre (il COE, con gli zeri iniziali)"),
        ["XI"] = Forma("GBR", @"(\d{9}|\d{12}|(GD|HA)\d{3})", "XI e 9 o 12 cifre"),
    };

    public static bool Riconosce(string codice) => TrovaForma(codice) is { } forma && forma.Resto.IsMatch(codice.AsSpan(Sigla));

    public static string? Paese(string codice) => TrovaForma(codice)?.Paese;

    /// <summary>Returns the words for the shape that the country's identifiers have, or null when the text begins with no known prefix.</summary>
    public static string? Attesa(string codice) => TrovaForma(codice)?.Parole;

    private static (string Paese, Regex Resto, string Parole)? TrovaForma(string codice) =>
        codice.Length > Sigla && _forme.TryGetValue(codice[..Sigla], out var forma) ? forma : null;

    private static (string Paese, Regex Resto, string Parole) Forma(string paese, string resto, string parole) =>
        (paese, new Regex($"^(?:{resto})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture), parole);
}
