namespace CigHub.Web.Data.Start;

/// <summary>
/// Is told of each file operation and each statement of a start, before and after it. This class does nothing. A test registers a class of
/// its own and interrupts the start at one of them.
/// </summary>
public class StartSteps
{
    public static StartSteps None { get; } = new();

    /// <param name="step">The operation, for a reader who wants to know where a start ended.</param>
    public virtual void At(string step)
    {
    }

    /// <summary>Runs one operation, and announces it before and after.</summary>
    public void Around(string step, Action operation)
    {
        At($"before {step}");
        operation();
        At($"after {step}");
    }
}
