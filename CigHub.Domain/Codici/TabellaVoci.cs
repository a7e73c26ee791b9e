using System.Globalization;
using System.Text;

namespace CigHub.Domain.Codici;

/// <summary>Entries as lines of text: code, label, first day, first day after, parted by tabs; what is empty at the end of a line is not written. The form of the shipped tables and of the stored ones.</summary>
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

    /// <exception cref="FormatException">When it is not such a text: only what <see cref="Scrivi"/> wrote is read back.</exception>
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
