using System.Diagnostics;
using CigHub.Domain.Common;
using CigHub.Tests.Support;
using CigHub.Web.UseCases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CigHub.Tests.UseCases;

/// <summary>Tests the end of a query: when its user leaves, when it takes too long, and while it waits for a place.</summary>
public sealed class QueryReaderTests : IAsyncLifetime, IDisposable
{
    private const int Places = 2;
    private const int Quick = 100;

    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1), _patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _leave = new();
    private TestBench _bench = null!;

    private QueryWorkers Workers => _bench.Services.GetRequiredService<QueryWorkers>();

    public async Task InitializeAsync() => _bench = await Office(seconds: 600);

    public async Task DisposeAsync()
    {
        await _leave.CancelAsync();
        await _bench.DisposeAsync();
    }

    public void Dispose() => _leave.Dispose();

    [Fact]
    public async Task Una_lettura_finisce_entro_un_secondo_da_quando_nessuno_l_aspetta()
    {
        var slow = Ask(SlowQuery.Hours, _leave.Token);
        await Running(1);
        Assert.False(slow.IsCompleted);

        var left = Stopwatch.StartNew();
        await _leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow.WaitAsync(_patience));
        await Running(0);
        Assert.True(left.Elapsed < _second, $"{left.Elapsed}");

        // The handler has left the connection, which is back in the pool.
        Assert.Equal("1000000", (await Ask(1_000_000, CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Una_lettura_lunga_finisce_quando_si_interrompe()
    {
        var slow = _bench.Reader.ReadLong<SlowQuery, string>(_bench.Rup, q => q.Count(SlowQuery.Hours), _leave.Token);
        await Running(1);
        await _leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow.WaitAsync(_second));
    }

    [Fact]
    public async Task Una_lettura_troppo_lunga_si_ferma_e_dice_di_restringere_i_filtri()
    {
        await using var office = await Office(seconds: 1);
        var answer = await Ask(SlowQuery.Hours, CancellationToken.None, office);
        Assert.Equal(QueryReader.TooLong, Assert.Single(answer.Errors));
        Assert.StartsWith("Ci vuole troppo: restringi i filtri", QueryReader.TooLong.Message, StringComparison.Ordinal);

        // A reading that its user watches has no limit.
        var watched = office.Reader.ReadLong<SlowQuery, string>(office.Rup, q => q.Count(SlowQuery.Hours), _leave.Token);
        await Assert.ThrowsAsync<TimeoutException>(() => watched.WaitAsync(1.5 * _second));
        await _leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watched.WaitAsync(_patience));
    }

    [Fact]
    public async Task Dieci_letture_lente_lasciano_liberi_i_thread_e_chi_aspetta_passa_in_ordine()
    {
        using var first = new CancellationTokenSource();
        var running = Slow(Places, first.Token);
        await Running(Places);
        var waiting = Slow(10 - Places, _leave.Token);
        var quick = Ask(Quick, CancellationToken.None);

        // Nothing else waits: neither another thread, nor a long reading, which has places of its own.
        await Task.Run(() => { }).WaitAsync(_second);
        Assert.Equal($"{Quick}", (await _bench.Reader.ReadLong<SlowQuery, string>(_bench.Rup, q => q.Count(Quick), CancellationToken.None)).Value);
        Assert.False(quick.IsCompleted);

        // Those that wait leave the queue with their users. Then a place is all that the eleventh needs.
        await _leave.CancelAsync();
        await Gone(waiting);
        Assert.Equal(Places, Workers.Running);
        await first.CancelAsync();
        await Gone(running);
        Assert.Equal($"{Quick}", (await quick.WaitAsync(_second)).Value);
    }

    private static Task<TestBench> Office(int seconds) => TestBench.Create(services => services
        .AddScoped<SlowQuery>()
        .AddSingleton(Options.Create(new QuerySettings { Insieme = Places, SecondiMassimi = seconds })));

    private static async Task Gone(IReadOnlyList<Task> readings)
    {
        foreach (var reading in readings)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(_second));
        }
    }

    private Task<Result<string>> Ask(long to, CancellationToken ct, TestBench? office = null) =>
        (office ?? _bench).Reader.Read<SlowQuery, string>((office ?? _bench).Rup, q => q.Count(to), ct);

    private List<Task> Slow(int count, CancellationToken ct) => [.. Enumerable.Range(0, count).Select(_ => Ask(SlowQuery.Hours, ct))];

    private async Task Running(int count)
    {
        var start = Stopwatch.StartNew();
        while (Workers.Running != count)
        {
            Assert.True(start.Elapsed < _patience, $"{Workers.Running} readings run");
            await Task.Yield();
        }
    }
}
