namespace CigHub.Domain.Registro;

/// <summary>The kind of damage at the first bad event, as the integrity check of the registro found it.</summary>
public enum AnomaliaRegistro
{
    /// <summary>The registro has no anomaly.</summary>
    Nessuna,

    /// <summary>The stored bytes of the event are not those that were written.</summary>
    Byte,

    /// <summary>
    /// The leaf (hash) stored beside the event was altered. The bytes are the original ones, as the head of the registro proves.
    /// </summary>
    Foglia,

    /// <summary>A column that copies a member of the event for filtering disagrees with the event's bytes.</summary>
    Colonna,

    /// <summary>The row's number is not the one inside the bytes, because rows were exchanged or renumbered.</summary>
    Numero,

    /// <summary>One or more events are missing.</summary>
    Mancante,

    /// <summary>An event occurs a second time, or its row has a number that no event can have.</summary>
    Ripetuto,

    /// <summary>The registro has more events than its head says.</summary>
    InPiu,

    /// <summary>
    /// The bytes and the leaf of an event were rewritten together, so that they agree. Only the head of the registro reveals it, and only
    /// within a range of events.
    /// </summary>
    Riscritto,

    /// <summary>The events agree with one another, but the stored head of the registro was altered.</summary>
    Testa,

    /// <summary>The storage does not return the rows from this event on, because the file is damaged.</summary>
    Illeggibile,
}

/// <summary>A range of event numbers, both ends inclusive.</summary>
/// <remarks>Equality: by both members. Default: no event.</remarks>
public readonly record struct EventRange(long Da, long A);

/// <summary>The result of an integrity check of the registro.</summary>
/// <remarks>Equality: by all members, the root by its bytes.</remarks>
/// <param name="Eventi">The number of events found in their place, from the first one on.</param>
/// <param name="Radice">The root recomputed from the bytes of those events, 32 bytes.</param>
/// <param name="Anomalia">The anomaly, for code and tests. People read <paramref name="Messaggio"/>.</param>
/// <param name="PrimoEventoErrato">The number of the first bad event. Null when nothing is wrong, when only the head was altered, and when
/// a rewritten event is known only to lie in <paramref name="Tra"/>.</param>
/// <param name="Tra">The events that the anomaly concerns, when they may be several: the missing or extra ones, or those among which one
/// was rewritten.</param>
/// <param name="Messaggio">The Italian message: what was found, where, and what to do.</param>
public sealed record EsitoVerifica(long Eventi, byte[] Radice, AnomaliaRegistro Anomalia, long? PrimoEventoErrato, EventRange? Tra, string Messaggio)
{
    /// <summary>
    /// The number of the first event whose time lies more than <see cref="VerificaRegistro.TolleranzaOrologio"/> before that of an earlier
    /// event, or null. It is not an anomaly: the event is the one that was written, by a clock that had been set back.
    /// </summary>
    public long? OrologioIndietro { get; init; }

    /// <summary>The number of the first event that was read: 1, or the one after the events that an earlier check had found whole.</summary>
    public long Dal { get; init; } = 1;

    /// <summary>The registro as it was found whole, from which a later check can go on. Null when something is wrong.</summary>
    public RegistroVerificato? Verificato { get; init; }

    /// <summary>Says whether the check found every event as it was written.</summary>
    public bool Integro => Anomalia == AnomaliaRegistro.Nessuna;

    public bool Equals(EsitoVerifica? other) =>
        other is not null
        && (Eventi, Anomalia, PrimoEventoErrato, Tra, Messaggio) == (other.Eventi, other.Anomalia, other.PrimoEventoErrato, other.Tra, other.Messaggio)
        && (OrologioIndietro, Dal) == (other.OrologioIndietro, other.Dal)
        && Radice.AsSpan().SequenceEqual(other.Radice);

    public override int GetHashCode() => HashCode.Combine(Eventi, Anomalia, PrimoEventoErrato, Tra);
}

/// <summary>A registro that a check found whole up to some event, kept so that the next check reads only the events after it.</summary>
/// <remarks>
/// Equality: by both members. It is worth as much as the place where it is kept. Going on from it proves that the later events continue
/// the events of that time, also when somebody rewrote events and head together; an old event that was altered since then stays unnoticed.
/// </remarks>
/// <param name="Testa">The head that was recomputed from the bytes.</param>
/// <param name="UltimaOra">The latest time of those events, in UTC.</param>
public sealed record RegistroVerificato(TestaRegistro Testa, DateTime UltimaOra);
