using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>
/// A rule that keeps one person from having two duties that must be apart: the error that a refused user gets, and the rule's words on the
/// page «Chi può fare cosa».
/// </summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Codice">The code of the refusal.</param>
/// <param name="Titolo">The rule as a sentence of the business, Italian.</param>
/// <param name="Rifiuto">The Italian sentence that tells the refused user what is wrong and what to do.</param>
public sealed record RegolaDiSeparazione(string Codice, string Titolo, string Rifiuto)
{
    /// <param name="campo">The field that the error belongs to, or null for the whole act.</param>
    public Error Errore(string? campo = null) => new(Codice, Rifiuto, campo);
}

/// <summary>
/// The separazione dei compiti: every rule that keeps two duties apart, enforced when data are written and in addition to the table of
/// roles. All these rules are here, so that the page that shows them shows exactly the enforced ones.
/// </summary>
/// <remarks>Source: ISO 37001 8.4 and 8.5 (financial and non-financial controls), art. 16 D.Lgs. 36/2023 for the conflict of interest.</remarks>
public static class SeparazioneCompiti
{
    public static readonly RegolaDiSeparazione NessunRuoloASeStesso = new(
        "ruolo.a-se-stesso",
        "Nessuno assegna un ruolo a se stesso.",
        "Non puoi assegnare un ruolo a te stesso: chiedi a un altro Amministratore.");

    public static readonly RegolaDiSeparazione NessunAttoDelProprioRuolo = new(
        "ruolo.proprio-atto",
        "Nessuno registra o corregge l'atto che conferisce un ruolo a se stesso.",
        "Questo ruolo è tuo: l'atto che lo conferisce lo registra un altro Amministratore.");

    public static readonly RegolaDiSeparazione AuditorConAltroRuolo = new(
        "ruolo.auditor-con-altro",
        "Chi è Auditor ha un altro ruolo nello stesso Ente solo per un atto e con un motivo scritto: "
        + "nei piccoli Comuni il RPCT è di norma il Segretario (art. 1, c. 7, L. 190/2012).",
        "Questa persona sarebbe Auditor e avrebbe un altro ruolo nello stesso Ente: scrivi l'atto che lo dispone e il motivo, "
        + "oppure scegli un'altra persona.");

    public static readonly RegolaDiSeparazione UltimoAmministratore = new(
        "persona.ultimo-amministratore",
        "L'ultimo Amministratore non si può togliere.",
        "È l'unico Amministratore rimasto: assegna prima il ruolo a un'altra persona, poi riprova.");

    public static readonly RegolaDiSeparazione MassimaleSenzaAffidamentiAperti = new(
        "massimale.affidamento-aperto",
        "Chi varia il massimale di un Lotto non ha affidamenti aperti su quel Lotto, in nessun ruolo.",
        "Su questo Lotto hai un affidamento aperto, come autore, RUP o approvatore: il massimale lo varia un altro Amministratore.");

    public static readonly RegolaDiSeparazione ApprovazioneNecessaria = new(
        "approvazione.necessaria",
        "Sopra la soglia della Convenzione l'affidamento va approvato prima della richiesta del CIG.",
        "L'importo supera la soglia di approvazione della Convenzione: usa «Invia per approvazione» (se è già pronto, prima «Torna in lavorazione»).");

    public static readonly RegolaDiSeparazione ApprovaUnAltro = new(
        "approvazione.autore-o-rup",
        "Chi approva non è chi ha creato l'affidamento, né il suo RUP.",
        "Hai creato questo affidamento o ne sei il RUP: lo approva un'altra persona.");

    public static readonly RegolaDiSeparazione ApprovaChiNonHaLavorato = new(
        "approvazione.ha-lavorato",
        "Chi approva non ha lavorato alla bozza, in nessun ruolo.",
        "Hai lavorato a questa bozza: la approva un'altra persona.");

    public static readonly RegolaDiSeparazione RupDiversoDaChiApprova = new(
        "approvazione.rup-approvatore",
        "Chi ha approvato un affidamento non ne diventa il RUP.",
        "Questa persona ha approvato l'affidamento e non può esserne anche RUP: scegline un'altra, oppure riporta l'affidamento in lavorazione.");

    public static readonly RegolaDiSeparazione SenzaConflitto = new(
        "conflitto.dichiarato",
        "Chi ha dichiarato un conflitto di interessi con il fornitore non fa più nulla sull'affidamento (art. 16 D.Lgs. 36/2023).",
        "Questa persona ha dichiarato un conflitto di interessi con il fornitore, in questa Convenzione: scegline un'altra.");

    public static readonly RegolaDiSeparazione DecideIlResponsabile = new(
        "conflitto.decide-il-responsabile",
        "Sul conflitto decide un Dirigente / Responsabile del servizio, che sceglie chi subentra o scrive perché il conflitto non c'è. "
        + "Chi subentra non lo scelgono né chi è in conflitto né i colleghi.",
        "Il RUP di questo affidamento ha dichiarato un conflitto di interessi: chi subentra lo sceglie il Dirigente / Responsabile del servizio, "
        + "dal Cruscotto, in «Conflitti da decidere».");

