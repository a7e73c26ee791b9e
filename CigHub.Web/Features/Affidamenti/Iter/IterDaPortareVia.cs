using System.Runtime.CompilerServices;
using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>One file of the ZIP of the course of an Affidamento, before it is compressed.</summary>
public sealed record FileNelloZip(string Name, byte[] Bytes);

/// <summary>
/// Reads what the ZIP of the course of an Affidamento holds: the course as a page, the events in their exact bytes, the files of its acts and
/// of the checks about its suppliers. It holds one of these files in memory at a time.
/// </summary>
public sealed class IterDaPortareVia(
    CigHubDbContext db, Ambito ambito, IterAffidamento iter, TimeProvider clock, IServiceProvider services, ILoggerFactory logs) : IQuery
{
    public const string PageFile = "iter.html", EventsFile = "eventi.ndjson";

    private readonly Dictionary<string, string> _files = [];
    private FileNelloZip[] _made = [];

    public static Permission Requires => Permission.LeggiIter;

    /// <summary>Makes the page and the events at one moment, and returns the number of files. Returns 0 where there is nothing that the user may see.</summary>
    public async Task<int> Count(Guid affidamentoId, CurrentUser user, CancellationToken ct = default)
    {
        await using var moment = await db.OpenAsync(ct);
        if (await iter.Run(affidamentoId, user.Actor, ct) is not { } view)
        {
            return 0;
        }

        foreach (var (folder, file) in Kept(view))
        {
            _files.TryAdd(file.Sha256, HashedZip.EntryOf(folder, file));
        }

        // The bytes of an event hold more than the page tells a reader who may not read the registro.
        var withEvents = user.May(Permission.LeggiRegistro);
        var page = new FileNelloZip(PageFile, await Page(view, user, withEvents));
        _made = withEvents ? [page, new FileNelloZip(EventsFile, await Events(affidamentoId, ct))] : [page];
        return _made.Length + _files.Count;
    }

    /// <summary>Reads the files one after the other, after they were counted.</summary>
    public async IAsyncEnumerable<FileNelloZip> Each([EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var made in _made)
        {
            yield return made;
        }

        foreach (var (sha256, name) in _files)
        {
            yield return new FileNelloZip(
                name, await db.ContenutiFile.AsNoTracking().Where(c => c.Sha256 == sha256).Select(c => c.Byte).SingleAsync(ct));
        }
    }

    private static IEnumerable<(string Folder, FileAllegato File)> Kept(IterView view)
    {
        var acts = view.Atti.Select(a => ("atti", a.File));
        var checks = view.DueDiligence.Fornitori.SelectMany(f => f.Verifiche).Select(v => ("due-diligence", v.Verifica?.File));
        return acts.Concat(checks).SelectMany(f => f.Item2 is { } file ? new[] { (f.Item1, file) } : []);
    }

    private async Task<byte[]> Events(Guid affidamentoId, CancellationToken ct)
    {
        var id = affidamentoId.ToString();
        using var lines = new MemoryStream();
        var events = db.EventiVisibili(ambito).Where(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == id).OrderBy(e => e.Seq).Select(e => e.Byte);
        await foreach (var bytes in events.AsAsyncEnumerable().WithCancellation(ct))
        {
            lines.Write(bytes);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private async Task<byte[]> Page(IterView view, CurrentUser user, bool withEvents)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(IterDocument.View)] = view,
            [nameof(IterDocument.Files)] = _files,
            [nameof(IterDocument.WithEvents)] = withEvents,
            [nameof(IterDocument.Who)] = $"{user.Nome}, {user.Ruolo}",
            [nameof(IterDocument.When)] = clock.GetUtcNow().UtcDateTime,
        });
        await using var renderer = new HtmlRenderer(services, logs);
        return Encoding.UTF8.GetBytes(await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<IterDocument>(parameters)).ToHtmlString()));
    }
}
