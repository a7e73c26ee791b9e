using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>Records that the rilievi about the controls are exported, and lets the user download the sheet.</summary>
/// <param name="Id">The id of the file among <see cref="FilesToHandOut"/>.</param>
[Limited(LimitedUse.Export)]
public sealed record EsportaScostamenti(Guid Id) : ICommand
{
    public static Permission Requires => Permission.LeggiRegistro;

    /// <summary>Describes the sheet with the rilievi of a choice.</summary>
    public static ListToExport<ListaScostamenti, RilievoRow, EsportaScostamenti> Sheet(RilieviFilter filter)
    {
        IReadOnlyList<RilievoRow> rows = [];
        return new(
            "scostamenti", RilieviColumns.All, new JsonObject { ["foglio"] = "scostamenti", ["scelta"] = filter.Address("") },
            async (q, most, ct) => (rows = await q.All(filter, most, ct)).Count,
            (_, many, _) => rows.Take(many).ToAsyncEnumerable(),
            id => new EsportaScostamenti(id))
        {
            Above = [[RilieviColumns.DaEsaminare]],
            Empty = new Error("scostamenti.foglio-vuoto", "Con questi filtri non c'è nessun rilievo da esportare: allargali e riprova."),
            TooMany = new Error("scostamenti.foglio-grande", "Con questi filtri i rilievi sono più di 100.000, il massimo per un foglio: restringili."),
        };
    }

    public sealed class Handler(FilesToHandOut files) : ICommandHandler<EsportaScostamenti>
    {
        public Task<Result<Events>> Handle(EsportaScostamenti command, Actor actor, CancellationToken ct) =>
            Task.FromResult(files.HandOut(command.Id, actor, Azioni.ScostamentiEsportati, Oggetti.Rilievo));
    }
}
