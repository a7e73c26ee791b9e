using Microsoft.JSInterop;

namespace CigHub.Web.Components;

/// <summary>The browser's side of files and paper (<c>js/foglio.js</c>): saves a file that the server made, prints the page.</summary>
public sealed class FoglioNelBrowser(IJSRuntime js) : IAsyncDisposable
{
    private readonly ModuloJs _modulo = new(js, "foglio");

    public async Task Scarica(string nome, byte[] file)
    {
        using var flusso = new DotNetStreamReference(new MemoryStream(file));
        await _modulo.Chiama("scarica", nome, flusso);
    }

    /// <summary>Comes back when the person has closed the browser's own dialog.</summary>
    public Task Stampa() => _modulo.Chiama("stampa");

    public ValueTask DisposeAsync() => _modulo.DisposeAsync();
}
