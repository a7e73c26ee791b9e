using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Forms;

/// <summary>A file that somebody sends, read whole. Its size is looked at by whoever knows what may be too large.</summary>
public static class FileInviato
{
    /// <summary>The connection broke on the way, or the file was changed or moved after it was chosen (the browser then refuses to read it).</summary>
    public static readonly Error NonArrivato = new("file.non-letto", "Il file non è arrivato per intero: controlla la connessione e sceglilo di nuovo.", "File");

    /// <returns>Its bytes, or <see cref="NonArrivato"/>.</returns>
    public static async Task<Result<byte[]>> LeggiTutto(this IBrowserFile file, long max, CancellationToken ct = default)
    {
        try
        {
            using var tutto = new MemoryStream((int)file.Size);
            await using var flusso = file.OpenReadStream(max, ct);
            await flusso.CopyToAsync(tutto, ct);
            return tutto.ToArray();
        }
        catch (Exception e) when (e is IOException or TimeoutException or JSException)
        {
            return NonArrivato;
        }
    }
}