    public static readonly RegolaDiSeparazione NessunoDecideSuDiSe = new(
        "conflitto.proprio",
        "Nessuno decide sul proprio conflitto di interessi: su quello di un Dirigente / Responsabile del servizio decide un altro, il Segretario o il RPCT.",
        "Il conflitto è tuo: decide un altro Dirigente / Responsabile del servizio. "
        + "Se non c'è, serve un atto dell'Ente che incarichi il Segretario o il RPCT.");

    public static readonly RegolaDiSeparazione ChiDecideNonSubentra = new(
        "conflitto.decide-e-subentra",
        "Chi decide su un conflitto di interessi non subentra al suo posto.",
        "Chi decide non può subentrare: scegli un altro RUP.");

    public static readonly RegolaDiSeparazione ConflittoDaDichiarare = new(
        "conflitto.da-dichiarare",
        "Chi dichiara pronta la scheda, il RUP che richiede il CIG e chi approva dichiarano di non avere conflitti di interessi: "
        + "una volta per ogni fornitore e Convenzione, finché la dichiarazione vale.",
        "Prima di procedere leggi la dichiarazione sui conflitti di interessi e spuntala. Se non la vedi, ricarica la pagina.");

    public static readonly RegolaDiSeparazione DelegaNonASeStesso = new(
        "delega.a-se-stesso",
        "Nessuno delega se stesso.",
        "Sei tu il RUP: una delega si conferisce a un'altra persona.");

    public static readonly RegolaDiSeparazione DelegaNonAChiControlla = new(
        "delega.chi-controlla",
        "Chi è Auditor di un Ente non riceve deleghe dai suoi RUP.",
        "Questa persona è Auditor di questo Ente e ne controlla il lavoro: delega un'altra persona.");

    public static readonly RegolaDiSeparazione AttoRiservatoAlRup = new(
        "delega.atto-riservato",
        "Il delegato compila, opera sul portale, registra CIG, esito e atti. Non dichiara pronta la scheda, non avvia la richiesta, non "
        + "conferma la rilettura, non approva, non modifica e non annulla dopo il CIG (All. I.2 D.Lgs. 36/2023).",
        "Questo atto resta al RUP e non si delega: chiedi al RUP di compierlo.");

    public static readonly RegolaDiSeparazione DecideIlRup = new(
        "delega.decide-il-rup",
        "Dopo «Esito da verificare» è il RUP ad accertare l'esito, non il delegato.",
        "L'esito è da verificare: lo accerta il RUP, guardando nell'elenco del portale. Avvisa il RUP.");

    public static readonly RegolaDiSeparazione IlDelegatoDichiara = new(
        "delega.da-dichiarare",
        "Il delegato dichiara personalmente, per ogni fornitore e Convenzione, di non avere conflitti di interessi.",
        "Prima di operare per delega dichiara di non avere conflitti di interessi con il fornitore: il testo è in testa alle pagine dell'affidamento.");

    public static readonly RegolaDiSeparazione NessunoChiarisceSuDiSe = new(
        "rilievo.interessato",
        "Nessuno chiarisce un rilievo su un affidamento di cui è autore, RUP o approvatore, o a cui ha lavorato: lo chiarisce un altro.",
        "Il rilievo riguarda un affidamento a cui hai preso parte: lo chiarisce un'altra persona. Tu puoi trasmetterlo al RPCT.");

    public static readonly RegolaDiSeparazione NessunoRevisionaIlProprioLavoro = new(
        "audit.lavoro-proprio",
        "Nessuno estrae, esamina o firma, in un audit, affidamenti di cui è autore, RUP o approvatore, o a cui ha lavorato.",
        "L'audit tocca un affidamento a cui hai preso parte: questo passo lo compie un altro Auditor.");

    public static readonly RegolaDiSeparazione NessunoVerificaLaPropriaAzione = new(
        "audit.azione-propria",
        "Nessuno verifica l'azione correttiva di cui risponde, e chi scrive una constatazione non ne è il responsabile.",
        "Chi risponde di un'azione correttiva non è chi la constata o la verifica: qui serve un'altra persona.");

    /// <summary>All the rules of the separation, in the order in which the page «Chi può fare cosa» shows them.</summary>
    public static IReadOnlyList<RegolaDiSeparazione> Regole { get; } =
    [
        ApprovazioneNecessaria, ApprovaUnAltro, ApprovaChiNonHaLavorato, RupDiversoDaChiApprova, ConflittoDaDichiarare, SenzaConflitto,
        DelegaNonASeStesso, DelegaNonAChiControlla, AttoRiservatoAlRup, DecideIlRup, IlDelegatoDichiara,
        DecideIlResponsabile, NessunoDecideSuDiSe, ChiDecideNonSubentra, MassimaleSenzaAffidamentiAperti, NessunRuoloASeStesso,
        NessunAttoDelProprioRuolo, AuditorConAltroRuolo, UltimoAmministratore, NessunoChiarisceSuDiSe,
        NessunoRevisionaIlProprioLavoro, NessunoVerificaLaPropriaAzione,
    ];
}
