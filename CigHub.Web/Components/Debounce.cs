namespace CigHub.Web.Components;

/// <summary>
/// Delays work until calls have paused for a while, for example the search while somebody types. Each call starts the wait again, and only
/// the last one does its work.
/// </summary>
/// <remarks>Use it from one circuit only, because a circuit runs one thing at a time.</remarks>
public sealed class Debounce(TimeProvider clock, TimeSpan rest)
{
    private CancellationTokenSource? _waiting;

    /// <summary>Runs the work after the pause, unless a newer call or <see cref="Cancel"/> comes first.</summary>
    /// <returns>A task that ends with the work, or early when the work is not done.</returns>
    public async Task Run(Func<Task> work)
    {
        Cancel();
        using var waiting = new CancellationTokenSource();
        _waiting = waiting;
        try
        {
            await Task.Delay(rest, clock, waiting.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (_waiting == waiting)
        {
            _waiting = null;
            await work();
        }
    }

    public void Cancel()
    {
        _waiting?.Cancel();
        _waiting = null;
    }
}
