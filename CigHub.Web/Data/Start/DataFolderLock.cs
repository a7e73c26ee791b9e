using System.Globalization;

namespace CigHub.Web.Data.Start;

/// <summary>
/// Keeps a second process away from the data folder by an operating-system lock on a file. The lock ends with the process, even when that
/// crashes.
/// </summary>
/// <remarks>The program takes the lock at its start. The lock is released when the services are disposed.</remarks>
public sealed class DataFolderLock(DataFolder folder, TimeProvider clock) : IDisposable
{
    private FileStream? _held;

    private string LockFile => folder.PathOf("cighub.lock");

    /// <summary>
    /// The path of the file that says which process holds the lock. It is needed because nobody else can read the locked file itself.
    /// </summary>
    private string HolderFile => folder.PathOf("cighub.lock.chi");

    /// <exception cref="StartRefusedException">Another process holds the lock, or the folder cannot be written to.</exception>
    public void Take()
    {
        if (_held is not null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder.Root);
            _held = new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var since = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            File.WriteAllText(HolderFile, $"{Environment.MachineName}, processo {Environment.ProcessId}, dalle {since}");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefusedException(ExitCodes.CannotWrite, $"Nella cartella dei dati «{folder.Root}» non si può scrivere. Dai i permessi " +
                $"all'utente del programma e riavvia.", e);
        }
        catch (IOException e) when (_held is null && File.Exists(LockFile))
        {
            throw new StartRefusedException(
                ExitCodes.InUse, $"Sulla cartella dei dati «{folder.Root}» lavora già un altro processo ({Holder()}). Ferma quello, o usa un'altra " +
                    $"cartella («Dati:Cartella»).", e);
        }
        catch (IOException e)
        {
            throw new StartRefusedException(ExitCodes.CannotWrite, $"Nella cartella dei dati «{folder.Root}» non si riesce a scrivere: {e.Message} " +
                $"Libera spazio o controlla il disco, poi riavvia.", e);
        }
    }

    public void Dispose()
    {
        _held?.Dispose();
        _held = null;
    }

    private string Holder()
    {
        try
        {
            return File.ReadAllText(HolderFile);
        }
        catch (IOException)
        {
            return "non si sa quale";
        }
    }
}
