using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes a table of a dossier as CSV that a spreadsheet opens by itself: semicolons, UTF-8 with its mark, and no text that it would take for
/// a formula.
/// </summary>
internal static class DossierCsv
{
    private static readonly CsvConfiguration _form = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    /// <param name="rows">The rows, each with a value for every caption.</param>
    public static Task AddCsv(
        this HashedZip zip, string name, IReadOnlyList<string> captions, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct) =>
        zip.Add(name, async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            await using var csv = new CsvWriter(writer, _form);
            await WriteRow(csv, captions);
            await foreach (var row in rows.WithCancellation(ct))
            {
                await WriteRow(csv, row);
            }
        });

    private static async Task WriteRow(CsvWriter csv, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            csv.WriteField(value);
        }

        await csv.NextRecordAsync();
    }
}
