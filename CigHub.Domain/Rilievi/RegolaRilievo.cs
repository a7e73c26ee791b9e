namespace CigHub.Domain.Rilievi;

/// <summary>The page on which the findings of a rule are judged, and by whom.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum FamigliaRilievi
{
    /// <summary>Findings about the spending, which a Dirigente / Responsabile del servizio judges.</summary>
    Spesa = 1,

    /// <summary>Findings about the controls, which an Auditor judges.</summary>
    Controlli = 2,
}

/// <summary>A rule that finds things for a person to judge. A finding is never a verdict.</summary>
/// <remarks>Equality: by all members. Source: ISO 37001 8.3, 8.4 and 9.2.</remarks>
/// <param name="Nome">The stable name. It is stored, and part of the identity of each rilievo, so it never changes.</param>
/// <param name="Titolo">The name on screen, Italian.</param>
/// <param name="Criterio">The sentence that tells the reader when the rule fires, with its figures.</param>
public sealed record RegolaRilievo(string Nome, FamigliaRilievi Famiglia, string Titolo, string Criterio);

/// <summary>All the rules, in the order in which the pages show them.</summary>
public static class RegoleNote
{
    public static readonly RegolaRilievo Ravvicinate = new(
        "spesa.ravvicinate", FamigliaRilievi.Spesa, "Adesioni ravvicinate sotto la soglia interna",
        "Stesso Ente, stesso fornitore e stesso gruppo CPV: ciascuna entro la soglia di approvazione, insieme sopra, in 30 o 90 giorni.");

    public static readonly RegolaRilievo AppenaSotto = new(
        "spesa.appena-sotto", FamigliaRilievi.Spesa, "Importo appena sotto la soglia",
        "L'importo sta tra il 95 e il 100 % della soglia di approvazione della Convenzione.");

    public static readonly RegolaRilievo FuoriScala = new(
        "spesa.fuori-scala", FamigliaRilievi.Spesa, "Importo lontano dagli altri dell'Ente",
        "L'importo supera tre volte la mediana dell'Ente sullo stesso Lotto, che ha almeno cinque affidamenti.");

    public static readonly RegolaRilievo CigDopoIlContratto = new(
        "spesa.cig-dopo-contratto", FamigliaRilievi.Spesa, "CIG dopo l'inizio del contratto",
        "Il CIG è arrivato dopo il primo giorno del contratto che sta nel fascicolo.");

    public static readonly RegolaRilievo FuoriPeriodo = new(
        "spesa.fuori-periodo", FamigliaRilievi.Spesa, "Adesione fuori dal periodo",
        "Il giorno dell'adesione è fuori dal periodo della Convenzione, o dopo la chiusura della Convenzione o del Lotto.");

    public static readonly RegolaRilievo DopoEsaurimento = new(
        "spesa.dopo-esaurimento", FamigliaRilievi.Spesa, "Adesione a Lotto esaurito",
        "Il giorno dell'adesione il massimale del Lotto era già esaurito.");

    public static readonly RegolaRilievo ImportoSceso = new(
        "spesa.importo-sceso", FamigliaRilievi.Spesa, "Importo sceso sotto la soglia",
        "L'importo della bozza era sopra la soglia di approvazione, è sceso entro la soglia e nessuno ha approvato.");

    public static readonly RegolaRilievo FornitoreSenzaMotivo = new(
        "spesa.fornitore-senza-motivo", FamigliaRilievi.Spesa, "Fornitore scelto senza motivo",
        "Il Lotto ha più aggiudicatari e l'affidamento non dice perché il fornitore è questo.");

    public static readonly RegolaRilievo OltreLaQuota = new(
        "spesa.oltre-la-quota", FamigliaRilievi.Spesa, "Fornitore oltre la sua quota",
        "Con l'adesione il fornitore supera la quota del massimale che ha sul Lotto, o l'aveva già superata.");

    public static readonly RegolaRilievo SempreLoStesso = new(
        "spesa.sempre-lo-stesso", FamigliaRilievi.Spesa, "Un RUP e un solo fornitore",
        "Sui Lotti con più aggiudicatari un RUP ha almeno cinque adesioni, tutte allo stesso fornitore, e i RUP dell'Ente sono almeno tre.");

    public static readonly RegolaRilievo SottoOrdineMinimo = new(
        "spesa.sotto-ordine-minimo", FamigliaRilievi.Spesa, "Importo sotto l'ordine minimo",
        "L'importo è minore dell'ordine minimo della Convenzione.");

