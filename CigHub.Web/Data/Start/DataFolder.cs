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
    public string Database => In(DataSetup.FileDatabase);

    /// <summary>The copy that an upgrade is working on. It may be thrown away at any time.</summary>
    public string UpgradeInProgress => In($"{DataSetup.FileDatabase}.nuovo");

    /// <summary>The upgraded copy, checked and on the disk, which only has to take the database's place.</summary>
    public string UpgradeReady => In($"{DataSetup.FileDatabase}.pronto");

    /// <summary>Exists while a first start is under way: everything beside it may be made anew.</summary>
    public string FirstStartMarker => In("installazione.in-corso");

    /// <summary>Size and root of the registro, noted outside the database.</summary>
    public string HeadNote => In("registro.testa");

    /// <summary>Folder in which a restore unpacks a backup.</summary>
    public string RestoreInProgress => In("ripristino.in-corso");

    /// <summary>Says that the database comes from a backup, until a start has recorded it.</summary>
    public string RestoreMarker => In("ripristino.da-registrare");

    /// <summary>Folder of the data-protection keys.</summary>
    public string Keys => In("chiavi");

    /// <summary>Free bytes on the disk of the folder. A test sets its own.</summary>
    public Func<long> FreeSpace { get; set; } = () => new DriveInfo(path).AvailableFreeSpace;

    public string In(string name) => Path.Combine(Root, name);

    /// <summary>The kept copies of the database from before an upgrade, the oldest first.</summary>
    public IReadOnlyList<string> CopiesBeforeUpgrades() =>
        [.. Directory.EnumerateFiles(Root, $"{DataSetup.FileDatabase}.prima-*").Order(StringComparer.Ordinal)];

    /// <summary>A database file together with the files that SQLite keeps beside it.</summary>
    public static IEnumerable<string> WithCompanions(string database) => [database, .. _companions.Select(c => database + c)];

    public static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    /// <summary>Writes a whole small file to the disk under its final name at once: a reader sees the old text or the new one.</summary>
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

    /// <summary>Deletes what is there of these.</summary>
    public void Delete(IEnumerable<string> files)
    {
        foreach (var file in files.Where(File.Exists))
        {
            steps.Around($"delete {Path.GetFileName(file)}", () => File.Delete(file));
        }
    }

    /// <summary>Brings a file's content to the disk.</summary>
    public void SyncFile(string file) => steps.Around($"sync {Path.GetFileName(file)}", () => Flush(file));

    /// <summary>Brings the folder's names to the disk. Windows keeps them in its journal.</summary>
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

        // .NET does not open a folder, so the system is asked itself.
        var descriptor = OpenFolder([.. System.Text.Encoding.UTF8.GetBytes(folder), 0], 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        try
        {
            // A file system that cannot sync a folder answers with an error; the names are then as durable as it makes them.
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
