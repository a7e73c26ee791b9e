using CigHub.Domain.Common;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>
/// A file of open data to examine: one of the folder, or an upload that was copied to the machine's temporary folder. An upload is deleted
/// when the work on it has ended.
/// </summary>
/// <param name="Path">The path of the file on the server.</param>
/// <param name="Name">The name that the user knows.</param>
public sealed record OpenDataSource(string Path, string Name) : IDisposable
{
    private const int Chunk = 1 << 16, Kilobyte = 1024;

    private bool _temporary;

    /// <summary>Returns the number of kilobytes, for a progress.</summary>
    public static int Kilobytes(long bytes) => (int)Math.Max(1, bytes / Kilobyte);

    /// <summary>Returns the names of the files in the folder of the settings, the newest first.</summary>
    public static IReadOnlyList<string> InFolder(RiconciliazioneSettings settings)
    {
        const int Most = 24;
        try
        {
            return settings.Cartella.Length == 0 || !Directory.Exists(settings.Cartella) ? [] :
            [
                .. new DirectoryInfo(settings.Cartella).EnumerateFiles()
                    .Where(f => f.Extension.ToLowerInvariant() is ".csv" or ".zip")
                    .OrderByDescending(f => f.LastWriteTimeUtc).Take(Most).Select(f => f.Name),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Returns a file of the folder, or the error for one that is not there or too large.</summary>
    public static Result<OpenDataSource> OfFolder(RiconciliazioneSettings settings, string name)
    {
        if (!InFolder(settings).Contains(name, StringComparer.Ordinal))
        {
            return new Error("opendata.file-sparito", $"Il file «{name}» non è più nella cartella: ricarica la pagina e scegline un altro.");
        }

        var path = System.IO.Path.Combine(settings.Cartella, name);
        return new FileInfo(path).Length > settings.MaxByte ? TooLarge(settings) : new OpenDataSource(path, name);
    }

    /// <summary>Copies an upload to the temporary folder, piece by piece, and shows the progress.</summary>
    /// <returns>The file, or the error for an upload that is too large or that did not arrive.</returns>
    public static async Task<Result<OpenDataSource>> Receive(IBrowserFile file, RiconciliazioneSettings settings, RunningWork work)
    {
        if (file.Size > settings.MaxByte)
        {
            return TooLarge(settings);
        }

        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        var source = new OpenDataSource(path, file.Name) { _temporary = true };
        try
        {
            await using var target = new FileStream(source.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Chunk, useAsync: true);
            await using var upload = file.OpenReadStream(settings.MaxByte, work.Ferma);
            var buffer = new byte[Chunk];
            for (int read; (read = await upload.ReadAsync(buffer, work.Ferma)) > 0;)
            {
                await target.WriteAsync(buffer.AsMemory(0, read), work.Ferma);
                work.Report(Kilobytes(target.Position));
            }

            return source;
        }
        catch (Exception e) when (e is IOException or TimeoutException or JSException)
        {
            source.Dispose();
            return UploadedFile.NotArrived;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_temporary)
        {
            File.Delete(Path);
        }
    }

    private static Error TooLarge(RiconciliazioneSettings settings) => new(
        "opendata.troppo-grande",
        $"Il file è troppo grande: al massimo {Plural.Number(settings.MegabyteMassimi)} MB. Carica lo zip come ANAC lo pubblica, oppure il file di un mese.");
}
