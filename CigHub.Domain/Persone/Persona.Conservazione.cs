using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>
/// The rules for keeping, hiding and deleting the identity of a person. There is no deletion on request (art. 17(3)(b) and (e) GDPR). A
/// name can be hidden from all but Auditors (limitazione, art. 18). After the retention period two people can delete it together, with the
/// act and the authorisation (art. 21 D.Lgs. 42/2004), but never under a vincolo (hold).
/// </summary>
public sealed partial class Persona
{
    /// <summary>The longest reason, act or authorisation, in characters.</summary>
    public const int MaxMotivo = 500;

    /// <summary>The words that pages show instead of a name under limitazione.</summary>
    public const string NomeLimitato = "Nome limitato";

    /// <summary>The words that pages show instead of a deleted name.</summary>
    public const string NomeCancellato = "Nome cancellato";

    /// <summary>The first day on which only Auditors read the name. Null when everybody who works with CigHub reads it.</summary>
    public DateOnly? LimitataDal { get; private set; }

    /// <summary>The data that the limitazione hides. Null when there is no limitazione.</summary>
    public DatiPersona? DatiRiservati { get; private set; }

    /// <summary>
    /// The reason of the vincolo, under which nothing may be deleted (a litigation, an investigation). Null when there is no vincolo.
    /// </summary>
    public string? Vincolo { get; private set; }

    /// <summary>The request for the deletion that waits for the confirmation of a second person. Null when there is none.</summary>
    public RichiestaDiCancellazione? Cancellazione { get; private set; }

    /// <summary>The day on which the identity was deleted. Null while it is kept.</summary>
    public DateOnly? CancellataIl { get; private set; }

    /// <summary>Says whether pages show no name of the person, because the name is under limitazione or was deleted.</summary>
    public bool SenzaNome => LimitataDal is not null || CancellataIl is not null;

    /// <summary>
    /// Hides the name from everybody except Auditors (limitazione). Allowed only for a deactivated person, because work under way needs its
    /// names.
    /// </summary>
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

    /// <summary>Ends the limitazione, so that everybody reads the name again.</summary>
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

    /// <summary>Sets a vincolo, which forbids any deletion until it is removed, and drops a deletion that waits for confirmation.</summary>
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

    /// <summary>
    /// Records that the first of two people asks for the deletion of the identity. Nothing is deleted until another person confirms it.
    /// </summary>
    /// <param name="richiesta">The person who asks, with the act and the authorisation.</param>
    /// <param name="scadenza">The day on which the retention period ends.</param>
    public Result ChiediCancellazione(RichiestaDiCancellazione richiesta, DateOnly scadenza)
    {
        if (Cancellazione is not null)
        {
            return new Error(
                "persona.cancellazione-chiesta",
                "La cancellazione è già stata chiesta e aspetta la conferma di un'altra persona: ricarica la pagina.");
        }

        var ammessa = AmmetteCancellazione(richiesta.ChiestaIl, scadenza);
        if (ammessa.IsSuccess)
        {
            Cancellazione = richiesta;
        }

        return ammessa;
    }

    /// <summary>Withdraws the request for the deletion that waits for confirmation. Nothing is deleted.</summary>
    public Result RitiraCancellazione()
    {
        if (Cancellazione is null)
        {
            return new Error("persona.cancellazione-non-chiesta", "Nessuno ha chiesto la cancellazione: ricarica la pagina.");
        }

        Cancellazione = null;
        return Result.Ok;
    }

    /// <summary>
    /// Deletes the person's data when a second person confirms the request. The caller must also delete the rows of
    /// <see cref="IdentitaPersona"/>.
    /// </summary>
    public Result Cancella(Guid chi, DateOnly oggi, DateOnly scadenza)
    {
        if (Cancellazione is not { } richiesta)
        {
            return new Error("persona.cancellazione-non-chiesta", "Nessuno ha chiesto la cancellazione: ricarica la pagina.");
        }

        if (richiesta.ChiestaDa == chi)
        {
            return new Error(
                "persona.cancellazione-stessa-persona",
                "La cancellazione la conferma una persona diversa da chi l'ha chiesta: fatti aiutare da un altro Amministratore.");
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
        : oggi < scadenza ? new Error(
            "persona.conservazione-in-corso",
            $"Il nome si conserva fino al {scadenza:dd'/'MM'/'yyyy}: prima di quel giorno si può solo limitare.")
        : Result.Ok;

    private void Nascondi(string alSuoPosto, string prefisso)
    {
        Chiama(alSuoPosto, "");
        (CodiceFiscale, Email, Telefono, NomeUtente) = (null, "", "", $"{prefisso}-{Id:N}");
    }
}

/// <summary>A request to delete the identity of a person. One Amministratore makes it, and another one must confirm it.</summary>
/// <remarks>Equality: by all members. Source: art. 21 c. 1 lett. d) D.Lgs. 42/2004 (the discard of documents needs an authorisation).</remarks>
/// <param name="Atto">The act that orders it, in words.</param>
/// <param name="Autorizzazione">The authorisation of the Soprintendenza archivistica, in words.</param>
public sealed record RichiestaDiCancellazione(Guid ChiestaDa, DateOnly ChiestaIl, string Atto, string Autorizzazione);
