using Microsoft.JSInterop;

namespace CigHub.Web.Features.FogliDiCalcolo;

/// <summary>The browser's side of files and paper (<c>js/foglio.js</c>): saves a file that the server made, prints the page.</summary>
public sealed class FoglioNelBrowser(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? _modulo;

    public async Task Scarica(string nome, byte[] file)
    {
        using var flusso = new DotNetStreamReference(new MemoryStream(file));
        await (await Modulo()).InvokeVoidAsync("scarica", nome, flusso);
    }

    /// <summary>Comes back when the person has closed the browser's own dialog.</summary>
    public async Task Stampa() => await (await Modulo()).InvokeVoidAsync("stampa");

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_modulo?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and the module with it.
        }
    }

    private async Task<IJSObjectReference> Modulo() => _modulo ??= await js.InvokeAsync<IJSObjectReference>("import", "./js/foglio.js");
}
