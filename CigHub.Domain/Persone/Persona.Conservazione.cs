using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>
/// The rules of how long a name is kept. There is no deletion on request (art. 17(3)(b) and (e) GDPR): a name can be limited (art. 18), and is
/// deleted after the retention period by two people, with the act and the authorisation (art. 21 D.Lgs. 42/2004), never under a hold.
/// </summary>
public sealed partial class Persona
{
    /// <summary>Longest reason, act or authorisation.</summary>
    public const int MaxMotivo = 500;

    /// <summary>The words in the place of a limited name.</summary>
    public const string NomeLimitato = "Nome limitato";

    /// <summary>The words in the place of a deleted name.</summary>
    public const string NomeCancellato = "Nome cancellato";

    /// <summary>From this day on only Auditors read the name; null: everybody who works with CigHub does.</summary>
    public DateOnly? LimitataDal { get; private set; }

    /// <summary>The data that a limitation hides; null without one.</summary>
    public DatiPersona? DatiRiservati { get; private set; }

    /// <summary>The reason why nothing may be deleted (a litigation, an investigation); null: no hold.</summary>
    public string? Vincolo { get; private set; }

    /// <summary>A deletion that waits for a second person; null: none.</summary>
    public RichiestaDiCancellazione? Cancellazione { get; private set; }

    /// <summary>The day on which the identity was deleted; null: it is there.</summary>
    public DateOnly? CancellataIl { get; private set; }

    /// <summary>True when pages have no name to show.</summary>
    public bool SenzaNome => LimitataDal is not null || CancellataIl is not null;

    /// <summary>Hides the name from all but Auditors. Only of somebody who works here no longer: work under way needs its names.</summary>
    public Result Limita(DateOnly oggi)
    {
        if (Attiva)
        {
            return new Error("persona.limitata-attiva", "Si limita il nome di chi non lavora più con CigHub: disattiva prima la persona.");
        }

        if (SenzaNome)
        {
            return new Error("persona.gia-limitata", "Il nome di questa persona è già limitato o cancellato: ricarica la pagina.");
        }

        DatiRiservati = new DatiPersona(NomeUtente, Nome, Cognome, CodiceFiscale!, Email, Telefono);
        LimitataDal = oggi;
        Nascondi(NomeLimitato, "limitata");
        return Result.Ok;
    }

    /// <summary>Shows the name again.</summary>
    public Result TogliLimite()
    {
        if (LimitataDal is null || DatiRiservati is not { } dati)
        {
            return new Error("persona.non-limitata", "Il nome di questa persona non è limitato: ricarica la pagina.");
        }

        (LimitataDal, DatiRiservati) = (null, null);
        Modifica(dati);
        return Result.Ok;
    }

    /// <summary>Forbids any deletion until the hold is taken away.</summary>
    public Result Vincola(string motivo)
    {
        if (Vincolo is not null || CancellataIl is not null)
        {
            return new Error("persona.gia-vincolata", "Questa persona ha già un vincolo, o il suo nome è già cancellato: ricarica la pagina.");
        }

        (Vincolo, Cancellazione) = (motivo, null);
        return Result.Ok;
    }

    public Result TogliVincolo()
    {
        if (Vincolo is null)
        {
            return new Error("persona.non-vincolata", "Questa persona non ha alcun vincolo: ricarica la pagina.");
        }

        Vincolo = null;
        return Result.Ok;
    }

    /// <summary>The first of two people asks for the deletion.</summary>
    /// <param name="richiesta">Who, with which act and authorisation.</param>
    /// <param name="scadenza">The day on which the retention period ends.</param>
    public Result ChiediCancellazione(RichiestaDiCancellazione richiesta, DateOnly scadenza)
    {
        if (Cancellazione is not null)
        {
            return new Error("persona.cancellazione-chiesta", "La cancellazione è già stata chiesta e aspetta la conferma di un'altra persona: ricarica la pagina.");
        }

        var ammessa = AmmetteCancellazione(richiesta.ChiestaIl, scadenza);
        if (ammessa.IsSuccess)
        {
            Cancellazione = richiesta;
        }

        return ammessa;
    }

    /// <summary>Gives the request up; nothing is deleted.</summary>
    public Result RitiraCancellazione()
    {
        if (Cancellazione is null)
        {
            return new Error("persona.cancellazione-non-chiesta", "Nessuno ha chiesto la cancellazione: ricarica la pagina.");
        }

        Cancellazione = null;
        return Result.Ok;
    }

    /// <summary>The second person confirms: who somebody was is gone from here. The caller deletes the identities with it.</summary>
    public Result Cancella(Guid chi, DateOnly oggi, DateOnly scadenza)
    {
        if (Cancellazione is not { } richiesta)
        {
            return new Error("persona.cancellazione-non-chiesta", "Nessuno ha chiesto la cancellazione: ricarica la pagina.");
        }

        if (richiesta.ChiestaDa == chi)
        {
            return new Error("persona.cancellazione-stessa-persona", "La cancellazione la conferma una persona diversa da chi l'ha chiesta: fatti aiutare da un altro Amministratore.");
        }

        var ammessa = AmmetteCancellazione(oggi, scadenza);
        if (ammessa.IsSuccess)
        {
            (CancellataIl, LimitataDal, DatiRiservati, Identita) = (oggi, null, null, null);
            Nascondi(NomeCancellato, "cancellata");
        }

        return ammessa;
    }

    private Result AmmetteCancellazione(DateOnly oggi, DateOnly scadenza) =>
        CancellataIl is not null ? new Error("persona.gia-cancellata", "Il nome di questa persona è già cancellato: ricarica la pagina.")
        : Attiva ? new Error("persona.cancellata-attiva", "Si cancella il nome di chi non lavora più con CigHub: disattiva prima la persona.")
        : Vincolo is not null ? new Error("persona.vincolata", $"C'è un vincolo («{Vincolo}»): finché resta non si cancella nulla.")
        : oggi < scadenza ? new Error("persona.conservazione-in-corso", $"Il nome si conserva fino al {scadenza:dd'/'MM'/'yyyy}: prima di quel giorno si può solo limitare.")
        : Result.Ok;

    private void Nascondi(string alSuoPosto, string prefisso)
    {
        Chiama(alSuoPosto, "");
        (CodiceFiscale, Email, Telefono, NomeUtente) = (null, "", "", $"{prefisso}-{Id:N}");
    }
}

/// <summary>A wish to delete who a person was: made by one Amministratore, done when another confirms it.</summary>
/// <remarks>Equality: by all members. Source: art. 21 c. 1 lett. d) D.Lgs. 42/2004 (the discard of documents wants an authorisation).</remarks>
/// <param name="Atto">The act that orders it, in words.</param>
/// <param name="Autorizzazione">The authorisation of the Soprintendenza archivistica, in words.</param>
public sealed record RichiestaDiCancellazione(Guid ChiestaDa, DateOnly ChiestaIl, string Atto, string Autorizzazione);
