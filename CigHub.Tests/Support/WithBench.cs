namespace CigHub.Tests.Support;

/// <summary>The base class of tests that each need a test bench of their own.</summary>
public abstract class WithBench : IAsyncLifetime
{
    protected TestBench Bench { get; private set; } = null!;

    public async Task InitializeAsync() => Bench = await TestBench.Create();

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
