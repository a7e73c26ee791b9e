namespace CigHub.Tests.Support;

/// <summary>
/// Makes folders for the data of tests. They are in memory where the machine has a file system there (<c>/dev/shm</c>), otherwise in the
/// temporary folder. A test of durability makes its folder on the disk instead.
/// </summary>
internal static class TestFolder
{
    private const string InMemory = "/dev/shm";
    private const long EnoughBytes = 1L << 30;

    private static readonly string _root =
        Directory.Exists(InMemory) && new DriveInfo(InMemory).AvailableFreeSpace > EnoughBytes ? InMemory : Path.GetTempPath();

    /// <summary>Creates an empty folder with a unique path, which the test itself must delete. Returns the path.</summary>
    public static string New(string name) => Directory.CreateDirectory(Path.Combine(_root, $"cighub-{name}-{Guid.NewGuid():N}")).FullName;

    /// <summary>Creates an empty folder that is deleted when the process of the test run ends. Returns the path.</summary>
    public static string NewForTheRun(string name)
    {
        var folder = New(name);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        return folder;
    }

    /// <summary>
    /// Copies the files of a folder, except those that only hold a lock, and the key that lies beside it. A process that another test is
    /// just starting may hold one for a moment, because a process is born with the open files of its parent.
    /// </summary>
    public static void Copy(string from, string to)
    {
        foreach (var source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) != ".lock"))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        if (Directory.Exists(KeysOf(from)))
        {
            Copy(KeysOf(from), KeysOf(to));
        }
    }

    /// <summary>Returns the folder of the key that signs the attestazioni of the data in a folder, which lies beside it.</summary>
    public static string KeysOf(string folder) => folder + "-chiave";

    /// <summary>
    /// Deletes a folder with its contents, and the key that lies beside it. Tries again when an app that is just ending creates a file in it.
    /// </summary>
    public static void Delete(string folder)
    {
        for (var left = 3; Directory.Exists(folder); left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (left > 0)
            {
                // The folder is not empty yet, so try again.
            }
        }

        if (Directory.Exists(KeysOf(folder)))
        {
            Delete(KeysOf(folder));
        }
    }
}
