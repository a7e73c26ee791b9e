using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Components.Lists;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// Records the export of the list, and lets the user download the sheet that <see cref="ListExport"/> has made. No sheet leaves CigHub
/// without its event.
/// </summary>
/// <param name="Id">The id of the file among <see cref="FilesToHandOut"/>. The server, not the caller, says what the file holds.</param>
[Limited(LimitedUse.Export)]
public sealed record EsportaAffidamenti(Guid Id) : ICommand
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    /// <summary>Returns the description of a sheet with the rows of the filtered list, limited to those that the actor may see.</summary>
    /// <param name="shown">The columns that the list shows, in order. Null for all the columns of a sheet.</param>
    public static ListToExport<ListaAffidamenti, AffidamentoRow, EsportaAffidamenti> Sheet(
        AffidamentiFilter filtro, Actor actor, IReadOnlyList<Column<AffidamentoRow>>? shown = null) => new(
        "affidamenti",
        AffidamentiColumns.Tutte,
        filtro.Json(),
        (query, quante, ct) => query.Count(filtro, actor.PersonaId, quante, ct),
        (query, quante, ct) => query.Each(filtro, actor.PersonaId, quante, ct),
        id => new EsportaAffidamenti(id))
        {
            Shown = shown,
            Empty = new Error("esporta.vuoto", "Con questi filtri non c'è nessun affidamento da esportare: allargali e riprova."),
            TooMany = new Error(
            "esporta.troppi",
            "Con questi filtri gli affidamenti sono più di 100.000, il massimo per un foglio: restringi i filtri, per esempio con la Data Invio, "
            + "ed esporta in più volte."),
        };

    public sealed class Handler(FilesToHandOut files) : ICommandHandler<EsportaAffidamenti>
    {
        public Task<Result<Events>> Handle(EsportaAffidamenti command, Actor actor, CancellationToken ct) =>
            Task.FromResult(files.HandOut(command.Id, actor, Azioni.ElencoEsportato, Oggetti.Elenco));
    }
}
