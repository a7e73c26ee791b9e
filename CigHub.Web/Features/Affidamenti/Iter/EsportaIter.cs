using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>
/// Records that the course of an Affidamento is taken home as a ZIP, and lets the user download it. No ZIP leaves CigHub without its event.
/// </summary>
/// <param name="FileId">The id of the ZIP among <see cref="FilesToHandOut"/>.</param>
[Limited(LimitedUse.Export)]
public sealed record EsportaIter(Guid AffidamentoId, Guid FileId) : ICommand, IOnAffidamento
{
    private static readonly Error _tooMany = new("iter.troppi-file", "L'iter ha più di 100.000 file: chiedi all'Auditor un dossier.");

    public static Permission Requires => Permission.LeggiIter;

    /// <summary>Describes the ZIP of the course of one Affidamento, for one user.</summary>
    public static ListToExport<IterDaPortareVia, FileNelloZip, EsportaIter> Zip(IterView view, CurrentUser user) => new(
        $"iter-{view.Numero}", NoColumns<FileNelloZip>.None, new JsonObject { ["oggetto"] = view.Id.ToString() },
        (q, _, ct) => q.Count(view.Id, user, ct), (q, _, ct) => q.Each(ct), id => new EsportaIter(view.Id, id))
    {
        Empty = CommandRunner.NotFound,
        TooMany = _tooMany,
        Writer = new("zip", Write) { OnDisk = true, OfRows = "dei file" },
    };

    private static async Task<int> Write(Stream target, IAsyncEnumerable<FileNelloZip> files, CancellationToken ct)
    {
        var written = 0;
        using var zip = new HashedZip(target);
        await foreach (var file in files.WithCancellation(ct))
        {
            await zip.Add(file.Name, file.Bytes, ct);
            written++;
        }

        await zip.End(ct);
        return written;
    }

    public sealed class Handler(CigHubDbContext db, FilesToHandOut files) : ICommandHandler<EsportaIter>
    {
        public async Task<Result<Events>> Handle(EsportaIter command, Actor actor, CancellationToken ct)
        {
            var ente = await db.Affidamenti.Where(a => a.Id == command.AffidamentoId).Select(a => a.EnteId).SingleAsync(ct);
            return files.HandOut(command.FileId, actor, Azioni.IterEsportato, Oggetti.Affidamento, (command.AffidamentoId, ente));
        }
    }
}
