using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>That a person holds a role at an Ente (or, with no Ente, at all of them) from a day until, perhaps, another.</summary>
/// <remarks>
/// The effective right is the role in the token <em>and</em> a valid Appartenenza. The window is [<see cref="Dal"/>, <see cref="Fino"/>).
/// </remarks>
public sealed class Appartenenza : Aggregato
{
    private Appartenenza() { }

    public Appartenenza(Guid id, Guid personaId, Ruolo ruolo, Guid? enteId, DateOnly dal)
    {
        if (enteId is null && (ruolo is Ruolo.Istruttore or Ruolo.Rup))
        {
            throw new ArgumentException("An Istruttore or a RUP belongs to an Ente.", nameof(enteId));
        }

        Id = id;
        PersonaId = personaId;
        Ruolo = ruolo;
        EnteId = enteId;
        Dal = dal;
    }

    public Guid PersonaId { get; private set; }

    public Ruolo Ruolo { get; private set; }

    /// <summary>Null: every Ente (Responsabile, Auditor), or the office (Amministratore).</summary>
    public Guid? EnteId { get; private set; }

    public DateOnly Dal { get; private set; }

    public DateOnly? Fino { get; private set; }

    public bool ValidaAl(DateOnly giorno) => Dal <= giorno && (Fino is null || giorno < Fino);

    /// <param name="dal">First day on which the role is no longer held.</param>
    public Result Termina(DateOnly dal)
    {
        if (Fino is not null)
        {
            return new Error("appartenenza.gia-terminata", "Questo ruolo è già stato tolto: ricarica la pagina per vedere da quando.");
        }

        Fino = dal;
        return Result.Ok;
    }
}
