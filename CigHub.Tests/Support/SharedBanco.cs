namespace CigHub.Tests.Support;

/// <summary>A workbench that the tests of one class share (<c>IClassFixture</c>): for walks that leave it as it was, or whose steps do not meet.</summary>
public sealed class SharedBanco : IAsyncLifetime
{
    public Banco Banco { get; private set; } = null!;

    public async Task InitializeAsync() => Banco = await Banco.Crea();

    public async Task DisposeAsync() => await Banco.DisposeAsync();
}
