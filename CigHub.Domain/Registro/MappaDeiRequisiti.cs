namespace CigHub.Domain.Registro;

/// <summary>The place where an Auditor finds the evidence for a requirement.</summary>
/// <remarks>Equality: by both members.</remarks>
/// <param name="Testo">The words on screen: the name of the page, or the place outside CigHub and its keeper.</param>
/// <param name="Indirizzo">The route of the page in CigHub. Null for evidence that is kept elsewhere.</param>
public sealed record LuogoDellaProva(string Testo, string? Indirizzo = null);

/// <summary>A requirement of the anti-bribery management system and the places of its evidence.</summary>
/// <remarks>Equality: by members, the list by reference.</remarks>
/// <param name="Titolo">The subject in our own words. The standard's text is protected and is not quoted.</param>
/// <param name="Clausola2016">The clause of ISO 37001:2016. Null when there is none, or when it is not stated here.</param>
/// <param name="Clausola2025">The clause of ISO 37001:2025. Null when there is none, or when it is not stated here.</param>
/// <param name="Luoghi">The places of the evidence, those in CigHub first.</param>
/// <param name="Riserva">The limits of the entry: what could not be checked against the public text. Null when there are none.</param>
public sealed record RequisitoIso(string Titolo, string? Clausola2016, string? Clausola2025, IReadOnlyList<LuogoDellaProva> Luoghi, string? Riserva = null)
{
    /// <summary>Says whether CigHub holds some of the evidence.</summary>
    public bool Qui => Luoghi.Any(l => l.Indirizzo is not null);
}

/// <summary>
/// The map from the requirements of ISO 37001 to the places of their evidence, by the clauses of the editions of 2016 and 2025.
/// </summary>
/// <remarks>
/// The numbers come from public summaries of the two editions, not from their texts. Whoever audits has the standard itself and compares.
/// </remarks>
public static class MappaDeiRequisiti
{
    private const string NonConfrontato = "Il numero della clausola del 2025 viene dalla struttura armonizzata delle norme ISO: va confrontato con il testo.";

    private static readonly LuogoDellaProva
        _registro = new("Registro eventi", "/registro-eventi"),
        _audit = new("Audit interni", "/audit"),
        _ruoli = new("Ruoli e deleghe nel tempo", "/registro-eventi/ruoli-e-deleghe"),
        _controlli = new("Modifiche ai controlli", "/registro-eventi/modifiche-ai-controlli"),
        _attestazioni = new("Attestazioni di integrità", "/attestazioni-di-integrita"),
        _affidamenti = new("Affidamenti: da ciascuno, «Iter»", "/affidamenti"),
        _spesa = new("Spesa per Convenzione", "/spesa"),
        _dueDiligence = new("Scostamenti: due diligence mancante o scaduta", "/scostamenti?regola=controlli.due-diligence"),
        _convenzioni = new("Convenzioni: dal Lotto, «Due diligence»", "/convenzioni"),
        _atti = new("Persone ed Enti: dalla persona, «Dichiarazione annuale e formazione»", "/persone-ed-enti"),
        _chiPuo = new("Chi può fare cosa", "/chi-puo-fare-cosa"),
        _persone = new("Persone ed Enti", "/persone-ed-enti"),
        _conservazione = new("Conservazione dei dati", "/conservazione"),
        _codici = new("Codici e percorsi", "/codici-e-percorsi"),
        _rpct = new("Altrove: RPCT dell'Ente, PIAO (sezione rischi corruttivi e trasparenza)"),
        _vertice = new("Altrove: organi di vertice dell'Ente, verbali e delibere"),
        _personale = new("Altrove: ufficio del personale dell'Ente");

