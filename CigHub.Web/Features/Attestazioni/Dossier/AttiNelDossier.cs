using CigHub.Domain.Affidamenti;
using CigHub.Domain.DueDiligence;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using static CigHub.Web.Features.Attestazioni.Dossier.DossierPage;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes the files of the acts and of the checks about suppliers into a dossier, each once, and the lines about them in its page. With
/// pseudonyms the files and their names are left out, because nobody has read them: type and SHA-256 remain.
/// </summary>
/// <param name="later">The ids of the acts and checks that came after the attestazione. The verifiers expect the files of the events up to it.</param>
/// <param name="lotti">Says whether the dossier tells the checks about a whole Lotto, whose events only an Auditor of all Enti reads.</param>
internal sealed class AttiNelDossier(CigHubDbContext db, IReadOnlySet<Guid> later, bool lotti)
{
    /// <summary>The caption of the table of acts.</summary>
    public const string Caption = "<th>Affidamento o Lotto</th><th>Tipo</th><th>File</th><th>SHA-256</th>";

    public async Task WriteFiles(HashedZip zip, CancellationToken ct)
    {
        var written = new HashSet<string>();
        await foreach (var item in Files().WithCancellation(ct))
        {
            if (written.Add(item.Entry)
                && await db.ContenutiFile.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == item.File.Sha256, ct) is { } content)
            {
                await zip.Add(item.Entry, content.Byte, ct);
            }
        }
    }

    public async Task WriteRows(TextWriter page, bool pseudonimi, CancellationToken ct)
    {
        await foreach (var item in Files().WithCancellation(ct))
        {
            var file = pseudonimi ? "–" : $"<a href=\"{Html(item.Entry)}\">{Html(item.File.Nome)}</a>";
            await page.WriteAsync(
                $"<tr><td>{Html(item.About)}</td><td>{Html(item.Type)}</td><td>{file}</td><td class=\"codice\">{item.File.Sha256}</td></tr>\n");
        }
    }

    private async IAsyncEnumerable<Item> Files()
    {
        await foreach (var item in All())
        {
            if (!later.Contains(item.Id))
            {
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<Item> All()
    {
        var atti = from atto in db.Atti.AsNoTracking()
                   join a in db.Affidamenti on atto.AffidamentoId equals a.Id
                   where atto.File != null
                   orderby a.Anno, a.Progressivo, atto.AggiuntoIl
                   select new { atto.Id, a.Anno, a.Progressivo, atto.Tipo, atto.File };
        await foreach (var atto in atti.AsAsyncEnumerable())
        {
            yield return new Item(atto.Id, "atti", $"{new NumeroAffidamento(atto.Anno, atto.Progressivo)}", atto.Tipo.Nome(), atto.File!);
        }

        // The join keeps to the Affidamenti that the Auditor may see.
        var verifiche = from v in db.VerificheFornitori.AsNoTracking()
                        join a in db.Affidamenti on v.AffidamentoId equals (Guid?)a.Id
                        where v.File != null
                        orderby v.Id
                        select new { v.Id, a.Anno, a.Progressivo, v.Tipo, v.File };
        await foreach (var v in verifiche.AsAsyncEnumerable())
        {
            yield return new Item(v.Id, "due-diligence", $"{new NumeroAffidamento(v.Anno, v.Progressivo)}", v.Tipo.Nome(), v.File!);
        }

        var suiLotti = from v in db.VerificheFornitori.AsNoTracking()
                       join l in db.Lotti on v.LottoId equals l.Id
                       where lotti && v.AffidamentoId == null && v.File != null
                       orderby v.Id
                       select new { v.Id, l.CigPadre, v.Tipo, v.File };
        await foreach (var v in suiLotti.AsAsyncEnumerable())
        {
            yield return new Item(v.Id, "due-diligence", $"Lotto {v.CigPadre.Valore}", v.Tipo.Nome(), v.File!);
        }
    }

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    private sealed record Item(Guid Id, string Folder, string About, string Type, FileAllegato File)
    {
        public string Entry => $"{Folder}/{File.Sha256[..16]}-{Safe(RiconosciAllegato.NomePerScaricare(File))}";
    }
}
