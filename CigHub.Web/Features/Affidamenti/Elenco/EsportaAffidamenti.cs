using CigHub.Domain.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// Hands out a sheet of the list that <see cref="ListExport"/> has made, and records the event. No sheet is handed out without its event.
/// </summary>
/// <param name="Id">The id of the file among <see cref="FilesToHandOut"/>. The server, not the caller, says what the file holds.</param>
[Limited(LimitedUse.Export)]
public sealed record EsportaAffidamenti(Guid Id) : ICommand
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <summary>Describes the sheet of the list with a filter, as an actor may see it.</summary>
    public static ListToExport<ListaAffidamenti, AffidamentoRow, EsportaAffidamenti> Sheet(AffidamentiFilter filtro, Actor actor) => new(
        "affidamenti",
        AffidamentiColumns.Tutte,
        filtro.Json(),
        (query, quante, ct) => query.Prime(filtro, actor.PersonaId, quante, ct),
        id => new EsportaAffidamenti(id))
    {
        Empty = new Error("esporta.vuoto", "Con questi filtri non c'è nessun affidamento da esportare: allargali e riprova."),
        TooMany = new Error(
            "esporta.troppi",
            "Con questi filtri gli affidamenti sono più di 50.000, il massimo per un foglio: restringi i filtri, per esempio con la Data Invio, "
            + "ed esporta in più volte."),
    };

    public sealed class Handler(FilesToHandOut files) : ICommandHandler<EsportaAffidamenti>
    {
        public Task<Result<Events>> Handle(EsportaAffidamenti command, Actor actor, CancellationToken ct) =>
            Task.FromResult(files.HandOut(command.Id, actor, Azioni.ElencoEsportato, Oggetti.Elenco));
    }
}
