using System.Security.Cryptography;
using System.Text;

namespace CigHub.Domain.Codici;

/// <summary>
/// Makes the short label of an entry from ANAC's wording: it collapses blanks, drops the code in front, and cuts a text that is too long at
/// the end of a word.
/// </summary>
/// <remarks>
/// Some long wordings were shortened by hand, because a cut would say too little or make two labels alike. Each of these is recognised by
/// the digest of ANAC's wording (<c>Liste/riscritte.tsv</c>: list, code, 16 hex digits of SHA-256). When ANAC changes the wording, the
/// digest no longer matches and the label comes from the new wording.
/// </remarks>
internal static class EtichettaAnac
{
    private const int CifreImpronta = 16;

    private static readonly Lazy<HashSet<(string Lista, string Codice, string Impronta)>> _riscritte = new(Carica);

    public static string Breve(string idTipologica, string codice, string descrizione)
    {
        var intera = SenzaBianchiDoppi(descrizione);
        if (_riscritte.Value.Contains((idTipologica, codice, Impronta(intera))) && ListeAnac.Trova(idTipologica)?.Trova(codice) is { } fornita)
        {
            return fornita.Etichetta;
        }

        var prefisso = codice + " - ";
        var senzaCodice = intera.StartsWith(prefisso, StringComparison.Ordinal) && intera.Length > prefisso.Length ? intera[prefisso.Length..] : intera;
        return Tagliata(senzaCodice);
    }

    /// <summary>Replaces each run of white space and control characters with one blank, and trims the text.</summary>
    public static string SenzaBianchiDoppi(string testo) =>
        string.Join(' ', new string([.. testo.Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Tagliata(string testo)
    {
        if (testo.Length <= VoceLista.MaxEtichetta)
        {
            return testo;
        }

        var bianco = testo.LastIndexOf(' ', VoceLista.MaxEtichetta - 1);
        return testo[..(bianco > 0 ? bianco : VoceLista.MaxEtichetta - 1)].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    private static string Impronta(string testo) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(testo)))[..CifreImpronta];

    private static HashSet<(string Lista, string Codice, string Impronta)> Carica()
    {
        using var risorsa = typeof(EtichettaAnac).Assembly.GetManifestResourceStream("Liste/riscritte.tsv")
            ?? throw new InvalidOperationException("The reworded labels are not in the assembly.");
        using var lettore = new StreamReader(risorsa, Encoding.UTF8);
        return [.. lettore.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(r => r.TrimEnd('\r').Split('\t'))
            .Select(c => (c[0], c[1], c[2]))];
    }
}
