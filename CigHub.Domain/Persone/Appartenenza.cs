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

    /// <summary>The act that appoints her; null where it is missing, or is not asked for.</summary>
    public AttoDiNomina? Atto { get; private set; }

    /// <summary>Named from outside the Ente.</summary>
    public bool Esterno { get; private set; }

    /// <summary>The post of who comes from outside.</summary>
    public string? Incarico { get; private set; }

    /// <summary>She should have an act of appointment and it is not known.</summary>
    public bool AttoMancante => Atto is null && VuoleAtto(Ruolo, Esterno);

    /// <summary>A RUP is appointed by an act; so is a Responsabile who comes from outside the Ente.</summary>
    public static bool VuoleAtto(Ruolo ruolo, bool esterno) => ruolo == Ruolo.Rup || (ruolo == Ruolo.Responsabile && esterno);

    /// <summary>Gives a person a role at an Ente (or, with no Ente, at all of them), unless it may not be hers.</summary>
    /// <param name="sue">All that she holds or held.</param>
    /// <remarks>
    /// Refused: <c>persona.disattivata</c>, <c>appartenenza.senza-ente</c>, <c>appartenenza.con-ente</c>, <c>ente.chiuso</c>,
    /// <c>appartenenza.esiste-gia</c> (the same role at the same Ente in days that overlap), and what <see cref="Nomina"/> refuses.
    /// The fields are those of the form.
    /// </remarks>
    public static Result<Appartenenza> Assegna(Guid id, Persona persona, Ruolo ruolo, Ente? ente, DateOnly dal, DateOnly oggi, IEnumerable<Appartenenza> sue, Nomina? nomina = null)
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

        if (sue.Any(a => a.Ruolo == ruolo && a.EnteId == ente?.Id && (a.Fino is null || dal < a.Fino)))
        {
            return new Error("appartenenza.esiste-gia", "Questa persona ha già questo ruolo: lo trovi nell'elenco dei suoi ruoli. Se è stato tolto da un giorno futuro, scrivi quel giorno o uno successivo.", "Ruolo");
        }

        var nuova = new Appartenenza(id, persona.Id, ruolo, ente?.Id, dal);
        var nominata = nuova.Nomina(nomina ?? Persone.Nomina.Nessuna, oggi);
        return nominata.IsSuccess ? nuova : Result<Appartenenza>.Refused(nominata.Errors);
    }

    /// <summary>Records the act of appointment, or puts it right.</summary>
    /// <remarks>
    /// Refused: <c>nomina.non-prevista</c> (a role that no act gives), <c>nomina.esterno</c> (only a Responsabile of an Ente comes from
    /// outside), <c>nomina.senza-atto</c>, <c>nomina.senza-incarico</c>, <c>atto.data-futura</c>.
    /// </remarks>
    public Result Nomina(Nomina nomina, DateOnly oggi)
    {
        var (atto, esterno, incarico) = nomina;
        if (Ruolo is not (Ruolo.Rup or Ruolo.Responsabile))
        {
            return atto is null && !esterno ? Result.Ok : new Error("nomina.non-prevista", "Solo un RUP o un Responsabile ha un atto di nomina: lascia vuoti quei campi.", "TipoAtto");
        }

        List<Error> errori = [];
        if (esterno && (Ruolo != Ruolo.Responsabile || EnteId is null))
        {
            errori.Add(new Error("nomina.esterno", "Dall'esterno si nomina solo il Responsabile di un Ente: togli la spunta.", nameof(Esterno)));
        }

        if (atto is null && VuoleAtto(Ruolo, esterno))
        {
            errori.Add(new Error("nomina.senza-atto", Ruolo == Ruolo.Rup ? "Scrivi l'atto che nomina il RUP: tipo, numero, data, chi lo ha emanato." : "Scrivi l'atto che lo nomina: tipo, numero, data, chi lo ha emanato.", "TipoAtto"));
        }

        if (esterno && string.IsNullOrWhiteSpace(incarico))
        {
            errori.Add(new Error("nomina.senza-incarico", "Scrivi l'incarico, per esempio «Segretario comunale».", nameof(Incarico)));
        }

        if (atto?.Data > oggi)
        {
            errori.Add(new Error("atto.data-futura", "La data dell'atto è nel futuro: correggila.", "DataAtto"));
        }

        if (errori.Count > 0)
        {
            return Result.Refused(errori);
        }

        (Atto, Esterno, Incarico) = (atto, esterno, esterno ? incarico!.Trim() : null);
        return Result.Ok;
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