    /// <summary>The requirements, in the order of the clauses of 2016.</summary>
    public static IReadOnlyList<RequisitoIso> Tutti { get; } =
    [
        new(
            "Contesto, parti interessate e campo di applicazione", "4.1–4.4", "4.1–4.4", [_rpct],
            "Nel 2025 la 4.1 comprende anche il cambiamento climatico."),
        new("Valutazione del rischio di corruzione", "4.5", "4.5", [_rpct, _spesa], NonConfrontato),
        new("Impegno degli organi di vertice", "5.1", "5.1", [_vertice]),
        new("Cultura contro la corruzione", null, "5.1.3", [_vertice, _rpct], "Nuova nell'edizione 2025."),
        new("Politica contro la corruzione", "5.2", "5.2", [_vertice]),
        new("Ruoli, responsabilità e autorità", "5.3.1", "5.3.1", [_ruoli, _chiPuo, _persone], NonConfrontato),
        new(
            "Funzione anticorruzione: nomina, indipendenza, altri ruoli della stessa persona", "5.3.2", "5.3.2", [_ruoli, _persone, _rpct],
            "Nel 2025 si chiama «anti-bribery function». " + NonConfrontato),
        new("Decisioni delegate: chi decide, per quale delega, con quali limiti", "5.3.3", "5.3.3", [_ruoli, _affidamenti], NonConfrontato),
        new("Rischi, opportunità e obiettivi", "6.1–6.2", "6.1–6.2", [_rpct]),
        new(
            "Pianificazione delle modifiche: che cosa è cambiato nei controlli, quando, da chi, perché", null, "6.3", [_controlli],
            "Nuova nell'edizione 2025."),
        new("Risorse e competenze, assunzioni e rotazione", "7.1–7.2", "7.1–7.2", [_atti, _personale]),
        new("Consapevolezza e formazione", "7.3", "7.3", [_atti, _personale, _rpct], NonConfrontato),
        new("Comunicazione", "7.4", "7.4", [_rpct]),
        new("Informazioni documentate: che cosa si conserva, integrità, chi può leggere", "7.5", "7.5", [_registro, _attestazioni, _conservazione, _codici]),
        new("Controlli operativi: dalla bozza al CIG e dopo", "8.1", "8.1", [_affidamenti, _registro, _codici]),
        new("Due diligence sui fornitori", "8.2", "8.2", [_dueDiligence, _affidamenti, _convenzioni, new("Altrove: documenti nel FVOE, presso Ente e CMRC")]),
        new("Controlli finanziari: massimale, capienza, importi", "8.3", "8.3", [_spesa, _controlli, _affidamenti]),
        new("Controlli non finanziari: separazione dei compiti, approvazione sopra soglia", "8.4", "8.4", [_affidamenti, _chiPuo, _controlli]),
        new(
            "Controlli presso soci in affari e organizzazioni controllate", "8.5", "8.5",
            [new("Altrove: Ente e CMRC, nei documenti di gara della Convenzione")]),
        new("Impegni contro la corruzione dei fornitori (patti d'integrità)", "8.6", "8.6", [new("Altrove: documenti di gara della Convenzione, CMRC")]),
        new("Regali, ospitalità, donazioni", "8.7", "8.7", [_rpct]),
        new("Inadeguatezza dei controlli: fermarsi o rinunciare", "8.8", "8.8", [_registro, _affidamenti], NonConfrontato),
        new(
            "Chi denuncia un illecito (whistleblowing)", "8.9", "8.9",
            [new("Altrove: canale interno dell'Ente (D.Lgs. 24/2023). CigHub non ne fa parte e non registra chi vi accede")]),
        new("Indagini", "8.10", "8.10", [_rpct, _attestazioni]),
        new(
            "Conflitti di interessi: dichiarazioni, astensioni, decisioni", null, null, [_registro, _affidamenti, _chiPuo],
            "L'edizione 2025 ne parla in modo espresso. Il numero della clausola non si è potuto confrontare con il testo pubblico e qui non si scrive."),
        new("Monitoraggio, misurazione, analisi", "9.1", "9.1", [_spesa, _registro]),
        new("Audit interno", "9.2", "9.2", [_audit, _registro, _affidamenti, _attestazioni]),
        new("Riesame della direzione e dell'organo direttivo", "9.3", "9.3", [_vertice]),
        new("Riesame della funzione anticorruzione", "9.4", "9.4", [_rpct, _registro]),
        new("Non conformità e azioni correttive", "10.1", "10.2", [_audit, _rpct], "Nel 2025 il miglioramento continuo è diventato la 10.1."),
        new("Miglioramento continuo", "10.2", "10.1", [_rpct]),
    ];
}
