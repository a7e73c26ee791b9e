using Microsoft.Data.Sqlite;

namespace CigHub.Tests.Support;

/// <summary>
/// The real app in the process of the test, on a copy of the test run's template, behind a relay with a fixed address. A power cut is
/// imitated by cutting the relay and starting the app again on the data committed until then. This is much quicker than
/// <see cref="AppProcess"/>, which shows that a killed process leaves exactly those data.
/// </summary>
public sealed class AppWithPowerCuts : IAsyncDisposable
{
    private readonly DelayProxy _line;
    private TestApp _app;
    private string? _saved;

    private AppWithPowerCuts(TestApp app)
    {
        _app = app;
        _line = DelayProxy.Before(app.Address, TimeSpan.Zero);
    }

    /// <summary>The address for a browser, that of the relay. It stays the same after a cut.</summary>
    public Uri Address => _line.Address;

    public static async Task<AppWithPowerCuts> Start()
    {
        var app = new AppWithPowerCuts(await TestApp.Start());
        (await OfficeTemplate.Get()).Serves(app.Address);
        return app;
    }

    /// <summary>Cuts the connections and copies the data that are committed at this moment. Later writes of the app are lost.</summary>
    public async Task CutPower()
    {
        await _line.Cut();
        _saved = TestFolder.New("power-cut");
        CopyWhatIsCommitted(_app.Folder, _saved);
        await _app.DisposeAsync();
    }

    /// <summary>Starts the app again at the same address, on the data that were committed before the cut.</summary>
    public async Task StartAgain()
    {
        _app = new TestApp { Folder = _saved ?? throw new InvalidOperationException("The power is still on."), FromTemplate = false };
        _saved = null;
        await _app.InitializeAsync();
        _line.Join(_app.Address);
    }

    public async ValueTask DisposeAsync()
    {
        OfficeTemplate.ServesNoLonger(Address);
        await _line.DisposeAsync();
        await _app.DisposeAsync();
        if (_saved is not null)
        {
            TestFolder.Delete(_saved);
        }
    }

    /// <summary>
    /// Copies the folder, with each database in the state of its last commit. Leaves out the lock file of the running app.
    /// </summary>
    private static void CopyWhatIsCommitted(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            switch (Path.GetExtension(file))
            {
                case ".lock" or ".db-wal" or ".db-shm":
                    break;
                case ".db":
                    using (var source = new SqliteConnection($"Data Source={file};Pooling=False"))
                    using (var target = new SqliteConnection($"Data Source={copy};Pooling=False"))
                    {
                        source.Open();
                        target.Open();
                        source.BackupDatabase(target);
                    }

                    break;
                default:
                    File.Copy(file, copy);
                    break;
            }
        }
    }
}
