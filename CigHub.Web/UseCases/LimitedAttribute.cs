namespace CigHub.Web.UseCases;

/// <summary>A kind of use that is counted and limited for each person, because it costs much or takes much data out of the app.</summary>
public enum LimitedUse
{
    /// <summary>Data that leave the app: exports, prints, downloads.</summary>
    Export,

    /// <summary>A file that a user sends, even when the app first only previews it.</summary>
    Upload,
}

/// <summary>
/// Marks a command or a query that a person may run only so many times in a period. <see cref="CommandRunner"/> and
/// <see cref="QueryReader"/> check it, because HTTP rate limits do not see the messages inside a circuit.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LimitedAttribute(LimitedUse uso) : Attribute
{
    public LimitedUse Use { get; } = uso;
}

/// <summary>A limited command that may also come without a file. It counts against the limit only when it carries one.</summary>
public interface IMayCarryFile
{
    bool CarriesFile { get; }
}
