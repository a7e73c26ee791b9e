using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using static CigHub.Web.Features.Attestazioni.Dossier.DossierPage;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes the files of the acts into a dossier, each once, and the lines about them in its page. With pseudonyms the files and their names are
/// left out, because nobody has read them: type and SHA-256 remain.
/// </summary>
internal static class AttiNelDossier
{
    /// <summary>The caption of the table of acts.</summary>
    public const string Caption = "<th>Affidamento</th><th>Tipo</th><th>File</th><th>SHA-256</th>";

    public static async Task WriteActs(this CigHubDbContext db, HashedZip zip, CancellationToken ct)
    {
        var written = new HashSet<string>();
        await foreach (var act in db.Acts().WithCancellation(ct))
        {
            var name = EntryOf(act.File);
            if (written.Add(name)
                && await db.ContenutiFile.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == act.File.Sha256, ct) is { } content)
            {
                await zip.Add(name, content.Byte, ct);
            }
        }
    }

    public static async Task WriteActRows(this CigHubDbContext db, TextWriter page, bool pseudonimi, CancellationToken ct)
    {
        await foreach (var act in db.Acts().WithCancellation(ct))
        {
            var number = new NumeroAffidamento(act.Anno, act.Progressivo);
            var file = pseudonimi ? "–" : $"<a href=\"{Html(EntryOf(act.File))}\">{Html(act.File.Nome)}</a>";
            await page.WriteAsync(
                $"<tr><td>{number}</td><td>{Html(act.Tipo.Nome())}</td><td>{file}</td><td class=\"codice\">{act.File.Sha256}</td></tr>\n");
        }
    }

    private static async IAsyncEnumerable<Act> Acts(this CigHubDbContext db)
    {
        var acts = from atto in db.Atti.AsNoTracking()
                   join a in db.Affidamenti on atto.AffidamentoId equals a.Id
                   where atto.File != null
                   orderby a.Anno, a.Progressivo, atto.AggiuntoIl
                   select new { a.Anno, a.Progressivo, atto.Tipo, atto.File };
        await foreach (var act in acts.AsAsyncEnumerable())
        {
            yield return new Act(act.Anno, act.Progressivo, act.Tipo, act.File!);
        }
    }

    private static string EntryOf(FileAllegato file) => $"atti/{file.Sha256[..16]}-{Safe(RiconosciAllegato.NomePerScaricare(file))}";

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    private sealed record Act(int Anno, int Progressivo, TipoAtto Tipo, FileAllegato File);
}
