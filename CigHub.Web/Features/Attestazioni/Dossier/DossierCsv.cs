using CigHub.Web.Common;
using CsvHelper;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes a table of a dossier as CSV that a spreadsheet opens by itself: semicolons, UTF-8 with its mark, and no text that it would take for
/// a formula.
/// </summary>
internal static class DossierCsv
{
    private static readonly CsvWriterOptions _form = new() { Separator = ';', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <param name="rows">The rows, each with a value for every caption.</param>
    public static Task AddCsv(
        this HashedZip zip, string name, IReadOnlyList<string> captions, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct) =>
        zip.Add(name, async stream =>
        {
            await using var csv = CsvWriter.Create(stream, _form, true);
            await csv.WriteRecordAsync([.. captions], ct);
            await foreach (var row in rows.WithCancellation(ct))
            {
                await csv.WriteRecordAsync([.. row], ct);
            }

            await csv.FlushAsync(ct);
        });
}
