using Microsoft.JSInterop;

namespace CigHub.Web.Components;

/// <summary>A module of <c>wwwroot/js</c> that a component works with: fetched at the first call, let go with the component.</summary>
/// <param name="js">The circuit's.</param>
/// <param name="nome">The file, without its ending: <c>copia</c>.</param>
public sealed class ModuloJs(IJSRuntime js, string nome) : IAsyncDisposable
{
    private IJSObjectReference? _modulo;

    /// <summary>Calls a function of the module. Nothing happens when the file could not be fetched: the next call fetches it again.</summary>
    public async Task Chiama(string funzione, params object?[] argomenti)
    {
        IJSObjectReference modulo;
        try
        {
            modulo = await Modulo();
        }
        catch (JSException e) when (e.Message.Contains("dynamically imported module", StringComparison.Ordinal))
        {
            // The page is being left, or the line failed just then. An error here would end the circuit and take the whole page away.
            return;
        }

        await modulo.InvokeVoidAsync(funzione, argomenti);
    }

    public async Task<T> Chiedi<T>(string funzione, params object?[] argomenti) => await (await Modulo()).InvokeAsync<T>(funzione, argomenti);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_modulo?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the module with it.
        }
    }

    private async Task<IJSObjectReference> Modulo() => _modulo ??= await js.InvokeAsync<IJSObjectReference>("import", $"./js/{nome}.js");
}
