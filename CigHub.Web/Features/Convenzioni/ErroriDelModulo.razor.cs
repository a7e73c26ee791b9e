using CigHub.Domain.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>What the last save refused, beside its button: the form is long, and each line puts the cursor in its field.</summary>
public sealed partial class ErroriDelModulo
{
    private ModuloJs? _js;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errori { get; set; }

    [Parameter, EditorRequired]
    public required IModulo Modulo { get; set; }

    public ValueTask DisposeAsync() => _js?.DisposeAsync() ?? ValueTask.CompletedTask;

    private string? Etichetta(Error errore) => Modulo.Voci().FirstOrDefault(v => v.Nome == errore.Field)?.Etichetta;

    private async Task VaiA(string campo)
    {
        _js ??= new ModuloJs(Js, "bozza");
        await _js.Chiama("fuoco", CampoModulo.IdDi(campo));
    }
}
