using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>The buttons of the registro's list that hand out its events: a sheet in words, the exact bytes, a print.</summary>
public sealed partial class EsportazioneEventi
{
    [Inject]
    public required ListExport Esportazione { get; init; }

    [Inject]
    public required QueryReader Reader { get; init; }

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    [Parameter, EditorRequired]
    public required EventiFilter Filter { get; set; }

    /// <summary>The columns that the user has chosen for the list, which the sheet then has. Null for all of them.</summary>
    [Parameter]
    public IReadOnlyList<Column<EventoRow>>? Columns { get; set; }

    /// <summary>Prints the rows. The page draws them first.</summary>
    [Parameter, EditorRequired]
    public required Func<IReadOnlyList<EventoRow>, Task> OnPrint { get; set; }

    /// <summary>Says that the page shows no events, so that there is nothing to hand out.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    protected override Actor Actor => User.Actor;

    protected override Task Reload() => Task.CompletedTask;

    private Task Sheet() => Export((filter, kept) => EsportaEventi.Sheet(filter, kept, Columns));

    private Task Bytes() => Export((filter, kept) => EsportaEventi.Bytes(filter, kept));

    private Task Export<TRow>(Func<EventiFilter, JsonObject, ListToExport<EventiDaEsportare, TRow, EsportaEventi>> list) =>
        OnceAtLength(("Conteggio degli eventi", 1), ListExport.Interrupted, async lavoro =>
        {
            var kept = await Reader.ReadLong<EventiDaEsportare, JsonObject>(Actor, async q => await q.Filter(Filter, lavoro.Ferma), lavoro.Ferma);
            var esito = kept.TryGet(out var filter)
                ? await Esportazione.Run(list(Filter, filter), Actor, lavoro)
                : Result<ReadyFile>.Refused(kept.Errors);
            ActErrors = esito.Errors;
            if (esito.TryGet(out var file))
            {
                await Output.Download(file.Name, file.Content);
                Outcomes?.Say($"{Plural.Word(file.Rows, "Esportato", "Esportati")} {Plural.Of(file.Rows, "evento", "eventi")} in {file.Name}.");
            }
        });

    private Task Print() => Once(async () =>
    {
        if (await Run(new StampaEventi(Filter), done: null) is null)
        {
            return;
        }

        var rows = await Reader.ReadLong<EventiDaEsportare, IReadOnlyList<EventoRow>>(
            Actor, async q => await q.Each(Filter, StampaEventi.MaxRighe, Leaving).ToListAsync(Leaving), Leaving);
        ActErrors = rows.Errors;
        if (rows.TryGet(out var shown))
        {
            await OnPrint(shown);
        }
    });
}
