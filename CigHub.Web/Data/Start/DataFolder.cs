using System.Runtime.InteropServices;

namespace CigHub.Web.Data.Start;

/// <summary>The files of the data folder, and the file operations whose order survives a power cut.</summary>
public sealed class DataFolder(string path, StartSteps steps)
{
    /// <summary>The file of the palestra, which lies beside the database and belongs to its first start.</summary>
    public const string PalestraFile = "palestra.db";

    private static readonly string[] _companions = ["-wal", "-shm", "-journal"];

    public string Root { get; } = path;

    /// <summary>The database that the program works on.</summary>
    public string Database => PathOf(DataSetup.DatabaseFileName);

    /// <summary>The copy that an upgrade is working on. It may be thrown away at any time.</summary>
    public string UpgradeInProgress => PathOf($"{DataSetup.DatabaseFileName}.nuovo");

    /// <summary>The upgraded copy, checked and on the disk, which only has to take the database's place.</summary>
    public string UpgradeReady => PathOf($"{DataSetup.DatabaseFileName}.pronto");

    /// <summary>The marker of a first start that is under way. While it exists, everything beside it may be made anew.</summary>
    public string FirstStartMarker => PathOf("installazione.in-corso");

    /// <summary>The note of size and root of the registro, kept outside the database.</summary>
    public string HeadNote => PathOf("registro.testa");

    /// <summary>The folder in which a restore unpacks a backup.</summary>
    public string RestoreInProgress => PathOf("ripristino.in-corso");

    /// <summary>The marker that says that the database comes from a backup, until a start has recorded it.</summary>
    public string RestoreMarker => PathOf("ripristino.da-registrare");

    /// <summary>The folder of the data-protection keys.</summary>
    public string Keys => PathOf("chiavi");

    /// <summary>Returns the free bytes on the disk of the folder. A test sets its own function.</summary>
    public Func<long> FreeSpace { get; set; } = () => new DriveInfo(path).AvailableFreeSpace;

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Returns the kept copies of the database from before an upgrade, the oldest first.</summary>
    public IReadOnlyList<string> CopiesBeforeUpgrades() =>
        [.. Directory.EnumerateFiles(Root, $"{DataSetup.DatabaseFileName}.prima-*").Order(StringComparer.Ordinal)];

    /// <summary>Returns a database file together with the files that SQLite keeps beside it.</summary>
    public static IEnumerable<string> WithCompanions(string database) => [database, .. _companions.Select(c => database + c)];

    public static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    /// <summary>Writes a whole small file to the disk and gives it its final name at once. A reader sees the old text or the new one.</summary>
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

    /// <summary>Flushes the names in the folder to the disk. Windows keeps them in its journal.</summary>
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
