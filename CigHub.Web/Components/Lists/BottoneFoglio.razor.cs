using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>The button of a page that downloads its rows as a sheet or in another form of file.</summary>
public sealed partial class BottoneFoglio<TQuery, TRow, TCommand>
{
    [Inject]
    public required ListExport Esportazione { get; init; }

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    /// <summary>The sheet that the page would download now.</summary>
    [Parameter, EditorRequired]
    public required ListToExport<TQuery, TRow, TCommand> List { get; set; }

    /// <summary>The words on the button.</summary>
    [Parameter]
    public string Label { get; set; } = "Esporta in xlsx";

    /// <summary>Says that the page shows no rows, so that there is nothing to download.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Says what was downloaded. By default it counts rows.</summary>
    [Parameter]
    public Func<ReadyFile, string> Done { get; set; } = file =>
        $"{Plural.Word(file.Rows, "Esportata", "Esportate")} {Plural.Of(file.Rows, "riga", "righe")} in {file.Name}.";

    protected override Actor Actor => User.Actor;

    protected override Task Reload() => Task.CompletedTask;

    private Task Export() => OnceAtLength(($"Conteggio {List.Writer?.OfRows ?? RowsWriter<TRow>.RowsOfSheet}", 1), ListExport.Interrupted, async lavoro =>
    {
        var esito = await Esportazione.Run(List, Actor, lavoro);
        ActErrors = esito.Errors;
        if (esito.TryGet(out var file))
        {
            await Output.Download(file.Name, file.Content);
            Outcomes?.Say(Done(file));
        }
    });
}
