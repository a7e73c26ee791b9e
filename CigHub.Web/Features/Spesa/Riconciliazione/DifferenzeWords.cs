using CigHub.Domain.Common;
using CigHub.Domain.OpenData;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The sentences about a compared file and its differences, on screen, in the sheet and in the registro.</summary>
internal static class DifferenzeWords
{
    /// <summary>Returns what both sides say: «CigHub: 100,00 €; ANAC: niente».</summary>
    public static string Sentence(string qui, string la) => $"CigHub: {Side(qui)}; ANAC: {Side(la)}";

    public static string Side(string testo) => testo.Length > 0 ? testo : "niente";

    /// <summary>Returns the name of the file and the day of which it tells.</summary>
    public static string Snapshot(FileShown file) =>
        $"{file.Nome}, fotografia del {RomeTime.Text(file.Giorno)} ({Where(file)})";

    private static string Where(FileShown file) => file switch
    {
        { GiornoDalNome: true } => "dal nome del file",
        { Tracciato: TracciatoOpenData.Cig } => "la data più recente nel file",
        _ => "il giorno del confronto",
    };

    /// <summary>Returns the number of rows and the months that the file covers.</summary>
    public static string Rows(FileShown file) =>
        $"{Plural.Of(file.Righe, "riga", "righe")} nel file"
        + (file.Tenute is { } tenute ? $", {Plural.Of(tenute, "CIG che ci riguarda", "CIG che ci riguardano")}. " : ". ")
        + (file.Tracciato != TracciatoOpenData.Cig ? "Si confrontano i CIG che sono da tutte e due le parti."
            : file.Mesi.Count == 0 ? "Il file non dice i mesi." : $"{Plural.Word(file.Mesi.Count, "Mese coperto", "Mesi coperti")}: {Months(file.Mesi)}.");

    /// <summary>Returns the age of a CIG that is not in the file: it explains most of these differences.</summary>
    public static string Age(DateOnly giorno, DateOnly fotografia) =>
        $"acquisito {Plural.Of(fotografia.DayNumber - giorno.DayNumber, "giorno", "giorni")} prima della fotografia";

    /// <summary>Returns months in spans: «06/2023–09/2023, 11/2023».</summary>
    private static string Months(IReadOnlyList<int> mesi)
    {
        var spans = new List<(int From, int To)>();
        foreach (var mese in mesi)
        {
            if (spans.Count > 0 && Ordinal(spans[^1].To) + 1 == Ordinal(mese))
            {
                spans[^1] = (spans[^1].From, mese);
            }
            else
            {
                spans.Add((mese, mese));
            }
        }

        return string.Join(", ", spans.Select(s => s.From == s.To ? Month(s.From) : $"{Month(s.From)}–{Month(s.To)}"));
    }

    private static int Ordinal(int mese) => mese / 100 * 12 + mese % 100;

    private static string Month(int mese) => $"{mese % 100:00}/{mese / 100}";
}
