using CigHub.Domain.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Lists;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Fogli;

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

    protected override Actor Actor => User.Actor;

    protected override Task Reload() => Task.CompletedTask;

    private Task Export() => OnceAtLength(("Conteggio delle righe", 1), ListExport.Interrupted, async lavoro =>
    {
        var esito = await Esportazione.Run(List, Actor, lavoro);
        ActErrors = esito.Errors;
        if (esito.TryGet(out var file))
        {
            await Output.Download(file.Name, file.Content);
            Outcomes?.Say($"{Plural.Word(file.Rows, "Esportata", "Esportate")} {Plural.Of(file.Rows, "riga", "righe")} in {file.Name}.");
        }
    });
}
