namespace CigHub.Web.Data.Attestazioni;

/// <summary>A place outside the data where attestazioni are kept, so that nobody who can change the data can change them too.</summary>
public interface IDestinazione
{
    /// <summary>The name that is stored with each delivery. It never changes.</summary>
    string Nome { get; }

    /// <summary>The words on screen, for example «Cartella su un altro disco».</summary>
    string Titolo { get; }

    /// <summary>Says whether the settings name the place.</summary>
    bool IsOn { get; }

    /// <summary>The time between two attestazioni that go there. Zero sends every one.</summary>
    TimeSpan Ogni { get; }

    /// <summary>The stored name of another place whose proof this one takes along, so that both get the same attestazione. Null for none.</summary>
    string? Insieme => null;

    /// <summary>Says whether an attestazione that is made now goes there.</summary>
    /// <param name="ultima">The instant of the last one that was meant for the place, UTC.</param>
    bool IsDue(DateTime ultima, DateTime utc) => utc - ultima >= Ogni;

    /// <summary>Sends an attestazione. Throws when it was not taken.</summary>
    Task<Ricevuta> Invia(Attestazione attestazione, CancellationToken ct);
}

/// <summary>The answer of a place that took an attestazione.</summary>
/// <remarks>Equality: by both members, the proof by reference.</remarks>
/// <param name="Dettaglio">The place in detail, as an Italian sentence or an address.</param>
/// <param name="Prova">The proof that the place gave, for example a time stamp. Null where it gives none.</param>
public sealed record Ricevuta(string Dettaglio, byte[]? Prova = null);