    public static readonly RegolaRilievo ContrattoLungo = new(
        "spesa.contratto-lungo", FamigliaRilievi.Spesa, "Contratto più lungo del consentito",
        "Il contratto nel fascicolo dura più di quanto ammette la Convenzione.");

    public static readonly RegolaRilievo ConflittoSenzaDecisione = new(
        "controlli.conflitto-senza-decisione", FamigliaRilievi.Controlli, "Conflitto senza decisione",
        "Un conflitto di interessi è dichiarato e nessuno ha ancora deciso.");

    public static readonly RegolaRilievo SenzaDichiarazione = new(
        "controlli.senza-dichiarazione", FamigliaRilievi.Controlli, "Richiesta senza dichiarazione",
        "Il RUP ha avviato la richiesta del CIG senza una dichiarazione sui conflitti valida quel giorno per quel fornitore.");

    public static readonly RegolaRilievo CigDopoIlContrattoPerAuditor = new(
        "controlli.cig-dopo-contratto", FamigliaRilievi.Controlli, CigDopoIlContratto.Titolo, CigDopoIlContratto.Criterio);

    public static readonly RegolaRilievo RuoliIncompatibili = new(
        "controlli.ruoli-incompatibili", FamigliaRilievi.Controlli, "Ruoli incompatibili sullo stesso affidamento",
        "Chi ha approvato l'affidamento ne è autore o RUP, oppure ci ha lavorato.");

    public static readonly RegolaRilievo AvvisiAccettati = new(
        "controlli.avvisi-accettati", FamigliaRilievi.Controlli, "Avvisi accettati con motivazione",
        "La scheda è stata dichiarata pronta, o inviata per approvazione, nonostante avvisi che chiedono un motivo.");

    public static readonly RegolaRilievo NominaFinita = new(
        "controlli.nomina-finita", FamigliaRilievi.Controlli, "RUP senza ruolo valido",
        "Il giorno della richiesta del CIG il RUP non aveva quel ruolo nell'Ente: mancava, o era finito.");

    public static readonly RegolaRilievo SenzaAtto = new(
        "controlli.senza-atto-di-nomina", FamigliaRilievi.Controlli, "RUP senza atto di nomina",
        "Il RUP ha avviato richieste di CIG e il suo ruolo non ha un atto di nomina registrato.");

    public static readonly RegolaRilievo EsitoAperto = new(
        "controlli.esito-aperto", FamigliaRilievi.Controlli, "Esito aperto da tempo",
        "Una richiesta di CIG è senza esito da almeno 15 giorni.");

    public static readonly RegolaRilievo ImportoScesoPerAuditor = new(
        "controlli.importo-sceso", FamigliaRilievi.Controlli, "Importo sceso sotto la soglia, senza approvazione", ImportoSceso.Criterio);

    public static readonly RegolaRilievo SenzaDueDiligence = new(
        "controlli.due-diligence", FamigliaRilievi.Controlli, "Due diligence mancante o scaduta",
        "Il giorno della richiesta del CIG la due diligence su un fornitore non era completa, e il suo registro era già in uso per il Lotto o "
            + "nell'Ente.");

    public static IReadOnlyList<RegolaRilievo> Tutte { get; } =
    [
        Ravvicinate, AppenaSotto, FuoriScala, CigDopoIlContratto, FuoriPeriodo, DopoEsaurimento, ImportoSceso, FornitoreSenzaMotivo, OltreLaQuota,
        SempreLoStesso, SottoOrdineMinimo, ContrattoLungo,
        ConflittoSenzaDecisione, SenzaDichiarazione, CigDopoIlContrattoPerAuditor, RuoliIncompatibili, AvvisiAccettati, NominaFinita, SenzaAtto,
        EsitoAperto, ImportoScesoPerAuditor, SenzaDueDiligence,
    ];

    private static readonly Dictionary<string, RegolaRilievo> _perNome = Tutte.ToDictionary(r => r.Nome);

    /// <summary>Returns the rule with a stored name, or null when this version does not know it.</summary>
    public static RegolaRilievo? PerNome(string nome) => _perNome.GetValueOrDefault(nome);

    public static IReadOnlyList<RegolaRilievo> Della(FamigliaRilievi famiglia) => [.. Tutte.Where(r => r.Famiglia == famiglia)];
}
