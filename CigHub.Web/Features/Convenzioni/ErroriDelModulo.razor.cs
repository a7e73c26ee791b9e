using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>What the last save refused, beside its button: the form is long, and each line puts the cursor in its field.</summary>
public sealed partial class ErroriDelModulo
{
    private IJSObjectReference? _js;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errori { get; set; }

    [Parameter, EditorRequired]
    public required IModulo Modulo { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_js?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and the module with it.
        }
    }

    private string? Etichetta(Error errore) => Modulo.Voci().FirstOrDefault(v => v.Nome == errore.Field)?.Etichetta;

    private async Task VaiA(string campo)
    {
        _js ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/bozza.js");
        await _js.InvokeVoidAsync("fuoco", CampoModulo.IdDi(campo));
    }
}
