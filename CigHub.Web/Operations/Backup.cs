using System.Globalization;
using System.Security.Cryptography;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>A finished backup: the path of its file, and its manifest.</summary>
internal sealed record BackupMade(string File, BackupManifest Manifest);

/// <summary>
/// Makes a backup: a consistent copy of the database, taken while people work, together with the data-protection keys and the attestazioni. The file gets its
/// final name only when it is complete, checked and flushed to the disk. An interrupted backup leaves a working folder, which the next
/// backup deletes.
/// </summary>
/// <param name="attestatore">Makes the attestazione that the backup takes along. Null for a command beside the program.</param>
internal sealed class Backup(DataFolder folder, TimeProvider clock, Attestatore? attestatore = null)
{
    /// <summary>
    /// The free space that a backup needs, as a multiple of the database's size: for the copy, the archive, the encrypted archive, and the
    /// copy that is read back.
    /// </summary>
    private const double SpaceNeeded = 3;

    private const string WorkFolder = "copia.in-corso", LockFile = "copia.lock", TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>Returns the number of free bytes on the disk of a folder. A test sets its own function.</summary>
    public Func<string, long> FreeSpace { get; init; } = path => new DriveInfo(path).AvailableFreeSpace;

    /// <param name="destination">The folder of the backups. It is created when it does not exist.</param>
    /// <param name="keep">The number of backups to keep, this one included; null keeps all.</param>
    /// <exception cref="StartRefusedException">Another backup is under way, the disk is full, or the data are damaged: then there is no new backup,
    /// and no old one is deleted.</exception>
    public BackupMade Run(string destination, int? keep, byte[]? passphrase)
    {
        if (DataFolder.Length(folder.Database) == 0)
        {
            throw new StartRefusedException(ExitCodes.NotInitialized, $"Il database «{folder.Database}» non c'è: controlla l'impostazione «Dati:Cartella».");
        }

        Directory.CreateDirectory(destination);
        using var mine = Lock(Path.Combine(destination, LockFile));

        // Files that are not encrypted yet stay in the data folder.
        var work = Path.Combine(passphrase is null ? destination : folder.Root, WorkFolder);
        Clear(work);
        CheckSpace(destination);
        try
        {
            Directory.CreateDirectory(work);
            (attestatore ?? Attestatore.Alone(folder, clock)).MakeIfGrown(MotivoAttestazione.Backup);
            var made = Make(destination, work, passphrase);
            Prune(destination, keep);
            return made;
        }
        finally
        {
            Clear(work);
        }
    }

    /// <summary>
    /// Returns the paths of the finished backups in a folder, the oldest first. The list is empty when the folder does not exist.
    /// </summary>
    public static IReadOnlyList<string> Finished(string destination) => !Directory.Exists(destination)
        ? []
        : [.. Directory.EnumerateFiles(destination, "cighub-*").Where(f => f.EndsWith(BackupArchive.Extension, StringComparison.Ordinal)
            || f.EndsWith(BackupArchive.EncryptedExtension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Returns the instant of a backup, in UTC, from the name of its file, because the file's own times change when it is copied. Returns
    /// null for a file that is no backup.
    /// </summary>
    public static DateTime? TimeOf(string file) =>
        Path.GetFileName(file).Split('-', '.') is [_, var time, ..]
        && DateTime.TryParseExact(
            time, TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc)
            ? utc
            : null;

    private void CheckSpace(string destination)
    {
        var needed = (long)(DataFolder.WithCompanions(folder.Database).Sum(DataFolder.Length) * SpaceNeeded);
        if (FreeSpace(destination) < needed)
        {
            throw new StartRefusedException(
                ExitCodes.CannotWrite, $"La copia non è stata fatta: in «{destination}» servono {(needed >> 20) + 1} MB liberi. Le copie precedenti " +
                    $"restano. Libera spazio o indica un'altra cartella.");
        }
    }

    private BackupMade Make(string destination, string work, byte[]? passphrase)
    {
        var copy = Path.Combine(work, "cighub.db");
        using (var source = DatabaseFile.Open(folder.Database))
        {
            source.CopyInto(copy);
        }

        var check = DataCheck.Run(copy);
        if (!check.IsSound)
        {
            throw new StartRefusedException(
                ExitCodes.DataNotSound, $"La copia non è stata fatta perché i dati non superano i controlli: {string.Join(" ", check.Faults)} Le copie " +
                    $"precedenti restano: non cancellarle.");
        }

        var made = clock.GetUtcNow().UtcDateTime;
        var manifest = new BackupManifest(BackupArchive.CurrentFormat, made, check.Events, Convert.ToBase64String(check.Root), Sha256(copy));
        var partial = Path.Combine(work, "copia.parziale");
        BackupArchive.Write(partial, copy, folder.Keys, manifest, passphrase, work, folder.Attestazioni);
        ReadBack(partial, work, passphrase);
        var time = made.ToString(TimeFormat, CultureInfo.InvariantCulture);
        var target = Path.Combine(destination, $"cighub-{time}{(passphrase is null ? BackupArchive.Extension : BackupArchive.EncryptedExtension)}");
        if (passphrase is null)
        {
            File.Move(partial, target);
        }
        else
        {
            // The two folders may be on two disks, so the file gets its final name last.
            File.Copy(partial, target + ".parziale", overwrite: true);
            DataFolder.Flush(target + ".parziale");
            File.Move(target + ".parziale", target);
        }

        DataFolder.SyncFolder(destination);
        return new BackupMade(target, manifest);
    }

    /// <summary>Extracts the written archive again, as a restore would. Throws when it is damaged.</summary>
    private static void ReadBack(string archive, string work, byte[]? passphrase)
    {
        var readBack = Directory.CreateDirectory(Path.Combine(work, "riletta")).FullName;
        BackupArchive.Extract(archive, readBack, passphrase);
    }

    private static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static void Prune(string destination, int? keep)
    {
        foreach (var old in keep is { } count ? Finished(destination).SkipLast(count) : [])
        {
            File.Delete(old);
        }

        foreach (var partial in Directory.EnumerateFiles(destination, "cighub-*.parziale"))
        {
            File.Delete(partial);
        }
    }

    private static void Clear(string work)
    {
        if (Directory.Exists(work))
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartRefusedException(ExitCodes.InUse, $"In «{Path.GetDirectoryName(file)}» è già in corso un'altra copia, o non ci si può " +
                $"scrivere ({e.Message}).", e);
        }
    }
}
