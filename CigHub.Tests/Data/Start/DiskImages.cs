using System.Security.Cryptography;
using System.Text;
using CigHub.Tests.Support;
using CigHub.Web.Data.Start;

namespace CigHub.Tests.Data.Start;

/// <summary>A copy of the data folder as it would be if the process had been killed at one step of a start.</summary>
/// <param name="Number">The number of the step, from 1.</param>
internal sealed record DiskImage(int Number, string Step, string Folder);

/// <summary>
/// Copies the data folder at each step of a start, so that one start shows the files that a kill at any step would leave. Steps that leave
/// equal files share one copy, which is made at the first of them.
/// </summary>
/// <param name="every">Copies at every n-th step only. 1 copies at each step.</param>
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
    /// Starts the app on every copy. Each start first runs until it has tidied up leftovers. When the files then equal those of an earlier
    /// copy, the rest of the start would be the same, so only the first such copy is started to its end and checked. Returns the number of
    /// copies that were started to their end.
    /// </summary>
    /// <param name="start">Starts the app on the folder, with the steps.</param>
    /// <param name="check">Asserts what must hold for the folder afterwards.</param>
    /// <returns>The number of copies that were started to their end.</returns>
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

    /// <summary>
    /// Returns the names and hashes of all files as one text. Leaves out the <c>-shm</c> files, which SQLite creates again when no
    /// connection is open.
    /// </summary>
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

    /// <summary>Ends a start once it has tidied up leftovers, before it creates a new database or examines the existing one.</summary>
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
