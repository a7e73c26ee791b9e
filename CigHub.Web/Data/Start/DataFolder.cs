using System.Runtime.InteropServices;

namespace CigHub.Web.Data.Start;

/// <summary>The paths of the files in the data folder, and the file operations on them, in an order that survives a power cut.</summary>
public sealed class DataFolder(string path, StartSteps steps)
{
    /// <summary>The name of the palestra's database file. It lies beside the main database, and the same first start makes it.</summary>
    public const string PalestraFile = "palestra.db";

    private static readonly string[] _companions = ["-wal", "-shm", "-journal"];

    public string Root { get; } = path;

    /// <summary>The path of the database that the app works on.</summary>
    public string Database => PathOf(DataSetup.DatabaseFileName);

    /// <summary>The path of the copy that an upgrade is still working on. Nobody misses it when it is deleted.</summary>
    public string UpgradeInProgress => PathOf($"{DataSetup.DatabaseFileName}.nuovo");

    /// <summary>
    /// The path of the upgraded copy that has been checked and flushed to the disk, and that only has to take the database's place.
    /// </summary>
    public string UpgradeReady => PathOf($"{DataSetup.DatabaseFileName}.pronto");

    /// <summary>
    /// The path of the marker file of a first start under way. While it exists nobody has worked yet, so everything beside it may be made
    /// anew.
    /// </summary>
    public string FirstStartMarker => PathOf("installazione.in-corso");

    /// <summary>The path of the head note, which holds the registro's size and root outside the database.</summary>
    public string HeadNote => PathOf("registro.testa");

    /// <summary>The folder in which a restore unpacks a backup.</summary>
    public string RestoreInProgress => PathOf("ripristino.in-corso");

    /// <summary>
    /// The path of the marker file that says that the database comes from a backup. It stays until a start has recorded the restore.
    /// </summary>
    public string RestoreMarker => PathOf("ripristino.da-registrare");

    /// <summary>The folder of the data-protection keys.</summary>
    public string Keys => PathOf("chiavi");

    /// <summary>The folder of the attestazioni di integrità, each with where it was sent.</summary>
    public string Attestazioni => PathOf("attestazioni");

    /// <summary>The folder of the key that signs the attestazioni, outside the data. Default: beside the data folder.</summary>
    public string KeyFolder { get; init; } = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))}-chiave";

    /// <summary>Returns the number of free bytes on the disk of the folder. A test sets its own function.</summary>
    public Func<long> FreeSpace { get; set; } = () => new DriveInfo(path).AvailableFreeSpace;

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Returns the paths of the kept copies of the database from before upgrades, the oldest first.</summary>
    public IReadOnlyList<string> CopiesBeforeUpgrades() =>
        [.. Directory.EnumerateFiles(Root, $"{DataSetup.DatabaseFileName}.prima-*").Order(StringComparer.Ordinal)];

    /// <summary>
    /// Returns the path of a database file and those of the files that SQLite keeps beside it (<c>-wal</c>, <c>-shm</c>, <c>-journal</c>).
    /// </summary>
    public static IEnumerable<string> WithCompanions(string database) => [database, .. _companions.Select(c => database + c)];

    public static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    /// <summary>
    /// Writes a small text file so that a reader sees either the old text or the new one, never a part. It writes a temporary file, flushes
    /// it to the disk and renames it.
    /// </summary>
    public void Write(string file, string text)
    {
        steps.Around($"write {Path.GetFileName(file)}", () =>
        {
            var temporary = file + ".tmp";
            File.WriteAllText(temporary, text);
            Flush(temporary);
            File.Move(temporary, file, overwrite: true);
        });
        Sync();
    }

    public void Move(string from, string to)
    {
        steps.Around($"move {Path.GetFileName(from)} to {Path.GetFileName(to)}", () => File.Move(from, to));
        Sync();
    }

    /// <summary>Deletes those of the files that exist.</summary>
    public void Delete(IEnumerable<string> files)
    {
        foreach (var file in files.Where(File.Exists))
        {
            steps.Around($"delete {Path.GetFileName(file)}", () => File.Delete(file));
        }
    }

    /// <summary>Flushes the content of a file to the disk.</summary>
    public void SyncFile(string file) => steps.Around($"sync {Path.GetFileName(file)}", () => Flush(file));

    /// <summary>Flushes the file names in the data folder to the disk. Windows needs no flush, because its journal keeps them.</summary>
    public void Sync() => SyncFolder(Root);

    internal static void Flush(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    internal static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET cannot open a folder, so this calls the operating system itself.
        var descriptor = OpenFolder([.. System.Text.Encoding.UTF8.GetBytes(folder), 0], 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        try
        {
            // A file system that cannot sync a folder answers with an error, which is ignored: the names are then as durable as that file
            // system makes them.
            _ = SyncDescriptor(descriptor);
        }
        finally
        {
            _ = CloseDescriptor(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int OpenFolder(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int SyncDescriptor(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int CloseDescriptor(int descriptor);
}
