namespace CigHub.Tests.Support;

/// <summary>The base class of tests that each need a test bench of their own.</summary>
public abstract class ConBanco : IAsyncLifetime
{
    protected Banco Banco { get; private set; } = null!;

    public async Task InitializeAsync() => Banco = await Banco.Crea();

    public async Task DisposeAsync() => await Banco.DisposeAsync();
}
