using CigHub.Domain.Affidamenti;
using CigHub.Domain.DueDiligence;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using static CigHub.Web.Features.Attestazioni.Dossier.DossierPage;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes the files of the acts and of the checks about suppliers into a dossier, each once, and the lines about them in its page. With
/// pseudonyms the files and their names are left out, because nobody has read them: type and SHA-256 remain.
/// </summary>
/// <param name="then">
/// The acts and checks about which later events tell, as they were at the attestazione. The verifiers expect the files of the events up to it.
/// </param>
/// <param name="lotti">Says whether the dossier tells the checks about a whole Lotto, whose events only an Auditor of all Enti reads.</param>
internal sealed class AttiNelDossier(CigHubDbContext db, IReadOnlyDictionary<Guid, AttoDiAllora> then, bool lotti)
{
    /// <summary>The caption of the table of acts.</summary>
    public const string Caption = "<th>Affidamento o Lotto</th><th>Tipo</th><th>File</th><th>SHA-256</th>";

    private const string Acts = "atti", Checks = "due-diligence";

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
        var here = new HashSet<Guid>();
        await foreach (var item in All())
        {
            here.Add(item.Id);
            if (!then.TryGetValue(item.Id, out var changed))
            {
                yield return item;
            }
            else if (changed.File is { } file)
            {
                yield return item with { File = file };
            }
        }

        foreach (var (id, removed) in then.Where(t => !here.Contains(t.Key)))
        {
            if (removed.File is { } file)
            {
                var of = await db.Affidamenti.Where(a => a.Id == removed.AffidamentoId).Select(a => new { a.Anno, a.Progressivo }).SingleOrDefaultAsync();
                var about = of is null ? "" : $"{new NumeroAffidamento(of.Anno, of.Progressivo)}";
                yield return new Item(id, removed.IsAtto ? Acts : Checks, about, removed.Type, file);
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
            yield return new Item(atto.Id, Acts, $"{new NumeroAffidamento(atto.Anno, atto.Progressivo)}", atto.Tipo.Nome(), atto.File!);
        }

        // The join keeps to the Affidamenti that the Auditor may see.
        var verifiche = from v in db.VerificheFornitori.AsNoTracking()
                        join a in db.Affidamenti on v.AffidamentoId equals (Guid?)a.Id
                        where v.File != null
                        orderby v.Id
                        select new { v.Id, a.Anno, a.Progressivo, v.Tipo, v.File };
        await foreach (var v in verifiche.AsAsyncEnumerable())
        {
            yield return new Item(v.Id, Checks, $"{new NumeroAffidamento(v.Anno, v.Progressivo)}", v.Tipo.Nome(), v.File!);
        }

        var suiLotti = from v in db.VerificheFornitori.AsNoTracking()
                       join l in db.Lotti on v.LottoId equals l.Id
                       where lotti && v.AffidamentoId == null && v.File != null
                       orderby v.Id
                       select new { v.Id, l.CigPadre, v.Tipo, v.File };
        await foreach (var v in suiLotti.AsAsyncEnumerable())
        {
            yield return new Item(v.Id, Checks, $"Lotto {v.CigPadre.Valore}", v.Tipo.Nome(), v.File!);
        }
    }

    private sealed record Item(Guid Id, string Folder, string About, string Type, FileAllegato File)
    {
        public string Entry => HashedZip.EntryOf(Folder, File);
    }
}
