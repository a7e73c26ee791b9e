using System.Text.Json.Nodes;
using CigHub.Domain.Registro;

namespace CigHub.Web.UseCases;

/// <summary>An event as a command's handler returns it: action and object. The write path adds the values before and after.</summary>
/// <param name="Azione">The action, one of <see cref="Azioni"/>.</param>
/// <param name="Data">Hashes of evidence, accepted texts, reasons. Never a value that stands in a draft only.</param>
public sealed record EventToWrite(string Azione, string OggettoTipo, Guid OggettoId, Guid? EnteId, JsonObject? Data = null)
{
    /// <summary>The author of the event when it is not the actor who saves it, otherwise null.</summary>
    internal Attore? Actor { get; init; }

    /// <summary>The delega under which the event's author acted. Null for an author in a role of their own.</summary>
    internal Guid? DelegaId { get; init; }

    /// <summary>The values before and after for an event to which the change tracker cannot give them, otherwise null.</summary>
    internal (JsonObject Prima, JsonObject Dopo)? Values { get; init; }
}

/// <summary>The list of events that one act records.</summary>
public sealed class Events
{
    private Events(IReadOnlyList<EventToWrite> elenco) => List = elenco;

    public IReadOnlyList<EventToWrite> List { get; }

    /// <summary>
    /// The empty list, for an autosave of a draft. Its changes are recorded later, by one event for the whole piece of work.
    /// </summary>
    public static Events None { get; } = new([]);

    /// <summary>Returns the events about pieces of work on drafts as an act. The list may be empty.</summary>
    internal static Events OfWork(IEnumerable<EventToWrite> lavori) => new([.. lavori]);

    /// <summary>
    /// Returns the same events with the delega under which their author acted. Events that have an author of their own keep theirs.
    /// </summary>
    internal Events Under(Guid? delegaId) =>
        delegaId is null ? this : new([.. List.Select(e => e.Actor is null ? e with { DelegaId = delegaId } : e)]);

    public static Events Of(EventToWrite primo, params EventToWrite[] altri) => new([primo, .. altri]);
}

/// <summary>The receipt that the caller gets for a saved act.</summary>
/// <param name="Seq">The number of the act's first event in the registro, or 0 for an autosave that is not recorded yet.</param>
/// <param name="Version">The new version of the aggregate, or 0 for a command that carries no version.</param>
public sealed record Receipt(long Seq, int Version);
