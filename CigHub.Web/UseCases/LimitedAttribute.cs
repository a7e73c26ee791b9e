namespace CigHub.Web.UseCases;

/// <summary>A kind of use that is counted for each person, because it costs much or takes much data away.</summary>
public enum LimitedUse
{
    /// <summary>Data that leave the app: exports, prints, downloads.</summary>
    Export,

    /// <summary>A file that a user sends, also when the app only looks at it first.</summary>
    Upload,
}

/// <summary>
/// Marks a command or a query that a person may run only a limited number of times in a period. The runner and the reader check it, because
/// the rate limits of HTTP do not see what happens in a circuit.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LimitedAttribute(LimitedUse uso) : Attribute
{
    public LimitedUse Use { get; } = uso;
}

/// <summary>A command that takes a file only sometimes. Without a file it is not counted.</summary>
public interface IMayCarryFile
{
    bool CarriesFile { get; }
}
