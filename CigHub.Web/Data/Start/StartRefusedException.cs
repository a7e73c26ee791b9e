namespace CigHub.Web.Data.Start;

/// <summary>The exit codes of the program, for scripts and service managers.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command line or a setting is wrong, and nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The data are damaged, or a part of them is missing.</summary>
    public const int DataNotSound = 3;

    /// <summary>Another process works on the same data, or answers at the same address.</summary>
    public const int InUse = 4;

    /// <summary>The disk is full, read-only or failing.</summary>
    public const int CannotWrite = 5;

    /// <summary>There are no data yet. The command <c>CigHub.Web init</c> makes them.</summary>
    public const int NotInitialized = 6;
}

/// <summary>
/// The refusal of a start or a command of the program, for a reason that somebody can remove. The message says in Italian what is wrong and
/// what to do.
/// </summary>
public sealed class StartRefusedException(int exitCode, string message, Exception? cause = null) : InvalidOperationException(message, cause)
{
    /// <summary>The exit code with which the program ends, one of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
