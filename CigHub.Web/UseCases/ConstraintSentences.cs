using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data.Configurazioni;

namespace CigHub.Web.UseCases;

/// <summary>
/// The Italian sentence for every constraint of the database: what is doubled, missing or exceeded, and what to do. No sentence reveals the
/// owner of the other row. A test fails when the model has a constraint without a sentence here.
/// </summary>
internal static class ConstraintSentences
{
    /// <summary>
    /// The sentences for a row that would exist twice, by the columns of the primary key or unique index, as SQLite names them:
    /// <c>Lotti.ConvenzioneId, Lotti.Numero</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, Error> Doubled { get; } = new Dictionary<string, Error>
    {
        ["Affidamenti.Anno, Affidamenti.Progressivo"] = new(
            "affidamento.numero-ripetuto",
            "Il numero di questo affidamento è stato preso in questo momento da un altro: ripeti il comando, avrà il numero seguente."),
        ["Aggiudicazioni.CigDerivato"] = RegoleCigDerivato.GiaUsato,
        ["Aggiudicazioni.AffidamentoId, Aggiudicazioni.Indice"] = new(
            "adesione.posto-occupato",
            "La scheda ha già un'altra adesione a questo posto: ricarica la pagina e aggiungila dopo quelle che ci sono."),
        ["OperazioniPortale.AffidamentoId, OperazioniPortale.Tipo"] = new(
            "operazione.gia-in-corso",
            "Questa operazione sul portale è già in corso per l'affidamento: ricarica la pagina e continua quella."),
        ["OperazioniPortale.AggiudicazioneId, OperazioniPortale.Tipo"] = new(
            "operazione.gia-accettata",
            "Questa operazione è già stata accettata dal portale per lo stesso CIG, e si fa una volta sola: ricarica la pagina per vederla."),
        ["AffidamentiDelegati.DelegaId, AffidamentiDelegati.AffidamentoId"] = new(
            "delega.affidamento-due-volte", "Uno degli affidamenti è scelto due volte: ricarica la pagina e scegli di nuovo.", "Ambito"),
        ["Tentativi.AffidamentoId, Tentativi.Numero"] = new(
            "tentativo.numero-ripetuto",
            "Qualcuno ha appena avviato un'altra richiesta per questo affidamento: ricarica la pagina per vederla."),
        ["CigInPiu.Cig"] = new(
            "cig-in-piu.gia-registrato",
            "Questo CIG in più è già registrato: ricarica la pagina per vedere se è ancora da annullare.", "Cig"),
        ["AiutiErrori.Codice"] = new(
            "aiuto.codice-ripetuto",
            "Qualcuno ha appena scritto l'aiuto per questo codice: ricarica la pagina e correggi quello.", "Codice"),
        ["ElenchiPortale.EnteId, ElenchiPortale.Sha256"] = new(
            "elenco.gia-caricato",
            "Questo elenco del portale è già stato caricato: ricarica la pagina e aprilo dagli elenchi precedenti, oppure scegli un altro file."),
        ["PercorsiPortale.Versione"] = new(
            "percorso.versione-ripetuta",
            "Qualcuno ha appena pubblicato un'altra versione del percorso: ricarica la pagina e riparti da quella."),
        ["Malfunzionamenti.Al"] = new(
            "malfunzionamento.gia-aperto",
            "Un malfunzionamento del portale è già segnalato e non è finito: ricarica la pagina e aggiungi lì quello che vedi."),
        ["ListeImportate.IdTipologica"] = new(
            "lista.gia-importata",
            "Qualcuno ha appena importato questa lista: ricarica la pagina e confronta di nuovo il file con quella in vigore."),
        ["Lotti.CigPadre"] = new(
            "cig-padre.gia-usato",
            "Questo CIG Padre è già di un altro Lotto: cercalo nell'elenco delle Convenzioni, o ricontrolla il codice.", "CigPadre"),
        ["Lotti.ConvenzioneId, Lotti.Numero"] = new(
            "lotto.numero-ripetuto",
            "In questa Convenzione c'è già un Lotto con questo numero: scegline un altro.", "Numero"),
        ["Enti.CodiceFiscale"] = new("ente.esiste-gia", "C'è già un Ente con questo codice fiscale: cercalo nell'elenco.", "CodiceFiscale"),
        ["Solleciti.AffidamentoId, Solleciti.Giorno"] = new(
            "sollecito.gia-oggi", "Il RUP è già stato sollecitato oggi per questo affidamento: se serve, riprova domani."),
        ["Persone.NomeUtente"] = new("persona.esiste-gia", "C'è già una persona con questo nome utente: cercala nell'elenco.", "NomeUtente"),
        ["Persone.Identita"] = new("persona.identita-usata", "Questa utenza è già collegata a un'altra persona: cercala nell'elenco."),
        ["RichiesteDiAccesso.Identita"] = new("richiesta-accesso.in-attesa", "Hai già una richiesta in attesa: ricarica la pagina per vederla."),
        ["RegistrazioniPortale.PersonaId, RegistrazioniPortale.EnteId"] = new(
            "registrazione.esiste-gia",
            "Per questa persona e questo Ente c'è già una registrazione al portale: ricarica la pagina e aggiorna quella."),

        // The page makes the ids, so the same id twice is the same command sent twice.
        ["Affidamenti.Id"] = new("affidamento.esiste-gia", "Questo affidamento è già stato creato: lo trovi nell'elenco degli affidamenti."),
        ["Aggiudicazioni.Id"] = new("adesione.esiste-gia", "Questa adesione è già nella scheda: ricarica la pagina per vederla."),
        ["Atti.Id"] = new("atto.esiste-gia", "Questo atto è già nel fascicolo: ricarica la pagina per vederlo."),
        ["OperazioniPortale.Id"] = new("operazione.esiste-gia", "Questa operazione sul portale è già stata avviata: ricarica la pagina e continua da lì."),
        ["Tentativi.Id"] = new("tentativo.esiste-gia", "Questa richiesta è già stata avviata: ricarica la pagina per vederla."),
        ["CigInPiu.Id"] = new("cig-in-piu.esiste-gia", "Questo CIG in più è già stato registrato: ricarica la pagina per vederlo."),
        ["AiutiErrori.Id"] = new("aiuto.esiste-gia", "Questo aiuto è già stato salvato: ricarica la pagina per vederlo."),
        ["ElenchiPortale.Id"] = new("elenco.esiste-gia", "Questo caricamento dell'elenco è già stato registrato: ricarica la pagina per vederne l'esito."),
        ["PercorsiPortale.Id"] = new("percorso.esiste-gia", "Questa versione del percorso è già stata pubblicata: ricarica la pagina per vederla."),
        ["Malfunzionamenti.Id"] = new("malfunzionamento.esiste-gia", "Questo malfunzionamento è già registrato: ricarica la pagina per vederla."),
        ["ListeImportate.Id"] = new("lista.esiste-gia", "Questa importazione è già stata registrata: ricarica la pagina per vedere le liste in vigore."),
        ["Convenzioni.Id"] = new("convenzione.esiste-gia", "Questa Convenzione è già stata creata: la trovi nell'elenco delle Convenzioni."),
        ["Lotti.Id"] = new("lotto.esiste-gia", "Questo Lotto è già stato creato: lo trovi nella pagina della sua Convenzione."),
        ["Capienze.LottoId"] = new("capienza.esiste-gia", "Questo Lotto ha già il suo massimale: ricarica la pagina, e cambialo con un atto."),
        ["MovimentiCapienza.Id"] = new(
            "capienza.movimento-ripetuto",
            "Questo movimento del massimale è già stato registrato: ricarica la pagina del Lotto per vederlo."),
        ["Persone.Id"] = new("persona.creata-due-volte", "Questa persona è già stata registrata: la trovi nell'elenco delle persone."),
        ["RichiesteDiAccesso.Id"] = new("richiesta-accesso.esiste-gia", "Questa richiesta di accesso è già stata inviata: ricarica la pagina per vederla."),
        ["Enti.Id"] = new("ente.creato-due-volte", "Questo Ente è già stato registrato: lo trovi nell'elenco degli Enti."),
        ["Appartenenze.Id"] = new("ruolo.esiste-gia", "Questo ruolo è già stato assegnato: ricarica la pagina della persona per vederlo."),
        ["RegistrazioniPortale.Id"] = new(
            "registrazione.creata-due-volte",
            "Questo passo della registrazione al portale è già stato salvato: ricarica la pagina per vedere a che punto è."),
        ["Deleghe.Id"] = new("delega.esiste-gia", "Questa delega è già stata conferita: ricarica la pagina per vederla."),
        ["AffidamentiDelegati.Id"] = new("delega.affidamento-gia-scelto", "Questo affidamento è già nella delega: ricarica la pagina per vederla."),
        ["DichiarazioniConflitto.Id"] = new("conflitto.esiste-gia", "Questa dichiarazione è già stata registrata: ricarica la pagina per vederla."),
        ["IdentitaPersone.Impronta"] = new("identita.esiste-gia", "Un altro comando ha registrato la stessa identità in questo momento: ripeti il tuo."),
        ["ContenutiFile.Sha256"] = new("file.esiste-gia", "Un altro comando ha salvato lo stesso file in questo momento: ripeti il tuo, il file c'è già."),
        ["Audit.Id"] = new("audit.esiste-gia", "Questo audit è già pianificato: lo trovi nell'elenco degli audit."),
        ["CarteDiLavoro.Id"] = new("audit.carta-esiste-gia", "Il campione di questo audit è già estratto: ricarica la pagina per vederlo."),
        ["Constatazioni.Id"] = new("audit.constatazione-esiste-gia", "Questa constatazione è già registrata: ricarica la pagina per vederla."),
        ["ProgrammiAudit.Id"] = new("programma.gia-registrato", "Questo programma è già stato registrato: ricarica la pagina per vederlo."),
        ["Adempimenti.Id"] = new("adempimento.gia-registrato", "Questo atto è già stato registrato: ricarica la pagina per vederlo."),
        ["VerificheFornitori.Id"] = new("due-diligence.gia-registrata", "Questa verifica è già stata registrata: ricarica la pagina per vederla."),
        ["Rilievi.Id"] = new("rilievo.esiste-gia", "Un altro calcolo ha appena trovato lo stesso rilievo: ricarica la pagina per vederlo."),
        ["AvvisiSilenziati.Id"] = new("avviso.gia-silenziato", "Qualcuno ha appena silenziato lo stesso avviso: ricarica la pagina per vederlo."),
        ["Solleciti.Id"] = new("sollecito.esiste-gia", "Questo sollecito è già stato registrato: ricarica la pagina per vederlo."),
        ["FileOpenData.Id"] = new(
            "opendata.file-esiste-gia", "Un altro confronto con gli open data è finito in questo momento: ricarica la pagina per vederlo."),
        ["DifferenzeOpenData.Id"] = new(
            "opendata.esiste-gia", "Un altro confronto ha appena trovato la stessa differenza: ricarica la pagina per vederla."),
        ["Registro.Seq"] = new(
            "registro.numero-occupato",
            "Il registro eventi ha ricevuto un altro evento in questo momento e niente è stato salvato: ripeti il comando."),
        ["RegistroTesta.Id"] = new("registro.testa-doppia", "Il registro eventi ha già la sua testa e niente è stato salvato: avvisa chi gestisce CigHub."),
    };

