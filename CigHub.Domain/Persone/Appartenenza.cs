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

    /// <summary>Gives a person a role at an Ente (or, with no Ente, at all of them), unless it may not be hers.</summary>
    /// <param name="sue">All that she holds or held.</param>
    /// <remarks>
    /// Refused: <c>persona.disattivata</c>, <c>appartenenza.senza-ente</c>, <c>appartenenza.con-ente</c>, <c>ente.chiuso</c>,
    /// <c>appartenenza.esiste-gia</c> (the same role at the same Ente in days that overlap). The fields are those of the form.
    /// </remarks>
    public static Result<Appartenenza> Assegna(Guid id, Persona persona, Ruolo ruolo, Ente? ente, DateOnly dal, DateOnly oggi, IEnumerable<Appartenenza> sue)
    {
        if (!persona.Attiva)
        {
            return new Error("persona.disattivata", "Questa persona è disattivata: riattivala prima di assegnarle un ruolo.");
        }

        if (ente is null && (ruolo is Ruolo.Istruttore or Ruolo.Rup))
        {
            return new Error("appartenenza.senza-ente", "Un Istruttore o un RUP lavora per un Ente: scegli quale.", "Ente");
        }

        if (ente is not null && ruolo == Ruolo.Amministratore)
        {
            return new Error("appartenenza.con-ente", "Un Amministratore lavora per l'ufficio, non per un Ente: scegli «Tutti gli Enti, o l'ufficio».", "Ente");
        }

        if (ente?.ChiusoAl(dal > oggi ? dal : oggi) == true)
        {
            return new Error(Ente.CodiceChiuso, $"Questo Ente è chiuso dal {ente.ChiusoDal:dd'/'MM'/'yyyy}: riaprilo, oppure scegline un altro.", "Ente");
        }

        return sue.Any(a => a.Ruolo == ruolo && a.EnteId == ente?.Id && (a.Fino is null || dal < a.Fino))
            ? new Error("appartenenza.esiste-gia", "Questa persona ha già questo ruolo: lo trovi nell'elenco dei suoi ruoli. Se è stato tolto da un giorno futuro, scrivi quel giorno o uno successivo.", "Ruolo")
            : new Appartenenza(id, persona.Id, ruolo, ente?.Id, dal);
    }

    public bool ValidaAl(DateOnly giorno) => Dal <= giorno && (Fino is null || giorno < Fino);

    /// <param name="dal">First day on which the role is no longer held.</param>
    public Result Termina(DateOnly dal)
    {
        if (Fino is not null)
        {
            return new Error("appartenenza.gia-terminata", "Questo ruolo è già stato tolto: ricarica la pagina per vedere da quando.");
        }

        if (dal < Dal)
        {
            return new Error("appartenenza.prima-dell-inizio", $"Questo ruolo comincia il {Dal:dd'/'MM'/'yyyy}: scrivi quel giorno o uno successivo.", nameof(Fino));
        }

        Fino = dal;
        return Result.Ok;
    }
}
