using System.Globalization;
using System.Threading.Channels;
using CigHub.Tests.Data.Start;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data.Start;
using CigHub.Web.Operations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Operations;

/// <summary>
/// Checks the timetable of the backups, with a clock that the test moves: a backup each night, one after a missed night, and a retry after
/// a failure.
/// </summary>
public sealed class TimetableTests : IAsyncLifetime
{
    /// <summary>The clock that the test moves. It starts at 9:00 UTC, which is 10:00 in Rome.</summary>
    private readonly ClockWithTimers _clock = new(TestBench.Now);
    private readonly DataHealth _health = new();
    private readonly string _copies = TestFolder.New("timetable");
    private string _folder = "";

    private IReadOnlyList<string> Made => [.. Backup.Finished(_copies).Select(f => Path.GetFileName(f)!)];

    public async Task InitializeAsync() => _folder = await OfficeAtRest.Copy("timetable-data");

    public Task DisposeAsync()
    {
        TestFolder.Delete(_folder);
        TestFolder.Delete(_copies);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("2026-11-24T09:00:00Z", "02:30", "2026-11-25T01:30:00Z")]
    [InlineData("2026-03-28T12:00:00Z", "04:00", "2026-03-29T02:00:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "04:00", "2026-10-25T03:00:00Z")]
    [InlineData("2026-03-28T12:00:00Z", "02:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "02:30", "2026-10-25T01:30:00Z")]
    public void Nelle_notti_in_cui_cambia_l_ora_la_copia_si_fa_all_ora_scritta(string now, string at, string next)
    {
        var expected = Utc(next);
        var time = TimeOnly.Parse(at, CultureInfo.InvariantCulture);
        Assert.Equal(expected, RomeTime.Next(Utc(now), time));
        Assert.Equal(expected, BackupTimetable.Last(expected.AddHours(1), time));

        static DateTime Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
    }

    [Fact]
    public async Task La_copia_mancata_si_fa_dopo_l_avvio_poi_una_ogni_notte_e_restano_le_ultime()
    {
        using var timetable = Timetable();
        await timetable.StartAsync(default);
        await _clock.Waits();
        Assert.Empty(Made);
        await Forward(TimeSpan.FromMinutes(1));
        Assert.Equal(["cighub-20261124T090100000Z.zip"], Made);
        await Forward(new DateTimeOffset(2026, 11, 25, 1, 30, 0, TimeSpan.Zero) - _clock.GetUtcNow());
        await Forward(TimeSpan.FromDays(1));
        Assert.Equal(["cighub-20261125T013000000Z.zip", "cighub-20261126T013000000Z.zip"], Made);
        await timetable.StopAsync(default);
    }

    [Fact]
    public async Task Chi_ha_gia_la_copia_della_notte_non_ne_fa_un_altra_all_avvio()
    {
        await File.WriteAllTextAsync(Path.Combine(_copies, "cighub-20261124T013000000Z.zip"), "x");
        using var timetable = Timetable();
        await timetable.StartAsync(default);
        await _clock.Waits();
        _clock.Advance(TimeSpan.FromHours(16));
        Assert.Single(Made);
        await Forward(TimeSpan.FromMinutes(30));
        Assert.Equal(2, Made.Count);
        await timetable.StopAsync(default);
    }

    [Fact]
    public async Task Una_copia_che_non_riesce_si_dice_e_la_frase_sparisce_quando_una_riesce()
    {
        Directory.Delete(_copies);
        await File.WriteAllTextAsync(_copies, "a file where the folder should be");
        using var timetable = Timetable();
        await timetable.StartAsync(default);
        await _clock.Waits();
        await Forward(TimeSpan.FromMinutes(1));
        Assert.Contains("non è riuscita", Assert.Single(_health.Faults), StringComparison.Ordinal);
        File.Delete(_copies);
        await Forward(TimeSpan.FromDays(1));
        Assert.Single(Made);
        Assert.Empty(_health.Faults);
        await timetable.StopAsync(default);
    }

    [Theory]
    [InlineData("2026-11-24T01:29:59Z", "2026-11-24T01:30:00Z", "2026-11-23T01:30:00Z")]
    [InlineData("2026-11-24T01:30:00Z", "2026-11-25T01:30:00Z", "2026-11-24T01:30:00Z")]
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01T00:30:00Z", "2026-06-30T00:30:00Z")]
    public void L_ora_e_quella_di_Roma(string now, string next, string last)
    {
        var (utc, at) = (DateTimeOffset.Parse(now, null).UtcDateTime, new TimeOnly(2, 30));
        Assert.Equal(DateTimeOffset.Parse(next, null).UtcDateTime, RomeTime.Next(utc, at));
        Assert.Equal(DateTimeOffset.Parse(last, null).UtcDateTime, BackupTimetable.Last(utc, at));
    }

    private BackupTimetable Timetable()
    {
        var settings = Options.Create(new BackupSettings { Cartella = _copies, Ora = new TimeOnly(2, 30), Conserva = 2 });
        var backup = new Backup(new DataFolder(_folder, StartSteps.None), _clock);
        return new BackupTimetable(settings, backup, _health, _clock, NullLogger<BackupTimetable>.Instance);
    }

    /// <summary>Advances the clock, then waits until the timetable has done its work and waits for its next time.</summary>
    private async Task Forward(TimeSpan time)
    {
        _clock.Advance(time);
        await _clock.Waits();
    }

    /// <summary>A clock for tests that reports when a caller begins to wait for a timer.</summary>
    private sealed class ClockWithTimers(DateTimeOffset now) : FakeTimeProvider(now)
    {
        private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

        public Task Waits() => _timers.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _timers.Writer.TryWrite(dueTime);
            return timer;
        }
    }
}