    /// <summary>The sentences for the check constraints of the database, by the name of the constraint.</summary>
    public static IReadOnlyDictionary<string, Error> Checks { get; } = new Dictionary<string, Error>
    {
        [CapienzaConfig.CheckResiduo] = new(
            "capienza.insufficiente",
            "Sul Lotto non resta capienza per questa adesione: ricarica la pagina per vedere il residuo."),
        ["CK_RegistroTesta_Unica"] = new(
            "registro.testa-estranea",
            "La testa del registro eventi è una sola e niente è stato salvato: avvisa chi gestisce CigHub."),
    };

    /// <summary>The sentences for a foreign key whose row does not exist, by the table and column that refer to it.</summary>
    public static IReadOnlyDictionary<string, Error> Missing { get; } = new Dictionary<string, Error>
    {
        ["Affidamenti.EnteId"] = new(
            "affidamento.ente-assente",
            "L'Ente dell'affidamento non è più tra quelli registrati: ricarica la pagina e scegline uno dell'elenco."),
        ["Affidamenti.LottoId"] = new(
            "affidamento.lotto-assente",
            "Il Lotto scelto per l'affidamento non c'è più: torna alle Convenzioni e scegline un altro."),
        ["Affidamenti.AutoreId"] = new(
            "affidamento.autore-assente",
            "La persona che prepara l'affidamento non è più tra quelle registrate: esci, accedi di nuovo e riprova."),
        ["Affidamenti.RupId"] = new(
            "affidamento.rup-assente",
            "La persona scelta come RUP non è più tra quelle registrate: ricarica la pagina e scegli un altro RUP.", "RupId"),
        ["Aggiudicazioni.AffidamentoId"] = new(
            "adesione.affidamento-assente",
            "L'affidamento di questa adesione non c'è più: torna all'elenco degli affidamenti e riaprilo da lì."),
        ["Atti.AffidamentoId"] = new(
            "atto.affidamento-assente",
            "L'affidamento di questo fascicolo non c'è più: torna all'elenco degli affidamenti prima di aggiungere atti."),
        ["OperazioniPortale.AffidamentoId"] = new(
            "operazione.affidamento-assente",
            "L'affidamento di questa operazione sul portale non c'è più: torna all'elenco degli affidamenti e verifica."),
        ["OperazioniPortale.AggiudicazioneId"] = new(
            "operazione.adesione-assente",
            "L'adesione su cui agisce l'operazione sul portale non c'è più: ricarica la pagina e scegli di quale adesione si tratta.", "Adesione"),
        ["AvvisiSilenziati.LottoId"] = new("avviso.lotto-assente", "Il Lotto di questo avviso non c'è più: ricarica la pagina."),
        ["AvvisiSilenziati.EnteId"] = new("avviso.ente-assente", "Il tuo Ente non è più tra quelli registrati: esci ed entra di nuovo."),
        ["Solleciti.AffidamentoId"] = new(
            "sollecito.affidamento-assente", "L'affidamento di questo sollecito non c'è più: ricarica la pagina."),
        ["FileOpenData.EnteId"] = new(
            "opendata.ente-assente", "L'Ente per cui è stato confrontato il file non è più tra quelli registrati: ricarica la pagina."),
        ["DifferenzeOpenData.FileId"] = new(
            "opendata.file-assente", "Il file di questa differenza non è più quello confrontato per ultimo: ricarica la pagina."),
        ["Audit.EnteId"] = new("audit.ente-assente", "L'Ente dell'audit non è più tra quelli registrati: ricarica la pagina e scegline un altro.", "Ente"),
        ["Audit.ConvenzioneId"] = new(
            "audit.convenzione-assente", "La Convenzione dell'audit non c'è più: ricarica la pagina e scegline un'altra.", "Convenzione"),
        ["Audit.AutoreId"] = new("audit.autore-assente", "Chi pianifica l'audit non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["Audit.ChiusoDaId"] = new("audit.firma-assente", "Chi firma il rapporto non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["CarteDiLavoro.AuditId"] = new("audit.assente", "L'audit di questa carta di lavoro non c'è più: torna all'elenco degli audit."),
        ["CarteDiLavoro.AffidamentoId"] = new(
            "audit.affidamento-assente", "Un affidamento del campione non c'è più: ricarica la pagina ed estrai di nuovo."),
        ["CarteDiLavoro.EnteId"] = new("audit.carta-senza-ente", "L'Ente di un affidamento del campione non è più tra quelli registrati: avvisa l'ufficio."),
        ["CarteDiLavoro.CompilataDaId"] = new(
            "audit.carta-senza-persona", "Chi compila la carta non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["Constatazioni.AuditId"] = new("audit.constatazione-senza-audit", "L'audit di questa constatazione non c'è più: torna all'elenco degli audit."),
        ["Constatazioni.CartaId"] = new("audit.constatazione-senza-carta", "La carta di lavoro di questa constatazione non c'è più: ricarica la pagina."),
        ["Constatazioni.EnteId"] = new("audit.constatazione-senza-ente", "L'Ente di questa constatazione non è più tra quelli registrati: avvisa l'ufficio."),
        ["Constatazioni.ResponsabileId"] = new(
            "audit.responsabile-assente",
            "La persona scelta come responsabile non è più tra quelle registrate: ricarica la pagina e scegline un'altra.", "ResponsabileId"),
        ["Constatazioni.AutoreId"] = new(
            "audit.constatazione-senza-autore", "Chi scrive la constatazione non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["Constatazioni.VerificataDaId"] = new(
            "audit.verifica-senza-persona", "Chi verifica l'azione non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["ProgrammiAudit.EnteId"] = new(
            "programma.ente-assente", "L'Ente del programma non è più tra quelli registrati: ricarica la pagina e scegline un altro.", "Ente"),
        ["ProgrammiAudit.AutoreId"] = new(
            "programma.autore-assente", "Chi registra il programma non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["Audit.ProgrammaId"] = new(
            "audit.programma-assente", "Il programma scelto non c'è più: ricarica la pagina e scegline un altro.", "Programma"),
        ["Adempimenti.PersonaId"] = new("adempimento.persona-assente", "Questa persona non è più tra quelle registrate: torna a Persone ed Enti."),
        ["Adempimenti.AutoreId"] = new(
            "adempimento.autore-assente", "Chi registra l'atto non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["VerificheFornitori.LottoId"] = new("due-diligence.lotto-assente", "Il Lotto di questa verifica non c'è più: torna alle Convenzioni."),
        ["VerificheFornitori.AffidamentoId"] = new(
            "due-diligence.affidamento-assente", "L'affidamento di questa verifica non c'è più: torna all'elenco degli affidamenti."),
        ["VerificheFornitori.EnteId"] = new(
            "due-diligence.ente-assente", "L'Ente di questa verifica non è più tra quelli registrati: avvisa l'ufficio."),
        ["VerificheFornitori.AutoreId"] = new(
            "due-diligence.autore-assente", "Chi registra la verifica non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["Rilievi.EnteId"] = new(
            "rilievo.ente-assente",
            "L'Ente di un rilievo non è più tra quelli registrati: calcola di nuovo i rilievi."),
        ["Rilievi.ConvenzioneId"] = new(
            "rilievo.convenzione-assente",
            "La Convenzione di un rilievo non c'è più: calcola di nuovo i rilievi."),
        ["Tentativi.AffidamentoId"] = new(
            "tentativo.affidamento-assente",
            "L'affidamento di questa richiesta non c'è più: torna all'elenco degli affidamenti e verifica."),
        ["CigInPiu.AffidamentoId"] = new(
            "cig-in-piu.affidamento-assente",
            "L'affidamento di questo CIG in più non c'è più: torna all'elenco degli affidamenti e verifica."),
        ["ElenchiPortale.EnteId"] = new(
            "elenco.ente-assente",
            "L'Ente per cui carichi l'elenco del portale non è più tra quelli registrati: esci, scegli il ruolo giusto e riprova."),
        ["ElenchiPortale.CaricatoDa"] = new(
            "elenco.persona-assente",
            "La persona che carica l'elenco del portale non è più tra quelle registrate: esci, accedi di nuovo e ricaricalo."),
        ["Malfunzionamenti.SegnalatoDaId"] = new(
            "malfunzionamento.persona-assente",
            "La persona che segnala il malfunzionamento non è più tra quelle registrate: esci, accedi di nuovo e segnalalo."),
        ["Malfunzionamenti.ChiusoDaId"] = new(
            "malfunzionamento.chiusura-assente",
            "La persona che dice che il portale funziona di nuovo non è più tra quelle registrate: esci, accedi di nuovo e riprova."),
        ["Lotti.ConvenzioneId"] = new(
            "lotto.convenzione-assente",
            "La Convenzione di questo Lotto non c'è più: torna all'elenco delle Convenzioni e aggiungilo a un'altra."),
        ["Capienze.LottoId"] = new("capienza.lotto-assente", "Il Lotto di questo massimale non c'è più: torna alla pagina della Convenzione e ricaricala."),
        ["MovimentiCapienza.LottoId"] = new(
            "capienza.movimento-senza-lotto",
            "Il Lotto di questo movimento non c'è più: torna alla pagina della Convenzione e scegli il Lotto di nuovo."),
        ["Appartenenze.PersonaId"] = new(
            "ruolo.persona-assente",
            "La persona a cui assegni il ruolo non è più tra quelle registrate: torna all'elenco delle persone e cercala di nuovo."),
        ["Appartenenze.EnteId"] = new(
            "ruolo.ente-assente",
            "L'Ente scelto per il ruolo non è più tra quelli registrati: ricarica la pagina e scegline un altro.", "Ente"),
        ["IdentitaPersone.PersonaId"] = new("identita.persona-assente", "La persona non è più tra quelle di CigHub: ricarica la pagina e riprova."),
        ["RegistrazioniPortale.PersonaId"] = new(
            "registrazione.persona-assente",
            "La persona da registrare al portale non è più tra quelle di CigHub: esci, accedi di nuovo e riprova."),
        ["RegistrazioniPortale.EnteId"] = new(
            "registrazione.ente-assente",
            "L'Ente per cui ti registri al portale non è più tra quelli di CigHub: esci, scegli il ruolo giusto e riprova."),
        ["Deleghe.EnteId"] = new("delega.ente-assente", "L'Ente della delega non è più tra quelli di CigHub: ricarica la pagina e riprova."),
        ["Deleghe.DeleganteId"] = new("delega.rup-assente", "Il RUP che delega non è più tra le persone registrate: esci, accedi di nuovo e riprova."),
        ["Deleghe.DelegatoId"] = new(
            "delega.persona-assente", "La persona delegata non è più tra quelle registrate: ricarica la pagina e scegline un'altra.", "Delegato"),
        ["Deleghe.NominaId"] = new("delega.nomina-assente", "La nomina del RUP che delega non c'è più: ricarica la pagina e riprova."),
        ["Deleghe.PostoId"] = new(
            "delega.ruolo-assente", "Il ruolo della persona delegata non c'è più: ricarica la pagina e scegli un'altra persona.", "Delegato"),
        ["Deleghe.ConvenzioneId"] = new(
            "delega.convenzione-assente", "La Convenzione della delega non c'è più: ricarica la pagina e scegline un'altra.", "Convenzione"),
        ["AffidamentiDelegati.DelegaId"] = new("delega.assente", "Questa delega non c'è più: ricarica la pagina e conferiscila di nuovo."),
        ["AffidamentiDelegati.AffidamentoId"] = new(
            "delega.affidamento-assente", "Uno degli affidamenti scelti non c'è più: ricarica la pagina e scegli tra i tuoi.", "Ambito"),
        ["DichiarazioniConflitto.PersonaId"] = new(
            "conflitto.persona-assente",
            "La persona che dichiara il conflitto non è più tra quelle registrate: esci, accedi di nuovo e ripeti la dichiarazione."),
        ["DichiarazioniConflitto.PassatoA"] = new(
            "conflitto.collega-assente",
            "La persona a cui passa l'affidamento non è più tra quelle registrate: ricarica la pagina e scegli un altro collega.", "NuovoRupId"),
        ["DichiarazioniConflitto.DecisaDaId"] = new(
            "conflitto.decide-assente",
            "Chi decide sul conflitto non è più tra le persone registrate: esci, accedi di nuovo e ripeti la decisione."),
        ["DichiarazioniConflitto.ConvenzioneId"] = new(
            "conflitto.convenzione-assente",
            "La Convenzione della dichiarazione non c'è più: ricarica la pagina e ripeti la dichiarazione."),
        ["DichiarazioniConflitto.AffidamentoId"] = new(
            "conflitto.affidamento-assente",
            "L'affidamento della dichiarazione non c'è più: torna all'elenco degli affidamenti e ripetila da un altro."),
    };
}
