namespace CigHub.Web.Data.Start;

/// <summary>
/// Is told of each file operation and each statement of a start, before and after it. Does nothing; a test registers its own and ends the start
/// there.
/// </summary>
public class StartSteps
{
    public static StartSteps None { get; } = new();

    /// <param name="step">The operation, for the one who reads where a start ended.</param>
    public virtual void At(string step)
    {
    }

    /// <summary>Runs one operation between its two announcements.</summary>
    public void Around(string step, Action operation)
    {
        At($"before {step}");
        operation();
        At($"after {step}");
    }
}
