namespace CigHub.Domain.Registro;

/// <summary>
/// The columns in which the table of events repeats members of an event, so that they can be filtered. They must agree with the event's
/// bytes.
/// </summary>
/// <remarks>Equality: by all members. <see cref="Utc"/> is UTC whatever its kind.</remarks>
public sealed record EventColumns(DateTime Utc, Guid? AttoreId, string Ruolo, Guid? Ente, string Azione, string OggettoTipo, string OggettoId, string Esito)
{
    /// <summary>Returns the name on screen of the first column that differs from the event's bytes, or null when all agree.</summary>
    internal string? PrimaDiversa(in EventFields c) =>
        Utc.Ticks != c.Utc.Ticks ? "data e ora"
        : AttoreId != c.AttoreId ? "persona"
        : !CanonicalReader.DiceUguale(c.Ruolo, Ruolo) ? "ruolo"
        : Ente != c.Ente ? "Ente"
        : !CanonicalReader.DiceUguale(c.Azione, Azione) ? "azione"
        : !CanonicalReader.DiceUguale(c.OggettoTipo, OggettoTipo) ? "tipo di oggetto"
        : !CanonicalReader.DiceUguale(c.OggettoId, OggettoId) ? "oggetto"
        : Evento.TestoDi(c.Esito) != Esito ? "esito"
        : null;
}
