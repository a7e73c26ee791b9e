namespace CigHub.Tests.Support;

/// <summary>
/// Makes folders for the data of tests: in memory where the machine has a file system there (<c>/dev/shm</c>), else in the temporary
/// folder. A test of durability makes its folder on the disk instead.
/// </summary>
internal static class TestFolder
{
    private const string InMemory = "/dev/shm";
    private const long EnoughBytes = 1L << 30;

    private static readonly string _root =
        Directory.Exists(InMemory) && new DriveInfo(InMemory).AvailableFreeSpace > EnoughBytes ? InMemory : Path.GetTempPath();

    /// <summary>Makes an empty folder with a unique path.</summary>
    public static string New(string name) => Directory.CreateDirectory(Path.Combine(_root, $"cighub-{name}-{Guid.NewGuid():N}")).FullName;

    /// <summary>Makes a folder that is deleted when the test run ends.</summary>
    public static string NewForTheRun(string name)
    {
        var folder = New(name);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        return folder;
    }

    public static void Copy(string from, string to)
    {
        foreach (var source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
    }

    /// <summary>Deletes a folder. Tries again when an app that is ending creates a file meanwhile.</summary>
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
    }
}
