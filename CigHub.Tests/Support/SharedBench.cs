namespace CigHub.Tests.Support;

/// <summary>
/// A test bench that all tests of one class share (<c>IClassFixture</c>). It is meant for tests that only read, or whose changes do not
/// affect each other.
/// </summary>
public sealed class SharedBench : IAsyncLifetime
{
    public TestBench Bench { get; private set; } = null!;

    public async Task InitializeAsync() => Bench = await TestBench.Create();

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
