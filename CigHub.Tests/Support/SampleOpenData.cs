using System.IO.Compression;
using System.Text;
using CigHub.Domain.OpenData;
using CigHub.Web.Features.Spesa.Riconciliazione;

namespace CigHub.Tests.Support;

/// <summary>Small files in the layout of ANAC's open data. Every value of a row that a test does not set is one of a plain adhesion.</summary>
internal static class SampleOpenData
{
    public const string Name = "20261120-cig_csv.csv";

    public static string Header => Line(IntestazioneOpenData.Colonne);

    /// <summary>Returns one line of the file, quoted as ANAC's are.</summary>
    public static string Row(
        string cig, string padre, string importo, string cf, string modalita = "11", string stato = "ATTIVO", string giorno = "2026-11-10",
        string cancellata = "", string prevalente = "1", string ente = "COMUNE DI PROVA")
    {
        var values = new Dictionary<string, string>
        {
            ["cig"] = cig,
            ["cig_accordo_quadro"] = padre,
            ["importo_lotto"] = importo,
            ["cf_amministrazione_appaltante"] = cf,
            ["denominazione_amministrazione_appaltante"] = ente,
            ["cod_modalita_realizzazione"] = modalita,
            ["modalita_realizzazione"] = modalita == RigaOpenData.Convenzione ? "CONVENZIONE" : "CONTRATTO",
            ["stato"] = stato,
            ["data_pubblicazione"] = giorno,
            ["data_cancellazione"] = cancellata,
            ["flag_prevalente"] = prevalente,
            ["oggetto_lotto"] = "Servizio di \"pulizia\"; sedi\ncomunali",
        };
        return Line(IntestazioneOpenData.Colonne.Select(c => values.GetValueOrDefault(c, "")));
    }

    /// <summary>Returns the bytes of a file with these lines, with the mark of UTF-8 that ANAC's have.</summary>
    public static byte[] Csv(params string[] rows) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(Header)))];

    /// <summary>Returns the bytes of a file of another layout, with its captions.</summary>
    public static byte[] Csv(TracciatoOpenData tracciato, params string[][] rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Prepend([.. IntestazioneOpenData.ColonneDi(tracciato)]).Select(Line)))];

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Returns one difference of an Affidamento, as a comparison finds it.</summary>
    public static OpenDataEsaminato Esaminato(Guid affidamento, Guid ente) => new(
        ente,
        new FileLetto(TracciatoOpenData.Cig, Name, new string('0', 64), new DateOnly(2026, 11, 20), true, 1, 1, [202611]),
        [
            new(TipoDifferenza.Importo, "B000000001", "100,00 €", "120,00 €", new DateOnly(2026, 11, 10), ente, AffidamentoId: affidamento),
        ]);

    private static string Line(IEnumerable<string> values) =>
        string.Join(';', values.Select(v => v.Length == 0 ? "" : $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";
}
