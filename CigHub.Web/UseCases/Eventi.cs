using System.Text.Json.Nodes;
using CigHub.Domain.Registro;

namespace CigHub.Web.UseCases;

/// <summary>What a handler says of its own act: action and subject. Before and after are the runner's to find out.</summary>
/// <param name="Azione">One of <see cref="Azioni"/>.</param>
/// <param name="Dati">Hashes of evidence, accepted texts, reasons; never a value that a draft alone has seen.</param>
public sealed record EventoDaScrivere(string Azione, string OggettoTipo, Guid OggettoId, Guid? EnteId, JsonObject? Dati = null)
{
    /// <summary>The author of the event; null: whoever saves it.</summary>
    internal Attore? Attore { get; init; }

    /// <summary>Before and after, where the change tracker does not know them; null: it does.</summary>
    internal (JsonObject Prima, JsonObject Dopo)? Valori { get; init; }
}

/// <summary>The events of one act.</summary>
public sealed class Eventi
{
    private Eventi(IReadOnlyList<EventoDaScrivere> elenco) => Elenco = elenco;

    public IReadOnlyList<EventoDaScrivere> Elenco { get; }

    /// <summary>None: an autosave of a draft, whose event comes with the whole piece of work.</summary>
    public static Eventi Nessuno { get; } = new([]);

    /// <summary>The events of pieces of work on drafts; there may be none.</summary>
    internal static Eventi DiLavori(IEnumerable<EventoDaScrivere> lavori) => new([.. lavori]);

    public static Eventi Di(EventoDaScrivere primo, params EventoDaScrivere[] altri) => new([primo, .. altri]);
}

/// <summary>What the caller gets back of an act that was saved.</summary>
/// <param name="Seq">Number of its first event in the registro; 0 for an autosave that is not recorded yet.</param>
/// <param name="Version">The aggregate's version from now on; 0 for a command that carries none.</param>
public sealed record Ricevuta(long Seq, int Version);
