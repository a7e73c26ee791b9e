using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Display;

/// <summary>
/// A button that copies a text to the clipboard and shows «Copiato», also to a screen reader. The browser copies in the click itself
/// (<c>js/copia.js</c>). Then it raises <see cref="OnCopiato"/>.
/// </summary>
public sealed partial class CopyButton : IAsyncDisposable
{
    private ElementReference _bottone;
    private DotNetObjectReference<CopyButton>? _questo;
    private JsModule? _modulo;
    private string? _testoCopiabile;
    private bool? _riuscito;
    private int _volte;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required string Testo { get; set; }

    /// <summary>The name of the copied value («CIG Padre»). It tells several buttons of a page apart.</summary>
    [Parameter, EditorRequired]
    public required string Etichetta { get; set; }

    /// <summary>Says whether the text was copied on an earlier visit. The button then shows «Copiato» from the start.</summary>
    [Parameter]
    public bool GiaCopiato { get; set; }

    /// <summary>Raised after each copy that succeeded.</summary>
    [Parameter]
    public EventCallback OnCopiato { get; set; }

    /// <summary>Takes the result of a copy. <c>js/copia.js</c> calls it after the click.</summary>
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

    /// <summary>Forgets the copies of the old text when the text changes.</summary>
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
            _modulo = new JsModule(Js, "copia");
            await _modulo.Chiama("collega", _bottone, _questo);
        }
    }
}
