using Microsoft.JSInterop;

namespace CigHub.Web.Components;

/// <summary>
/// Hands files and prints to the browser: downloads a file that the server made (<c>js/foglio.js</c>), or prints the page
/// (<c>js/stampa.js</c>).
/// </summary>
public sealed class BrowserOutput(IJSRuntime js) : IAsyncDisposable
{
    private readonly JsModule _module = new(js, "foglio");
    private readonly JsModule _stampa = new(js, "stampa");

    public Task Download(string nome, byte[] file) => Download(nome, new MemoryStream(file));

    /// <summary>Hands over a stream piece by piece, and closes it. The browser shows the progress.</summary>
    public async Task Download(string nome, Stream file)
    {
        using var flusso = new DotNetStreamReference(file);
        await _module.Call("scarica", nome, flusso);
    }

    /// <summary>Prints the page. The task ends when the user has closed the print dialog of the browser.</summary>
    public Task Print() => _stampa.Call("stampa");

    public async ValueTask DisposeAsync()
    {
        await _module.DisposeAsync();
        await _stampa.DisposeAsync();
    }
}
