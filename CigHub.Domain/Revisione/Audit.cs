using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Revisione;

/// <summary>The plan of an audit: what it covers.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="EnteId">The one Ente that is audited. Null for all Enti.</param>
/// <param name="ConvenzioneId">The one Convenzione that is audited. Null for all.</param>
/// <param name="Dal">The first day of the period, inclusive.</param>
/// <param name="Al">The last day of the period, inclusive.</param>
/// <param name="Requisito">The title of the requirement in the map (<see cref="Registro.MappaDeiRequisiti"/>).</param>
public sealed record PianoAudit(string Titolo, Guid? EnteId, Guid? ConvenzioneId, DateOnly Dal, DateOnly Al, string Requisito)
{
    /// <summary>The yearly programme that foresees the audit. Null for an audit outside a programme.</summary>
    public Guid? ProgrammaId { get; init; }
}

/// <summary>
/// An internal audit, from the plan over sample, working papers and findings to the signed report. An Auditor judges and the owner of an
/// action answers; nobody samples, examines or signs acts of their own, and nobody verifies their own action.
/// </summary>
/// <remarks>Source: ISO 37001 9.2 (internal audit) and 10.1 (non-conformity and corrective action; 2025: 10.2).</remarks>
public sealed class Audit : Aggregate
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitolo = 200;

    /// <summary>The longest text of conclusions or of a reason, in characters.</summary>
    public const int MaxTesto = 4000;

    private readonly List<CartaDiLavoro> _carte = [];
    private readonly List<Constatazione> _constatazioni = [];

    private Audit() { }

    public string Titolo { get; private init; } = "";

    public Guid? EnteId { get; private init; }

    public Guid? ConvenzioneId { get; private init; }

    public DateOnly Dal { get; private init; }

    public DateOnly Al { get; private init; }

    public string Requisito { get; private init; } = "";

    /// <summary>The yearly programme that foresees the audit. Null for an audit outside a programme.</summary>
    public Guid? ProgrammaId { get; private init; }

    public Guid AutoreId { get; private init; }

    public DateTime PianificatoIl { get; private init; }

    public StatoAudit Stato { get; private set; } = StatoAudit.Pianificato;

    /// <summary>The way in which the sample was taken. Null before it.</summary>
    public Campione? Campione { get; private set; }

    public string? Conclusioni { get; private set; }

    public Guid? ChiusoDaId { get; private set; }

    public DateTime? ChiusoIl { get; private set; }

    public IReadOnlyList<CartaDiLavoro> Carte => _carte;

    public IReadOnlyList<Constatazione> Constatazioni => _constatazioni;

    public static Result<Audit> Pianifica(Guid id, PianoAudit piano, Guid autore, DateTime utc)
    {
        if (piano.Al < piano.Dal)
        {
            return new Error("audit.periodo", "Il periodo finisce prima di cominciare: correggi una delle due date.", nameof(PianoAudit.Al));
        }

        return new Audit
        {
            Id = id,
            Titolo = piano.Titolo,
            EnteId = piano.EnteId,
            ConvenzioneId = piano.ConvenzioneId,
            Dal = piano.Dal,
            Al = piano.Al,
            Requisito = piano.Requisito,
            ProgrammaId = piano.ProgrammaId,
            AutoreId = autore,
            PianificatoIl = utc,
        };
    }

    /// <summary>Records the sample and makes an empty working paper for each of its items.</summary>
    /// <param name="scelti">The items in the order of the draw.</param>
    /// <param name="ids">Makes the ids of the working papers.</param>
    public Result Estrai(Campione campione, IReadOnlyList<Elemento> scelti, Func<Guid> ids)
    {
        if (Stato != StatoAudit.Pianificato)
        {
            return new Error(
                "audit.gia-estratto",
                "Il campione di questo audit è già estratto e non si estrae due volte: per un altro campione pianifica un altro audit.");
        }

        if (scelti.Count == 0)
        {
            return new Error(
                "audit.campione-vuoto",
                $"Nessun affidamento entra nel campione: la popolazione ne ha {Plural.Number(campione.Popolazione)}. "
                + "Cambia il metodo, o pianifica un audit più ampio.");
        }

        if (scelti.Count > Campione.Massimo)
        {
            return new Error(
                "audit.campione-grande",
                $"Nel campione entrerebbero {Plural.Number(scelti.Count)} affidamenti, e il massimo è {Campione.Massimo}: restringi la scelta.");
        }

        (Campione, Stato) = (campione, StatoAudit.InCorso);
        _carte.AddRange(scelti.Select((e, i) => new CartaDiLavoro(ids(), Id, i + 1, e.Id, e.EnteId)));
        return Result.Ok;
    }

    /// <summary>Fills in a working paper, or corrects it while the report is not signed.</summary>
    public Result Compila(Guid cartaId, EsitoAudit esito, string esaminato, string nota, Guid persona, DateTime utc)
    {
        if (InCorso() is { } chiuso)
        {
            return chiuso;
        }

        if (_carte.Find(c => c.Id == cartaId) is not { } carta)
        {
            return Assente;
        }

        carta.Compila(esito, esaminato, nota, persona, utc);
        return Result.Ok;
    }

    /// <summary>Adds a finding to a filled-in working paper.</summary>
    public Result Constata(Guid id, DatiConstatazione dati, Guid autore, DateOnly oggi, DateTime utc)
    {
        if (InCorso() is { } chiuso)
        {
            return chiuso;
        }

        if (_carte.Find(c => c.Id == dati.CartaId) is not { } carta)
        {
            return Assente;
        }

        if (dati.Gravita == EsitoAudit.Conforme)
        {
            return new Error("audit.constatazione-conforme", "Una constatazione non è «Conforme»: scegli quanto pesa.", nameof(DatiConstatazione.Gravita));
        }

        if (dati.ResponsabileId == autore)
        {
            return SeparazioneCompiti.NessunoVerificaLaPropriaAzione.Errore(nameof(DatiConstatazione.ResponsabileId));
        }

        if (dati.Entro < oggi)
        {
            return new Error(
                "audit.termine-passato", "Il termine dell'azione è già passato: scrivi un giorno da oggi in poi.", nameof(DatiConstatazione.Entro));
        }

        _constatazioni.Add(new Constatazione(id, Id, carta.EnteId, dati, autore, utc));
        return Result.Ok;
    }

    /// <summary>Records the reply of the owner, and the day of the action once it is taken. Only the owner replies, also after the report.</summary>
    public Result Rispondi(Guid constatazioneId, string risposta, DateOnly? attuata, Guid persona, DateOnly oggi, DateTime utc)
    {
        if (_constatazioni.Find(c => c.Id == constatazioneId) is not { } constatazione || constatazione.ResponsabileId != persona)
        {
            return Assente;
        }

        if (constatazione.Chiusa)
        {
            return new Error("audit.azione-chiusa", "L'azione è già verificata come efficace: non serve altro.");
        }

        if (attuata > oggi)
        {
            return new Error(
                "audit.attuata-nel-futuro", "L'azione non può essere attuata in un giorno che deve ancora venire.", nameof(Constatazione.AttuataIl));
        }

        constatazione.Rispondi(risposta, attuata, utc);
        return Result.Ok;
    }

    /// <summary>Records whether a taken action worked. An action that did not work is open again, with a new last day.</summary>
    public Result Verifica(Guid constatazioneId, bool efficace, string nota, DateOnly? nuovoTermine, Guid persona, DateOnly oggi, DateTime utc)
    {
        if (_constatazioni.Find(c => c.Id == constatazioneId) is not { } constatazione)
        {
            return Assente;
        }

        if (constatazione.ResponsabileId == persona)
        {
            return SeparazioneCompiti.NessunoVerificaLaPropriaAzione.Errore();
        }

        if (constatazione.Chiusa || constatazione.AttuataIl is null)
        {
            return new Error(
                "audit.niente-da-verificare",
                constatazione.Chiusa ? "L'azione è già verificata come efficace." : "Chi ne risponde non ha ancora detto di avere attuato l'azione.");
        }

        if (!efficace && (nuovoTermine is null || nuovoTermine < oggi))
        {
            return new Error(
                "audit.termine-passato", "L'azione torna a chi ne risponde: scrivi il nuovo termine, da oggi in poi.", nameof(Constatazione.Entro));
        }

        constatazione.Verifica(efficace, nota, nuovoTermine, persona, utc);
        return Result.Ok;
    }

    /// <summary>Signs the report: from here on only replies and verifications are recorded.</summary>
    public Result Chiudi(string conclusioni, Guid persona, DateTime utc)
    {
        if (InCorso() is { } chiuso)
        {
            return chiuso;
        }

        var vuote = _carte.Count(c => c.Esito is null);
        if (vuote > 0)
        {
            return new Error(
                "audit.carte-vuote",
                $"{Plural.Of(vuote, "carta di lavoro è ancora vuota", "carte di lavoro sono ancora vuote")}: prima di firmare scrivi l'esito di ognuna.");
        }

        var senza = _carte.Where(c => c.Esito!.Value.NonConforme() && !_constatazioni.Exists(x => x.CartaId == c.Id)).Select(c => c.Posizione).ToList();
        if (senza.Count > 0)
        {
            return new Error(
                "audit.senza-constatazione",
                $"La carta n. {string.Join(", ", senza)} dice una non conformità senza constatazione: aggiungila, con causa, azione, responsabile e termine.");
        }

        (Stato, Conclusioni, ChiusoDaId, ChiusoIl) = (StatoAudit.Chiuso, conclusioni, persona, utc);
        return Result.Ok;
    }

    private static Error Assente => new("dati.non-trovato", "Non trovato: l'elemento non esiste, o non è del tuo Ente. Torna all'elenco e riprova.");

    private Error? InCorso() => Stato switch
    {
        StatoAudit.Pianificato => new Error("audit.senza-campione", "Prima estrai il campione di questo audit."),
        StatoAudit.Chiuso => new Error("audit.chiuso", "Il rapporto di questo audit è firmato: non si cambia più. Per correggere serve un nuovo audit."),
        _ => null,
    };
}
