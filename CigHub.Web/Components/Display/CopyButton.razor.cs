using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Display;

/// <summary>
/// A button that copies a text to the clipboard and shows «Copiato», also to a screen reader. The browser copies at once
/// (<c>js/copia.js</c>), and then the button raises <see cref="OnCopied"/>.
/// </summary>
public sealed partial class CopyButton : IAsyncDisposable
{
    private ElementReference _button;
    private DotNetObjectReference<CopyButton>? _self;
    private JsModule? _module;
    private string? _copyableText;
    private bool? _succeeded;
    private int _times;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The name of the value to copy («CIG Padre»), which tells several such buttons on a page apart.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Says whether the text was copied on an earlier visit. The button then shows «Copiato» from the start.</summary>
    [Parameter]
    public bool AlreadyCopied { get; set; }

    /// <summary>Raised after each copy that succeeded.</summary>
    [Parameter]
    public EventCallback OnCopied { get; set; }

    /// <summary>Receives from <c>js/copia.js</c> whether the copy succeeded.</summary>
    [JSInvokable]
    public async Task EsitoCopia(bool riuscito)
    {
        _succeeded = riuscito;
        _times += riuscito ? 1 : 0;
        StateHasChanged();
        if (riuscito)
        {
            await OnCopied.InvokeAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _module?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>Shows the button as not yet copied when its text has changed.</summary>
    protected override void OnParametersSet()
    {
        if (_copyableText != Text)
        {
            (_copyableText, _succeeded, _times) = (Text, null, 0);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "copia");
            await _module.Call("collega", _button, _self);
        }
    }
}
