using System.Text.Json.Nodes;
using CigHub.Domain.Registro;

namespace CigHub.Web.UseCases;

/// <summary>An event as a handler names it: action and object. The runner finds the values before and after.</summary>
/// <param name="Azione">The action, one of <see cref="Azioni"/>.</param>
/// <param name="Data">Hashes of evidence, accepted texts, reasons. Never a value that stands in a draft only.</param>
public sealed record EventToWrite(string Azione, string OggettoTipo, Guid OggettoId, Guid? EnteId, JsonObject? Data = null)
{
    /// <summary>The author of the event, or null for the actor who saves it.</summary>
    internal Attore? Actor { get; init; }

    /// <summary>The values before and after where the change tracker does not know them, otherwise null.</summary>
    internal (JsonObject Prima, JsonObject Dopo)? Values { get; init; }
}

/// <summary>The events of one act.</summary>
public sealed class Events
{
    private Events(IReadOnlyList<EventToWrite> elenco) => List = elenco;

    public IReadOnlyList<EventToWrite> List { get; }

    /// <summary>An empty list, for an autosave of a draft, whose event comes with the whole piece of work.</summary>
    public static Events None { get; } = new([]);

    /// <summary>Returns the events of pieces of work on drafts, of which there may be none.</summary>
    internal static Events OfWork(IEnumerable<EventToWrite> lavori) => new([.. lavori]);

    public static Events Of(EventToWrite primo, params EventToWrite[] altri) => new([primo, .. altri]);
}

/// <summary>The receipt for an act that was saved.</summary>
/// <param name="Seq">The number of the act's first event in the registro, or 0 for an autosave that is not recorded yet.</param>
/// <param name="Version">The new version of the aggregate, or 0 for a command that carries no version.</param>
public sealed record Receipt(long Seq, int Version);
