using System.Globalization;
using System.Text;

namespace CigHub.Domain.Codici;

/// <summary>
/// Writes and reads the entries of a code list as lines of text: code, label, first day of validity and first day after the validity,
/// separated by tabs. Empty fields at the end of a line are not written. The shipped lists and the imported ones are stored in this form.
/// </summary>
public static class TabellaVoci
{
    private const string FormaGiorno = "yyyy-MM-dd";

    public static string Scrivi(IEnumerable<VoceLista> voci)
    {
        var testo = new StringBuilder();
        foreach (var v in voci)
        {
            testo.Append(v.Codice).Append('\t').Append(v.Etichetta);
            if (v.Dal is not null || v.Fino is not null)
            {
                testo.Append('\t').Append(Giorno(v.Dal));
            }

            if (v.Fino is not null)
            {
                testo.Append('\t').Append(Giorno(v.Fino));
            }

            testo.Append('\n');
        }

        return testo.ToString();
    }

    /// <exception cref="FormatException">The text is not in the form that <see cref="Scrivi"/> writes.</exception>
    public static IReadOnlyList<VoceLista> Leggi(TextReader lettore)
    {
        var voci = new List<VoceLista>();
        while (lettore.ReadLine() is { } riga)
        {
            var campi = riga.Split('\t');
            voci.Add(campi.Length is >= 2 and <= 4
                ? new VoceLista(campi[0], campi[1], LeggiGiorno(campi, 2), LeggiGiorno(campi, 3))
                : throw new FormatException("A line of a code list has two to four fields."));
        }

        return voci;
    }

    private static string Giorno(DateOnly? giorno) => giorno?.ToString(FormaGiorno, CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? LeggiGiorno(string[] campi, int posto) =>
        campi.Length > posto && campi[posto].Length > 0 ? DateOnly.ParseExact(campi[posto], FormaGiorno, CultureInfo.InvariantCulture) : null;
}
