using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>The state of a <see cref="RichiestaDiAccesso"/>.</summary>
/// <remarks>The numbers are stored and never change.</remarks>
public enum StatoRichiestaAccesso
{
    InAttesa = 1,
    Approvata = 2,
    Respinta = 3,
}

/// <summary>A request for access by somebody whom the identity provider knows and CigHub does not know, or knows without a role.</summary>
/// <remarks>Each identity has at most one waiting request. An Amministratore decides it once, and never decides on an own request.</remarks>
public sealed class RichiestaDiAccesso : Aggregate
{
    /// <summary>The longest note, and the longest reason of a rejection, in characters.</summary>
    public const int MaxNota = 500;

    /// <summary>
    /// The most requests, of all identities together, that may wait for a decision at the same time. Strangers must not fill the office's
    /// list.
    /// </summary>
    public const int MaxInAttesa = 200;

    /// <summary>The most requests that one identity may ever make, including the decided ones.</summary>
    public const int MaxPerIdentita = 5;

    private RichiestaDiAccesso() { }

    private RichiestaDiAccesso(Guid id, string identita, DatiRichiestaDiAccesso dati, DateTime utc)
    {
        Id = id;
        Identita = identita;
        NomeUtente = dati.Persona.NomeUtente.ToLowerInvariant();
        Nome = dati.Persona.Nome;
        Cognome = dati.Persona.Cognome;
        CodiceFiscale = dati.Persona.CodiceFiscale;
        Email = dati.Persona.Email;
        Telefono = dati.Persona.Telefono;
        Ente = dati.Ente;
        CodiceFiscaleEnte = dati.CodiceFiscaleEnte;
        Ruolo = dati.Ruolo;
        Nota = dati.Nota;
        PresentataIl = utc;
        Stato = StatoRichiestaAccesso.InAttesa;
    }

    /// <summary>The issuer and subject of whoever asks, as in <see cref="Persona.Identita"/>.</summary>
    public string Identita { get; private set; } = "";

    public string NomeUtente { get; private set; } = "";

    public string Nome { get; private set; } = "";

    public string Cognome { get; private set; } = "";

    public CodiceFiscale CodiceFiscale { get; private set; } = null!;

    public string Email { get; private set; } = "";

    public string Telefono { get; private set; } = "";

    /// <summary>The Ente for which the person will work, in the person's own words, because the person sees no list of Enti.</summary>
    public string Ente { get; private set; } = "";

    public CodiceFiscale? CodiceFiscaleEnte { get; private set; }

    /// <summary>The role that the person asks for. The Amministratore may give another one.</summary>
    public Ruolo Ruolo { get; private set; }

    public string Nota { get; private set; } = "";

    public DateTime PresentataIl { get; private set; }

    public StatoRichiestaAccesso Stato { get; private set; }

    public DateTime? DecisaIl { get; private set; }

    /// <summary>The Amministratore who decided the request. Null while it waits.</summary>
    public Guid? DecisaDa { get; private set; }

    /// <summary>The reason of the rejection, as the person reads it. Empty when the request was not rejected.</summary>
    public string Motivo { get; private set; } = "";

    /// <summary>The person of CigHub who was let in by the approval. Null while the request waits, or when it was rejected.</summary>
    public Guid? PersonaId { get; private set; }

    public string NomeCompleto => $"{Nome} {Cognome}";

    /// <param name="sue">All requests that this identity ever made.</param>
    /// <param name="inAttesa">The number of waiting requests of all identities.</param>
    /// <remarks>Refusals: <c>richiesta-accesso.in-attesa</c>, <c>richiesta-accesso.troppe-sue</c>, <c>richiesta-accesso.troppe</c>.</remarks>
    public static Result<RichiestaDiAccesso> Presenta(
        Guid id, string identita, DatiRichiestaDiAccesso dati, IReadOnlyCollection<RichiestaDiAccesso> sue, int inAttesa, DateTime utc)
    {
        if (sue.Any(r => r.Stato == StatoRichiestaAccesso.InAttesa))
        {
            return new Error("richiesta-accesso.in-attesa", "Hai già una richiesta in attesa: ricarica la pagina per vederla.");
        }

        if (sue.Count >= MaxPerIdentita)
        {
            return new Error("richiesta-accesso.troppe-sue", "Hai già presentato più richieste: scrivi o telefona all'amministratore dell'ufficio.");
        }

        return inAttesa >= MaxInAttesa
            ? new Error(
                "richiesta-accesso.troppe",
                "Ci sono troppe richieste in attesa e la tua non è stata presa: riprova domani, o chiama l'amministratore dell'ufficio.")
            : new RichiestaDiAccesso(id, identita, dati, utc);
    }

    /// <summary>
    /// Says whether the request was made by this person, an Amministratore who is about to decide it. Identity, user name or codice fiscale
    /// tell it.
    /// </summary>
    public bool AppartieneA(Persona persona) => persona.Identita == Identita || persona.NomeUtente == NomeUtente || persona.CodiceFiscale == CodiceFiscale;

    public Result Approva(Persona chi, Guid personaId, DateTime utc)
    {
        var esito = Decidi(chi, StatoRichiestaAccesso.Approvata, utc);
        PersonaId = esito.IsSuccess ? personaId : PersonaId;
        return esito;
    }

    public Result Respingi(Persona chi, string motivo, DateTime utc)
    {
        var esito = Decidi(chi, StatoRichiestaAccesso.Respinta, utc);
        Motivo = esito.IsSuccess ? motivo : Motivo;
        return esito;
    }

    private Result Decidi(Persona chi, StatoRichiestaAccesso stato, DateTime utc)
    {
        if (Stato != StatoRichiestaAccesso.InAttesa)
        {
            return new Error("richiesta-accesso.gia-decisa", "Questa richiesta è già stata decisa: ricarica la pagina per vedere come.");
        }

        if (AppartieneA(chi))
        {
            return new Error("richiesta-accesso.propria", "Nessuno decide sulla propria richiesta: chiedi a un altro amministratore dell'ufficio.");
        }

        (Stato, DecisaDa, DecisaIl) = (stato, chi.Id, utc);
        return Result.Ok;
    }
}

/// <summary>The content of the form with which a person asks for access.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Ente">The Ente in the person's own words.</param>
public sealed record DatiRichiestaDiAccesso(DatiPersona Persona, string Ente, CodiceFiscale? CodiceFiscaleEnte, Ruolo Ruolo, string Nota);
