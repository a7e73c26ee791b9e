namespace CigHub.Domain.Registro;

/// <summary>What an integrity check found wrong with the first bad event.</summary>
public enum AnomaliaRegistro
{
    /// <summary>Nothing: the registro is whole.</summary>
    Nessuna,

    /// <summary>The event's bytes are not those that were written.</summary>
    Byte,

    /// <summary>The bytes are the original ones, as the head proves: what was altered is the leaf beside them.</summary>
    Foglia,

    /// <summary>A column kept for filtering does not say what the bytes say.</summary>
    Colonna,

    /// <summary>The row's number is not the one inside the bytes: rows were exchanged or renumbered.</summary>
    Numero,

    /// <summary>One or more events are not there.</summary>
    Mancante,

    /// <summary>An event comes a second time, or its number is no event's.</summary>
    Ripetuto,

    /// <summary>There are more events than the head knows of.</summary>
    InPiu,

    /// <summary>Bytes and leaf were rewritten together: only the head shows it, and only within a range.</summary>
    Riscritto,

    /// <summary>The events agree with one another; it is the head that was altered.</summary>
    Testa,

    /// <summary>From this event on the storage does not give the rows back: the file is damaged.</summary>
    Illeggibile,
}

/// <summary>A run of event numbers, both ends included.</summary>
/// <remarks>Equality: by both members. Default: no event.</remarks>
public readonly record struct IntervalloEventi(long Da, long A);

/// <summary>What an integrity check found.</summary>
/// <remarks>Equality: by all members, the root by its bytes.</remarks>
/// <param name="Eventi">How many events were found in their place, from the first one on.</param>
/// <param name="Radice">The root recomputed from the bytes of those events; 32 bytes.</param>
/// <param name="Anomalia">What is wrong, for code and tests; people read <paramref name="Messaggio"/>.</param>
/// <param name="PrimoEventoErrato">
/// Number of the first bad event. Null when nothing is wrong, when only the head was altered, and when a rewritten event is known only to lie in <paramref name="Tra"/>.
/// </param>
/// <param name="Tra">The events that the anomaly concerns, when they may be several: those that are missing or too many, those among which one was rewritten.</param>
/// <param name="Messaggio">Italian: what was found, where, and what to do.</param>
public sealed record EsitoVerifica(long Eventi, byte[] Radice, AnomaliaRegistro Anomalia, long? PrimoEventoErrato, IntervalloEventi? Tra, string Messaggio)
{
    /// <summary>
    /// Number of the first event whose time lies more than <see cref="VerificaRegistro.TolleranzaOrologio"/> before that of an earlier event; null
    /// when there is none. Not an anomaly: the event is the one that was written, by a clock that had been set back.
    /// </summary>
    public long? OrologioIndietro { get; init; }

    /// <summary>Whether every event is the one that was written.</summary>
    public bool Integro => Anomalia == AnomaliaRegistro.Nessuna;

    public bool Equals(EsitoVerifica? other) =>
        other is not null
        && (Eventi, Anomalia, PrimoEventoErrato, Tra, Messaggio) == (other.Eventi, other.Anomalia, other.PrimoEventoErrato, other.Tra, other.Messaggio)
        && OrologioIndietro == other.OrologioIndietro
        && Radice.AsSpan().SequenceEqual(other.Radice);

    public override int GetHashCode() => HashCode.Combine(Eventi, Anomalia, PrimoEventoErrato, Tra);
}
