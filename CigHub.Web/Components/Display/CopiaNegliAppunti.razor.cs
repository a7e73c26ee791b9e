using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Display;

/// <summary>
/// A button that puts a text into the clipboard and says «Copiato», to the eye and to a screen reader. The copy happens in the browser,
/// in the click itself (<c>js/copia.js</c>); <see cref="OnCopiato"/> follows.
/// </summary>
public sealed partial class CopiaNegliAppunti : IAsyncDisposable
{
    private ElementReference _bottone;
    private DotNetObjectReference<CopiaNegliAppunti>? _questo;
    private ModuloJs? _modulo;
    private string? _testoCopiabile;
    private bool? _riuscito;
    private int _volte;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required string Testo { get; set; }

    /// <summary>What is copied («CIG Padre»): with several buttons on a page, the name tells them apart.</summary>
    [Parameter, EditorRequired]
    public required string Etichetta { get; set; }

    /// <summary>It was copied on an earlier visit: said as if it were now.</summary>
    [Parameter]
    public bool GiaCopiato { get; set; }

    /// <summary>Raised after each copy that succeeded.</summary>
    [Parameter]
    public EventCallback OnCopiato { get; set; }

    /// <summary>Called by the module after the click.</summary>
    [JSInvokable]
    public async Task EsitoCopia(bool riuscito)
    {
        _riuscito = riuscito;
        _volte += riuscito ? 1 : 0;
        StateHasChanged();
        if (riuscito)
        {
            await OnCopiato.InvokeAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        _questo?.Dispose();
        return _modulo?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>Another text has not been copied yet.</summary>
    protected override void OnParametersSet()
    {
        if (_testoCopiabile != Testo)
        {
            (_testoCopiabile, _riuscito, _volte) = (Testo, null, 0);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _questo = DotNetObjectReference.Create(this);
            _modulo = new ModuloJs(Js, "copia");
            await _modulo.Chiama("collega", _bottone, _questo);
        }
    }
}
