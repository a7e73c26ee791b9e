using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// The base class of every component that reads data. It knows when its user leaves, so that its queries end then.
/// </summary>
/// <remarks>
/// The framework calls only <see cref="DisposeAsync"/> of a component that could be disposed in two ways. So no derived class implements
/// either: it overrides <see cref="OnLeave"/>.
/// </remarks>
public abstract class ReadingComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource? _last;

    protected ReadingComponent() => Leaving = _leaving.Token;

    /// <summary>Cancelled when the component leaves the screen: its user opens another page, or closes the tab.</summary>
    protected CancellationToken Leaving { get; }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        await OnLeave();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Runs a reading that takes the place of the last one, which ends if it is still under way. A reading for which nobody waits ends in
    /// silence here, and nowhere else.
    /// </summary>
    protected async Task InPlaceOfTheLast(Func<CancellationToken, Task> read)
    {
        using var reading = Next();
        try
        {
            await read(reading.Token);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            // The user left, or asked for something else.
        }
        finally
        {
            _last = _last == reading ? null : _last;
        }
    }

    /// <summary>Ends what the component holds beside its queries.</summary>
    protected virtual ValueTask OnLeave() => ValueTask.CompletedTask;

    private CancellationTokenSource Next()
    {
        _last?.Cancel();
        return _last = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
    }
}
