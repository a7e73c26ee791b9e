using System.Security.Cryptography;
using System.Text;
using CigHub.Tests.Support;
using CigHub.Web.Data.Start;

namespace CigHub.Tests.Data.Start;

/// <summary>A folder as a kill at a step of a start leaves it.</summary>
/// <param name="Number">The number of the step, from 1.</param>
internal sealed record DiskImage(int Number, string Step, string Folder);

/// <summary>
/// Copies the data folder at each step of a start, so that one start shows what a kill at any step leaves on the disk. Steps that leave the same files
/// share one copy, for the first of them.
/// </summary>
/// <param name="every">Looks at one step in so many.</param>
internal sealed class DiskImages(string folder, int every = 1) : StartSteps, IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _kept = TestFolder.New("images");
    private readonly HashSet<string> _seen = [];
    private readonly List<DiskImage> _all = [];

    public int Steps { get; private set; }

    public IReadOnlyList<DiskImage> All => _all;

    public override void At(string step)
    {
        lock (_lock)
        {
            Steps++;
            if (Steps % every == 0 && _seen.Add(Content(folder)))
            {
                var image = Directory.CreateDirectory(Path.Combine(_kept, $"{Steps}")).FullName;
                TestFolder.Copy(folder, image);
                _all.Add(new DiskImage(Steps, step, image));
            }
        }
    }

    /// <summary>
    /// Starts again from every copy. Where the next start has tidied up and the files are those of another copy, it goes on as that one did: only the
    /// first of them is started to its end and checked.
    /// </summary>
    /// <param name="start">A start on a folder with these steps.</param>
    /// <param name="check">What must be true of the folder afterwards.</param>
    /// <returns>How many were started to their end.</returns>
    public async Task<int> StartAgain(Func<string, StartSteps, Task> start, Action<DiskImage> check)
    {
        var after = new HashSet<string>();
        foreach (var image in _all)
        {
            var tidied = new UntilTidied();
            var ended = await Record.ExceptionAsync(() => start(image.Folder, tidied));
            Assert.True(tidied.Reached && ended is not null, $"step {image.Number}, {image.Step}: {ended}");
            if (after.Add(Content(image.Folder)))
            {
                await start(image.Folder, None);
                check(image);
            }

            TestFolder.Delete(image.Folder);
        }

        return after.Count;
    }

    public void Dispose() => TestFolder.Delete(_kept);

    /// <summary>Names and hashes of all files. SQLite makes the <c>-shm</c> anew when nobody has the database open.</summary>
    private static string Content(string folder)
    {
        var content = new StringBuilder();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            content.Append(Path.GetRelativePath(folder, file)).Append(' ').AppendLine(Convert.ToHexString(SHA256.HashData(stream)));
        }

        return content.ToString();
    }

    /// <summary>Ends a start where it has tidied up what was left over and begins its own work: a new database, or the look at the one there is.</summary>
    private sealed class UntilTidied : StartSteps
    {
        public bool Reached { get; private set; }

        public override void At(string step)
        {
            Reached |= step == "before create the database" || step.StartsWith("before SELECT COUNT(*) FROM sqlite_master", StringComparison.Ordinal);
            if (Reached)
            {
                throw new StartKilledException(step);
            }
        }
    }
}
