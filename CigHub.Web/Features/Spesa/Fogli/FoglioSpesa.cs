using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Spesa.Fogli;

/// <summary>Records the export of a page of the spending, and lets the user download the sheet. No sheet leaves CigHub without its event.</summary>
/// <param name="Id">The id of the file among <see cref="FilesToHandOut"/>. The server, not the caller, says what the file holds.</param>
[Limited(LimitedUse.Export)]
public sealed record EsportaSpesa(Guid Id) : ICommand
{
    public static Permission Requires => Permission.LeggiCapienza;

    public sealed class Handler(FilesToHandOut files) : ICommandHandler<EsportaSpesa>
    {
        public Task<Result<Events>> Handle(EsportaSpesa command, Actor actor, CancellationToken ct) =>
            Task.FromResult(files.HandOut(command.Id, actor, Azioni.SpesaEsportata, Oggetti.Elenco));
    }
}

/// <summary>Describes the sheets of the spending: above the captions they say what the amounts are, of which day, and by which reading.</summary>
public static class FoglioSpesa
{
    /// <summary>Describes a sheet whose rows are few enough to be read at once.</summary>
    /// <param name="name">The name of the page, for the file and the event.</param>
    /// <param name="above">The lines after the statement of the amounts and before the captions.</param>
    /// <param name="read">Reads all rows. It is asked once for each export.</param>
    /// <param name="choice">The choice as the page's address has it, for the event. Null for that of the filter.</param>
    public static ListToExport<TQuery, TRow, EsportaSpesa> Of<TQuery, TRow>(
        string name, ColumnSet<TRow> columns, SpesaFilter filter, IReadOnlyList<string> above,
        Func<TQuery, CancellationToken, Task<IReadOnlyList<TRow>>> read, string? choice = null)
        where TQuery : class, IQuery
    {
        IReadOnlyList<TRow> rows = [];
        return Of<TQuery, TRow>(
            name, columns, filter, above,
            async (q, _, ct) => (rows = await read(q, ct)).Count,
            (_, many, _) => rows.Take(many).ToAsyncEnumerable(),
            choice);
    }

    /// <summary>Describes a sheet whose rows are counted first and then written as they are read.</summary>
    public static ListToExport<TQuery, TRow, EsportaSpesa> Of<TQuery, TRow>(
        string name, ColumnSet<TRow> columns, SpesaFilter filter, IReadOnlyList<string> above,
        Func<TQuery, int, CancellationToken, Task<int>> count, Func<TQuery, int, CancellationToken, IAsyncEnumerable<TRow>> read, string? choice = null)
        where TQuery : class, IQuery
    {
        var chosen = new JsonObject { ["foglio"] = name, ["scelta"] = choice ?? filter.Address("") };
        return new($"spesa-{name}", columns, chosen, count, read, id => new EsportaSpesa(id))
        {
            Above = [.. above.Prepend(filter.Statement()).Prepend(SpesaWords.Testata).Select(line => new object?[] { line })],
            Empty = new Error("spesa.foglio-vuoto", "Con questa scelta non c'è nessuna riga da esportare: allargala e riprova."),
            TooMany = new Error(
                "spesa.foglio-troppo-grande",
                "Con questa scelta i movimenti sono più di 100.000, il massimo per un foglio: scegli un Lotto, un anno o un mese ed esporta in più volte."),
        };
    }
}
