using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Campioni;

/// <summary>Records that the population of a sample is exported, and lets the user download the very bytes whose hash the sample names.</summary>
/// <param name="Id">The id of the file among <see cref="FilesToHandOut"/>.</param>
[Limited(LimitedUse.Export)]
public sealed record EsportaPopolazione(Guid Id) : ICommand
{
    public static Permission Requires => Permission.ConduciAudit;

    /// <summary>Describes the file of the population of one audit.</summary>
    public static ListToExport<PopolazioneDaEsportare, string, EsportaPopolazione> File(Guid auditId)
    {
        IReadOnlyList<string> righe = [];
        return new(
            "popolazione", RigheColumns.All, new JsonObject { ["oggetto"] = auditId.ToString() },
            async (q, _, ct) => (righe = await q.Run(auditId, ct)).Count,
            (_, many, _) => righe.Take(many).ToAsyncEnumerable(),
            id => new EsportaPopolazione(id))
        {
            Writer = new RowsWriter<string>("csv", Write),
            Empty = CommandRunner.NotFound,
            TooMany = new Error("audit.popolazione-grande", "La popolazione ha più di 100.000 righe: è nel dossier, che non ha questo limite."),
        };
    }

    private static async Task<int> Write(Stream file, IAsyncEnumerable<string> righe, CancellationToken ct)
    {
        var scritte = 0;
        await foreach (var riga in righe.WithCancellation(ct))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(riga + "\n"), ct);
            scritte++;
        }

        return scritte;
    }

    public sealed class Handler(FilesToHandOut files) : ICommandHandler<EsportaPopolazione>
    {
        public Task<Result<Events>> Handle(EsportaPopolazione command, Actor actor, CancellationToken ct) =>
            Task.FromResult(files.HandOut(command.Id, actor, Azioni.PopolazioneEsportata, Oggetti.Audit));
    }

    private sealed class RigheColumns : ColumnSet<string>
    {
        public static readonly RigheColumns All = new();

        private RigheColumns()
            : base([new("id;ente;centesimi", r => r) { Sheet = 90 }])
        {
        }
    }
}

/// <summary>Returns the lines of the file of the population of an audit, as it was when the sample was drawn.</summary>
public sealed class PopolazioneDaEsportare(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.ConduciAudit;

    public async Task<IReadOnlyList<string>> Run(Guid auditId, CancellationToken ct = default)
    {
        var campione = await db.Audit.AsNoTracking().Where(a => a.Id == auditId).Select(a => a.Campione).SingleOrDefaultAsync(ct);
        var file = campione is null ? null : await db.ContenutiFile.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == campione.Impronta, ct);
        return file is null ? [] : Encoding.UTF8.GetString(file.Byte).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
