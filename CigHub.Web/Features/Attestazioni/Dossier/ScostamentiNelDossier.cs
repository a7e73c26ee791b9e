using System.Runtime.CompilerServices;
using CigHub.Domain.Rilievi;
using CigHub.Web.Common;
using CigHub.Web.Features.Rilievi.Elenco;
using static CigHub.Web.Features.Attestazioni.Dossier.DossierPage;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes the rilievi about the controls into a dossier, as a table of its page and as CSV: what the rules found, what people judged, as it
/// is when the dossier is made. With pseudonyms rule, day, Ente and state remain; what names or quotes anybody is left out.
/// </summary>
internal sealed class ScostamentiNelDossier(RilieviReader reader, bool pseudonimi)
{
    public const string File = "scostamenti.csv";

    private static readonly string[] _captions = ["Giorno", "Regola", "Ente", "Convenzione", "Stato", "Ancora attuale", "Su che cosa si fonda"];

    private IReadOnlyList<string> Captions => pseudonimi ? _captions : [.. _captions, "Perché", "Motivo di chi lo ha esaminato"];

    public Task WriteCsv(HashedZip zip, CancellationToken ct) => zip.AddCsv(File, Captions, Rows(ct), ct);

    /// <summary>Writes the sentence about the computation and the table.</summary>
    public async Task WriteSection(TextWriter page, CancellationToken ct)
    {
        var computed = await reader.UltimoCalcolo(ct);
        await page.WriteAsync(computed is { } utc
            ? $"<p>{RilieviColumns.DaEsaminare} Calcolati il {RomeTime.Text(utc)}; lo stato è quello di quando il dossier è stato preparato. " +
                $"Anche in {File}.</p>\n"
            : "<p>Gli scostamenti non sono ancora stati calcolati.</p>\n");
        await page.WriteAsync($"<table><thead><tr>{string.Concat(Captions.Select(c => $"<th>{Html(c)}</th>"))}</tr></thead><tbody>\n");
        var any = false;
        await foreach (var row in Rows(ct))
        {
            any = true;
            await page.WriteAsync($"<tr>{string.Concat(row.Select(v => $"<td>{Html(v)}</td>"))}</tr>\n");
        }

        await page.WriteAsync(any || computed is null ? "</tbody></table>\n" : "</tbody></table>\n<p>Nessuno scostamento.</p>\n");
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> Rows([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var r in reader.InOrder(FamigliaRilievi.Controlli, ct))
        {
            var evidence = pseudonimi ? string.Join("; ", r.Prove.Select(p => p.Breve ?? p.Testo)) + r.Altre : r.ProveInRiga;
            string[] values = [RomeTime.Text(r.Giorno), r.Regola, r.Ente, r.Convenzione ?? "", r.Stato.Nome(), r.Attuale ? "Sì" : "No", evidence];
            yield return pseudonimi ? values : [.. values, r.Frase, string.Join("; ", r.Storia.Select(g => $"{g.Chi}, {RomeTime.Text(g.Utc)}: {g.Motivo}"))];
        }
    }
}
