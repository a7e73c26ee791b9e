using Microsoft.JSInterop;

namespace CigHub.Web.Components;

/// <summary>A module of <c>wwwroot/js</c> that a component works with: fetched at the first call, let go with the component.</summary>
/// <param name="js">The circuit's.</param>
/// <param name="nome">The file, without its ending: <c>copia</c>.</param>
public sealed class ModuloJs(IJSRuntime js, string nome) : IAsyncDisposable
{
    private IJSObjectReference? _modulo;
    private bool _left;

    /// <summary>
    /// Calls a function of the module. Nothing happens when the file could not be fetched (the next call fetches it again), or when the
    /// component has gone meanwhile: an error here would take away the page that the person went to.
    /// </summary>
    public async Task Chiama(string funzione, params object?[] argomenti)
    {
        try
        {
            if (await Modulo() is { } modulo)
            {
                await modulo.InvokeVoidAsync(funzione, argomenti);
            }
        }
        catch (JSException e) when (_left || e.Message.Contains("dynamically imported module", StringComparison.Ordinal))
        {
            // What the function works on is no longer on the page, or the line failed just then.
            return;
        }
    }

    /// <summary>Asks a function of the module. The answer is the type's default when the component has gone meanwhile.</summary>
    public async Task<T?> Chiedi<T>(string funzione, params object?[] argomenti)
    {
        try
        {
            return await Modulo() is { } modulo ? await modulo.InvokeAsync<T>(funzione, argomenti) : default;
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
            await (_modulo?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the module with it.
        }
    }

    /// <summary>Returns the module; null when the component has gone before or while it was fetched.</summary>
    private async Task<IJSObjectReference?> Modulo()
    {
        if (_modulo is null && !_left)
        {
            _modulo = await js.InvokeAsync<IJSObjectReference>("import", $"./js/{nome}.js");
            if (_left)
            {
                await DisposeAsync();
            }
        }

        return _left ? null : _modulo;
    }
}
