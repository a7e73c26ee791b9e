using System.Globalization;
using CigHub.Domain.Codici;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// Makes codes that are formally valid but belong to nobody. Each follows from a number, so that the demonstration is always the same.
/// </summary>
internal static class InventedCodes
{
    private const string Lettere = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Returns a CIG in the form in use since PCP (the platform of ANAC that now issues CIG).</summary>
    public static Cig Cig(char lettera, int numero)
    {
        var controllo = (numero + (lettera - 'A') + 1L) * 211 % 4091;
        return Domain.Codici.Cig.Parse(string.Create(CultureInfo.InvariantCulture, $"{lettera}{numero:X6}{controllo:X3}"), null);
    }

    /// <summary>Returns a CIG in the form that was in use before PCP.</summary>
    /// <param name="numero">A number from 1 to 9 999 999.</param>
    public static Cig CigSimog(int numero) =>
        Domain.Codici.Cig.Parse(string.Create(CultureInfo.InvariantCulture, $"{numero:0000000}{numero * 211L % 4091:X3}"), null);

    /// <summary>Returns a SmartCIG, the code that small adesioni got before 2024.</summary>
    /// <param name="numero">A number from 1 to FFFFFFF (hexadecimal).</param>
    public static Cig SmartCig(int numero) =>
        Domain.Codici.Cig.Parse(string.Create(CultureInfo.InvariantCulture, $"Z{numero * 211L % 251:X2}{numero:X7}"), null);

    /// <summary>Returns a well-formed CUP. Only the official register of CUP could tell that it does not exist.</summary>
    public static Cup Cup(int numero, int anno) =>
        Domain.Codici.Cup.Parse(string.Create(CultureInfo.InvariantCulture, $"E{numero % 90 + 10}B{anno % 100:00}{numero:000000000}"), null);

    /// <summary>Returns a partita IVA from a range that is not assigned to anybody.</summary>
    public static PartitaIva PartitaIva(int numero) =>
        Primo<PartitaIva>(
            Enumerable.Range(0, 10).Select(c => string.Create(CultureInfo.InvariantCulture, $"99{numero:00000000}{c}")),
            Domain.Codici.PartitaIva.TryParse);

    public static CodiceFiscale CodiceFiscaleDi(PartitaIva partitaIva) => CodiceFiscale.Parse(partitaIva.Valore, null);

    /// <summary>Returns the codice fiscale of a person whose birthplace (Z999) does not exist.</summary>
    public static CodiceFiscale Persona(string seiLettere, int anno, char mese, int giorno) =>
        Primo<CodiceFiscale>(
            Lettere.Select(c => string.Create(CultureInfo.InvariantCulture, $"{seiLettere}{anno % 100:00}{mese}{giorno:00}Z999{c}")),
            CodiceFiscale.TryParse);

    private delegate bool Attempt<T>(string? testo, IFormatProvider? provider, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T risultato);

    private static T Primo<T>(IEnumerable<string> candidati, Attempt<T> prova)
    {
        foreach (var candidato in candidati)
        {
            if (prova(candidato, null, out var valido))
            {
                return valido!;
            }
        }

        throw new InvalidOperationException("No check character fits: the check itself is wrong.");
    }
}
