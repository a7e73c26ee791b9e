using Microsoft.JSInterop;

namespace CigHub.Web.Components;

/// <summary>Works with files and paper in the browser: saves a file that the server made (<c>js/foglio.js</c>), prints the page (<c>js/stampa.js</c>).</summary>
public sealed class BrowserOutput(IJSRuntime js) : IAsyncDisposable
{
    private readonly JsModule _modulo = new(js, "foglio");
    private readonly JsModule _stampa = new(js, "stampa");

    public async Task Scarica(string nome, byte[] file)
    {
        using var flusso = new DotNetStreamReference(new MemoryStream(file));
        await _modulo.Chiama("scarica", nome, flusso);
    }

    /// <summary>Prints the page. The task ends when the user has closed the print dialog of the browser.</summary>
    public Task Stampa() => _stampa.Chiama("stampa");

    public async ValueTask DisposeAsync()
    {
        await _modulo.DisposeAsync();
        await _stampa.DisposeAsync();
    }
}
