using Microsoft.JSInterop;

namespace CigHub.Web.Components;

/// <summary>The browser's side of files and paper: saves a file that the server made (<c>js/foglio.js</c>), prints the page (<c>js/stampa.js</c>).</summary>
public sealed class FoglioNelBrowser(IJSRuntime js) : IAsyncDisposable
{
    private readonly ModuloJs _modulo = new(js, "foglio");
    private readonly ModuloJs _stampa = new(js, "stampa");

    public async Task Scarica(string nome, byte[] file)
    {
        using var flusso = new DotNetStreamReference(new MemoryStream(file));
        await _modulo.Chiama("scarica", nome, flusso);
    }

    /// <summary>Comes back when the person has closed the browser's own dialog.</summary>
    public Task Stampa() => _stampa.Chiama("stampa");

    public async ValueTask DisposeAsync()
    {
        await _modulo.DisposeAsync();
        await _stampa.DisposeAsync();
    }
}
