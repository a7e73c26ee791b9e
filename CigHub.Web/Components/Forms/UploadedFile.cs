using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Forms;

/// <summary>Reads an uploaded file completely into memory, up to a largest size that the caller sets.</summary>
public static class UploadedFile
{
    /// <summary>
    /// The error for an upload that did not arrive completely: the connection broke, or the file was changed or moved after it was chosen,
    /// and the browser then refuses to read it.
    /// </summary>
    public static readonly Error NotArrived = new(
        "file.non-letto",
        "Il file non è arrivato per intero: controlla la connessione e sceglilo di nuovo.",
        "File");

    /// <returns>The bytes of the file, or the error <see cref="NotArrived"/>.</returns>
    public static async Task<Result<byte[]>> ReadAll(this IBrowserFile file, long max, CancellationToken ct = default)
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
            return NotArrived;
        }
    }

    /// <returns>The bytes of a workbook, or one error: it is larger than <see cref="XlsxCheck.MaxFile"/>, or <see cref="NotArrived"/>.</returns>
    public static async Task<Result<byte[]>> ReadWorkbook(this IBrowserFile file, CancellationToken ct = default) =>
        file.Size > XlsxCheck.MaxFile ? XlsxCheck.TooLarge(file.Size) : await file.ReadAll(XlsxCheck.MaxFile, ct);
}
