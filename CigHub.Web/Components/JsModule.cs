using Microsoft.JSInterop;

namespace CigHub.Web.Components;

/// <summary>
/// A JavaScript module of <c>wwwroot/js</c> that a component uses. It is loaded at the first call and released with the component.
/// </summary>
/// <param name="js">The JavaScript runtime of the circuit.</param>
/// <param name="nome">The name of the file, without its extension: <c>copia</c>.</param>
public sealed class JsModule(IJSRuntime js, string nome) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private bool _left;

    /// <summary>
    /// Calls a function of the module. Does nothing when the file could not be loaded (the next call tries again) or the component is
    /// already disposed, because an error would replace the page to which the user has gone.
    /// </summary>
    public async Task Call(string funzione, params object?[] argomenti)
    {
        try
        {
            if (await Module() is { } modulo)
            {
                await modulo.InvokeVoidAsync(funzione, argomenti);
            }
        }
        catch (JSException e) when (_left || e.Message.Contains("dynamically imported module", StringComparison.Ordinal))
        {
            // The element of the function is no longer on the page, or the connection failed just then.
            return;
        }
    }

    /// <summary>
    /// Calls a function of the module and returns its answer. Returns the default of the type when the component is already disposed.
    /// </summary>
    public async Task<T?> Ask<T>(string funzione, params object?[] argomenti)
    {
        try
        {
            return await Module() is { } modulo ? await modulo.InvokeAsync<T>(funzione, argomenti) : default;
        }
        catch (JSException) when (_left)
        {
            return default;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        try
        {
            await (_module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and has released the module.
        }
    }

    /// <summary>Returns the loaded module, or null when the component was disposed before it was loaded.</summary>
    private async Task<IJSObjectReference?> Module()
    {
        if (_module is null && !_left)
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", $"./js/{nome}.js");
            if (_left)
            {
                await DisposeAsync();
            }
        }

        return _left ? null : _module;
    }
}
