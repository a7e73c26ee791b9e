namespace CigHub.Tests.Support;

/// <summary>The base class of tests that each need a test bench of their own.</summary>
public abstract class WithBench : IAsyncLifetime
{
    protected TestBench Banco { get; private set; } = null!;

    public async Task InitializeAsync() => Banco = await TestBench.Crea();

    public async Task DisposeAsync() => await Banco.DisposeAsync();
}
