using System.Text.Json.Nodes;

namespace CigHub.Web.WritePath;

/// <summary>What a handler says of its own act: action and subject. Before and after are the runner's to find out.</summary>
/// <param name="Azione">One of <see cref="Azioni"/>.</param>
/// <param name="Dati">Hashes of evidence, accepted texts, reasons; never a value that a draft alone has seen.</param>
public sealed record EventoDaScrivere(string Azione, string OggettoTipo, Guid OggettoId, Guid? EnteId, JsonObject? Dati = null);

/// <summary>The events of one act; there is always at least one.</summary>
public sealed class Eventi
{
    private Eventi(IReadOnlyList<EventoDaScrivere> elenco) => Elenco = elenco;

    public IReadOnlyList<EventoDaScrivere> Elenco { get; }

    public static Eventi Di(EventoDaScrivere primo, params EventoDaScrivere[] altri) => new([primo, .. altri]);
}

/// <summary>What the caller gets back of an act that was saved.</summary>
/// <param name="Seq">Number of its first event in the registro.</param>
/// <param name="Version">The aggregate's version from now on; 0 for a command that carries none.</param>
public sealed record Ricevuta(long Seq, int Version);
