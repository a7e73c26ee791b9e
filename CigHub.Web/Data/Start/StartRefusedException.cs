namespace CigHub.Web.Data.Start;

/// <summary>How the program ends, for scripts and service managers.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command line or a setting is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The data are damaged, missing or not what the program relies on.</summary>
    public const int DataNotSound = 3;

    /// <summary>Another process works on the same data, or answers at the same address.</summary>
    public const int InUse = 4;

    /// <summary>The disk is full, read-only or failing.</summary>
    public const int CannotWrite = 5;

    /// <summary>There are no data yet: <c>CigHub.Web init</c> makes them.</summary>
    public const int NotInitialized = 6;
}

/// <summary>
/// A start or a command that cannot go on for a reason that somebody can act on. The message is one Italian text: what is wrong and the way out.
/// </summary>
public sealed class StartRefusedException(int exitCode, string message, Exception? cause = null) : InvalidOperationException(message, cause)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
