namespace CigHub.Web.UseCases;

/// <summary>What is counted for each person, because it costs much or takes much away.</summary>
public enum Uso
{
    /// <summary>What leaves the app: exports, prints, downloads.</summary>
    Esportazione,

    /// <summary>A file that somebody sends, also when it is only looked at first.</summary>
    Caricamento,
}

/// <summary>
/// Marks a command or a query of which a person may make only so many in a while. Checked by the runner and by the reader, because the
/// rate limits of HTTP do not see what happens in a circuit.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LimitatoAttribute(Uso uso) : Attribute
{
    public Uso Uso { get; } = uso;
}

/// <summary>A command that takes a file only sometimes: without one it is not counted.</summary>
public interface IForseConFile
{
    bool ConFile { get; }
}
