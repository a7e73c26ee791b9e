using CigHub.Domain.Common;
using CigHub.Web.Common;

namespace CigHub.Web.UseCases;

/// <summary>The last change of some data: the person who made it, and the instant.</summary>
/// <remarks>Equality: by both members.</remarks>
/// <param name="Who">The person's full name, or null when the registro names nobody.</param>
/// <param name="Utc">The instant, UTC, or null when the registro knows none.</param>
public sealed record LastChange(string? Who, DateTime? Utc)
{
    /// <summary>Returns the person and the time in Rome, for use in a sentence: <c>Livia Serrani alle 10:32</c>.</summary>
    public override string ToString() => (Who ?? "un'altra persona") + (Utc is { } utc ? $" alle {RomeTime.Time(utc)}" : "");
}

/// <summary>The refusal of a save whose data somebody else has changed meanwhile.</summary>
/// <remarks>Equality: by all members. A caller reads the data from the properties and never takes the sentence apart.</remarks>
public sealed record StaleEdit : Error
{
    /// <summary>The error code of every such refusal.</summary>
    public const string ErrorCode = "versione.superata";

    /// <param name="change">The change that came first.</param>
    /// <param name="version">The current version, or null where the data have none.</param>
    /// <param name="message">The whole sentence, where the general one does not fit.</param>
    public StaleEdit(LastChange change, int? version, string? message = null)
        : base(ErrorCode, message ?? $"{Beginning(change)}: ricarica per vedere i dati attuali. Quello che hai scritto non è andato perso.") =>
        (Change, Version) = (change, version);

    /// <summary>The change by the other person, which was saved first.</summary>
    public LastChange Change { get; }

    /// <summary>The version that is stored now, or null where the data have none.</summary>
    public int? Version { get; }

    /// <summary>Returns this refusal with other advice, for a page that has already read the current data.</summary>
    /// <param name="advice">One or more whole sentences.</param>
    public StaleEdit WithAdvice(string advice) => this with { Message = $"{Beginning(Change)}. {advice}" };

    private static string Beginning(LastChange change) => $"Nel frattempo modificato da {change}";
}
