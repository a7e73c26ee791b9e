using Microsoft.JSInterop;

namespace CigHub.Web.Components;

/// <summary>Works with files and paper in the browser (<c>js/foglio.js</c>): saves a file that the server made, prints the page.</summary>
public sealed class FoglioNelBrowser(IJSRuntime js) : IAsyncDisposable
{
    private readonly ModuloJs _modulo = new(js, "foglio");

    public async Task Scarica(string nome, byte[] file)
    {
        using var flusso = new DotNetStreamReference(new MemoryStream(file));
        await _modulo.Chiama("scarica", nome, flusso);
    }

    /// <summary>Prints the page. The task ends when the user has closed the print dialog of the browser.</summary>
    public Task Stampa() => _modulo.Chiama("stampa");

    public ValueTask DisposeAsync() => _modulo.DisposeAsync();
}
