using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Convenzioni;
using CigHub.Web.Security;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>The words, by the names that stand in the registro.</summary>
public static partial class ParoleDeiDati
{
    private static Dictionary<string, (string Nome, Dictionary<string, Dato> Dati)> Tabella() => new()
    {
        ["Affidamento"] = ("Affidamento", new()
        {
            ["Stato"] = Scelta<StatoAffidamento>(s => s.Nome()),
            ["RupId"] = _persona.Detto("RUP"),
            ["AutoreId"] = _persona.Detto("Preparato da"),
            ["InviatoDaId"] = _persona.Detto("Inviato da"),
            ["ApprovatoDaId"] = _persona.Detto("Approvato da"),
            ["ApprovatoIl"] = _istante.Detto("Approvato il"),
            ["CreatoIl"] = _istante.Detto("Creato il"),
            ["RichiestoIl"] = _istante.Detto("Richiesta avviata il"),
            ["RilettoIl"] = _istante.Detto("Riletto sul portale il"),
            ["MotivoBandoSuccessivo"] = _testo.Detto("Motivo della scheda AD4"),
            ["NotaRitorno"] = _testo.Detto("Nota di restituzione o risposta del portale"),
            ["Ritorno"] = Scelta<MotivoRitorno>(r => r switch
            {
                MotivoRitorno.Nessuno => "Nessun ritorno",
                MotivoRitorno.RifiutatoDalPortale => "Rifiutato dal portale",
                MotivoRitorno.Restituito => "Restituito da chi approva",
                _ => null,
            }).Detto("Motivo del ritorno in lavorazione"),
            ["InviatoAlPortale"] = _siNo.Detto("Scheda già sul portale"),
            ["Pregresso"] = _siNo.Detto("Adesione già fatta"),
            ["Portale.RegistroDiSistema"] = _testo.Detto("Registro di Sistema"),
            ["Portale.FascicoloDiSistema"] = _testo.Detto("Fascicolo di Sistema"),
            ["Portale.DataInvio"] = _giorno.Detto("Data Invio"),
            ["Portale.Stato"] = _testo.Detto("Stato sul portale"),
            ["Portale.StatoAffidamento"] = _testo.Detto("Stato Affidamento sul portale"),
            ["Portale.StatoSchedaPcp"] = _testo.Detto("Stato Scheda PCP sul portale"),
            ["VersionePercorso"] = _testo.Detto("Versione del percorso"),
            ["ImportoAppalto"] = _euro.Detto("Importo dell'affidamento"),
            ["Anno"] = _tecnico,
            ["Progressivo"] = _tecnico,
            ["EnteId"] = _tecnico,
            ["LottoId"] = _tecnico,
            ["Fascicolo.AliquotaIva"] = _percento.Detto("Aliquota IVA"),
            ["Fascicolo.Impegno"] = _testo.Detto("Impegno"),
            ["Fascicolo.Capitolo"] = _testo.Detto("Capitolo"),
            ["Fascicolo.ContrattoDal"] = _giorno.Detto("Primo giorno del contratto"),
            ["Fascicolo.ContrattoAl"] = _giorno.Detto("Ultimo giorno del contratto"),
            ["statoBozza"] = _tecnico,
        }),
        ["Aggiudicazione"] = ("Adesione", new()
        {
            ["Stato"] = Scelta<StatoAggiudicazione>(s => s switch
            {
                StatoAggiudicazione.DaRichiedere => "CIG da richiedere",
                StatoAggiudicazione.InRichiesta => "CIG in richiesta",
                StatoAggiudicazione.DaVerificare => "Esito da verificare",
                StatoAggiudicazione.Acquisita => "CIG acquisito",
                StatoAggiudicazione.Annullata => "Annullata",
                _ => null,
            }),
            ["CigDerivato"] = _testo.Detto("CIG Derivato"),
            ["AffidamentoId"] = _tecnico,
            ["Indice"] = _tecnico,
        }),
        ["Capienza"] = ("Capienza del Lotto", new()
        {
            ["Massimale"] = _euro.Detto("Massimale"),
            ["MassimaleIniziale"] = _euro.Detto("Massimale iniziale"),
            ["Riservato"] = _euro.Detto("Riservato"),
            ["Aderito"] = _euro.Detto("Aderito"),
            ["AltreAdesioni"] = _euro.Detto("Adesioni di altri Enti"),
            ["AltreAdesioniAl"] = _giornoDellIstante.Detto("Adesioni di altri Enti comunicate il"),
            ["SforamentoDaRegolarizzare"] = _siNo.Detto("Sforamento da regolarizzare"),
        }),
        ["MovimentoCapienza"] = ("Movimento di capienza", new()
        {
            ["Tipo"] = Scelta<TipoMovimento>(t => t.Parola()),
            ["Importo"] = _euro.Detto("Importo"),
            ["Protocollo"] = _testo.Detto("Protocollo"),
            ["DataAtto"] = _giorno.Detto("Data dell'atto"),
            ["Riferimento"] = _testo.Detto("Riferimento"),
            ["AggiudicazioneId"] = _tecnico,
            ["LottoId"] = _tecnico,
            ["Utc"] = _tecnico,
        }),
        ["Atto"] = ("Atto del fascicolo", new()
        {
            ["AggiuntoIl"] = _istante.Detto("Aggiunto il"),
            ["Dati.Tipo"] = Scelta<TipoAtto>(t => t.Nome()).Detto("Tipo"),
            ["Dati.Numero"] = _testo.Detto("Numero"),
            ["Dati.Data"] = _giorno.Detto("Data"),
            ["Dati.Protocollo"] = _testo.Detto("Protocollo"),
            ["Dati.Importo"] = _euro.Detto("Importo"),
            ["Dati.ValidoFinoAl"] = _giorno.Detto("Valido fino al"),
            ["File.Nome"] = _testo.Detto("File"),
            ["File.Byte"] = _tecnico,
            ["File.Sha256"] = _tecnico,
            ["File.TipoContenuto"] = _tecnico,
            ["AffidamentoId"] = _tecnico,
        }),
        ["OperazionePortale"] = ("Operazione sul portale", new()
        {
            ["Tipo"] = Scelta<TipoOperazione>(t => t.Nome()),
            ["Stato"] = Scelta<StatoOperazione>(s => s.Nome()),
            ["AvviataIl"] = _istante.Detto("Avviata il"),
            ["ChiusaIl"] = _istante.Detto("Chiusa il"),
            ["AffidamentoId"] = _tecnico,
            ["Dati.Motivo"] = _testo.Detto("Motivo"),
            ["Dati.Importo"] = _euro.Detto("Importo"),
            ["Dati.ImportoPrima"] = _euro.Detto("Importo precedente"),
            ["Dati.Cup"] = _elenco.Detto("CUP"),
            ["Dati.CupPrima"] = _elenco.Detto("CUP precedente"),
            ["Dati.NumeroAtto"] = _testo.Detto("Numero dell'atto"),
            ["Dati.DataAtto"] = _giorno.Detto("Data dell'atto"),
            ["Dati.Decorrenza"] = _giorno.Detto("Decorrenza"),
            ["Dati.RupPrecedenteId"] = _persona.Detto("RUP precedente"),
            ["Dati.NuovoRupId"] = _persona.Detto("Nuovo RUP"),
            ["Dati.Risposta"] = _testo.Detto("Risposta del portale"),
            ["AggiudicazioneId"] = _tecnico,
        }),
        ["ElencoCaricato"] = ("Elenco del portale", new()
        {
            ["Righe"] = _testo.Detto("Righe"),
            ["Cig"] = _testo.Detto("CIG registrati"),
            ["Aggiornamenti"] = _testo.Detto("Affidamenti aggiornati"),
            ["Adottati"] = _testo.Detto("Adesioni adottate"),
            ["CaricatoDa"] = _persona.Detto("Caricato da"),
            ["CaricatoIl"] = _istante.Detto("Caricato il"),
            ["EnteId"] = _tecnico,
            ["File.Nome"] = _testo.Detto("File"),
            ["File.Byte"] = _tecnico,
            ["File.Sha256"] = _tecnico,
            ["File.TipoContenuto"] = _tecnico,
            ["Sha256"] = _tecnico,
        }),
        ["Malfunzionamento"] = ("Malfunzionamento del portale", new()
        {
            ["Dal"] = _istante.Detto("Cominciato il"),
            ["Al"] = _istante.Detto("Finito il"),
            ["Nota"] = _testo.Detto("Nota"),
            ["SegnalatoDaId"] = _persona.Detto("Segnalato da"),
            ["ChiusoDaId"] = _persona.Detto("Chiuso da"),
        }),
        ["PercorsoPortale"] = ("Percorso del portale", new()
        {
            ["Versione"] = _testo.Detto("Versione"),
            ["Nota"] = _testo.Detto("Nota"),
            ["PubblicatoIl"] = _istante.Detto("Pubblicato il"),
            ["Passi"] = _elenco.Detto("Passi", "Testo"),
        }),
        ["ListaImportata"] = ("Lista di codici", new()
        {
            ["IdTipologica"] = _lista.Detto("Lista"),
            ["NomeFile"] = _testo.Detto("File"),
            ["ImportataDa"] = _persona.Detto("Importata da"),
            ["ImportataIl"] = _istante.Detto("Importata il"),
            ["Impronta"] = _tecnico,
        }),
        ["Convenzione"] = ("Convenzione", new()
        {
            ["Titolo"] = _testo.Detto("Titolo"),
            ["DataBando"] = _giorno.Detto("Data del bando"),
            ["Disciplina"] = Scelta<DisciplinaApplicabile>(d => d.Parola()).Detto("Disciplina applicabile"),
            ["AdesioniDal"] = _giorno.Detto("Primo giorno per aderire"),
            ["AdesioniAl"] = _giorno.Detto("Ultimo giorno per aderire"),
            ["ChiusaDal"] = _giorno.Detto("Chiusa dal"),
            ["ConfrontoCompetitivo"] = _siNo.Detto("Confronto competitivo"),
            ["DichiarazioniAl"] = _giorno.Detto("Dichiarazioni valide fino al"),
            ["DurataMassimaMesi"] = _testo.Detto("Durata massima, in mesi"),
            ["Erosione"] = Scelta<ErosioneMassimale>(e => e.Parola()).Detto("Che cosa consuma il massimale"),
            ["OpzioniPreviste"] = _siNo.Detto("Opzioni o rinnovi previsti"),
            ["QuintoPrevisto"] = _siNo.Detto("Quinto d'obbligo previsto"),
            ["OrdineMinimo"] = _euro.Detto("Ordine minimo"),
            ["SogliaApprovazione"] = _euro.Detto("Soglia di approvazione"),
        }),
        ["Lotto"] = ("Lotto", new()
        {
            ["Numero"] = _testo.Detto("Numero"),
            ["Oggetto"] = _testo.Detto("Oggetto"),
            ["CigPadre"] = _testo.Detto("CIG Padre"),
            ["EsitoPadre"] = Scelta<EsitoPadre>(e => e.Nome()).Detto("Verifica del CIG Padre"),
            ["PadreVerificatoIl"] = _giorno.Detto("CIG Padre verificato il"),
            ["ChiusoDal"] = _giorno.Detto("Chiuso dal"),
            ["Caratteristiche.Categoria"] = Voce("categoria").Detto("Categoria"),
            ["Caratteristiche.Ccnl"] = Voce("ccnl").Detto("CCNL"),
            ["Caratteristiche.Cpv"] = Voce("CPV").Detto("CPV"),
            ["Caratteristiche.DataAggiudicazione"] = _giorno.Detto("Data di aggiudicazione"),
            ["Caratteristiche.Nuts"] = Voce("codNUTS").Detto("Luogo (NUTS)"),
            ["Caratteristiche.OggettoContratto"] = Voce("oggettoContratto").Detto("Tipo di appalto"),
            ["ConvenzioneId"] = _tecnico,
            ["Fornitori"] = _elenco.Detto("Fornitori", "Denominazione"),
        }),
        ["Appartenenza"] = ("Assegnazione del ruolo", new()
        {
            ["Ruolo"] = _ruolo.Detto("Ruolo"),
            ["Dal"] = _giorno.Detto("Dal"),
            ["Fino"] = _giorno.Detto("Fino al"),
            ["RegistrataIl"] = _giorno.Detto("Registrato il"),
            ["PersonaId"] = _persona.Detto("Persona"),
            ["Motivo"] = _testo.Detto("Motivo"),
            ["Incarico"] = _testo.Detto("Incarico"),
            ["Esterno"] = _siNo.Detto("Esterno all'Ente"),
            ["Atto.Tipo"] = Scelta<TipoAttoDiNomina>(t => t.Nome()).Detto("Atto di nomina"),
            ["Atto.Numero"] = _testo.Detto("Numero dell'atto"),
            ["Atto.Data"] = _giorno.Detto("Data dell'atto"),
            ["Atto.EmanatoDa"] = _testo.Detto("Emanato da"),
            ["EnteId"] = _tecnico,
        }),
        ["DichiarazioneConflitto"] = ("Dichiarazione di conflitto", new()
        {
            ["Esito"] = Scelta<EsitoDichiarazione>(e => e == EsitoDichiarazione.NessunConflitto ? "Nessun conflitto" : "Conflitto"),
            ["Natura"] = Scelta<NaturaConflitto>(n => n.Parola()),
            ["PersonaId"] = _persona.Detto("Dichiarata da"),
            ["PassatoA"] = _persona.Detto("Passato a"),
            ["ValidaAl"] = _giorno.Detto("Valida fino al"),
            ["Fornitore"] = _testo.Detto("Fornitore"),
            ["Utc"] = _istante.Detto("Dichiarata il"),
            ["AffidamentoId"] = _tecnico,
            ["ConvenzioneId"] = _tecnico,
            ["FornitoreCodice"] = _tecnico,
            ["Versione"] = _tecnico,
        }),
        ["Ente"] = ("Ente", new()
        {
            ["Denominazione"] = _testo.Detto("Denominazione"),
            ["CodiceFiscale"] = _testo.Detto("Codice fiscale"),
            ["PartitaIva"] = _testo.Detto("Partita IVA"),
            ["CodiceAusa"] = _testo.Detto("Codice AUSA"),
            ["CodiceIpa"] = _testo.Detto("Codice IPA"),
            ["Pec"] = _testo.Detto("PEC"),
            ["Luogo"] = Voce("codIstat").Detto("Comune"),
            ["ChiusoDal"] = _giorno.Detto("Chiuso dal"),
            ["Sede.Indirizzo"] = _testo.Detto("Indirizzo"),
            ["Sede.Cap"] = _testo.Detto("CAP"),
            ["Sede.Citta"] = _testo.Detto("Città"),
            ["Sede.Provincia"] = _testo.Detto("Provincia"),
            ["CentriDiCosto"] = _elenco.Detto("Centri di costo", "Denominazione"),
        }),
        ["Persona"] = ("Persona", new()
        {
            ["Attiva"] = _siNo.Detto("Attiva"),
            ["LimitataDal"] = _giorno.Detto("Nome limitato dal"),
            ["Vincolo"] = _testo.Detto("Vincolo"),
            ["Cancellazione.ChiestaDa"] = _persona.Detto("Cancellazione chiesta da"),
            ["Cancellazione.ChiestaIl"] = _giorno.Detto("Cancellazione chiesta il"),
            ["Cancellazione.Atto"] = _testo.Detto("Atto della cancellazione"),
            ["Cancellazione.Autorizzazione"] = _testo.Detto("Autorizzazione alla cancellazione"),
            ["CancellataIl"] = _giorno.Detto("Nome cancellato il"),
        }),
        ["IdentitaPersona"] = ("Identità della persona", new() { ["Dal"] = _istante.Detto("Vale dal"), ["PersonaId"] = _persona.Detto("Persona") }),
        ["RegistrazionePortale"] = ("Registrazione al portale", new()
        {
            ["Stato"] = Scelta<StatoRegistrazione>(s => s.Nome()),
            ["RichiestaIl"] = _giorno.Detto("Richiesta il"),
            ["SollecitataIl"] = _giorno.Detto("Sollecitata il"),
            ["CredenzialiIl"] = _giorno.Detto("Credenziali ricevute il"),
            ["PasswordCambiataIl"] = _giorno.Detto("Password cambiata il"),
            ["AttivaDal"] = _giorno.Detto("Attiva dal"),
            ["SospesaDal"] = _giorno.Detto("Sospesa dal"),
            ["SospesaDallUfficio"] = _siNo.Detto("Sospesa dall'ufficio"),
            ["MotivoSospensione"] = _testo.Detto("Motivo della sospensione"),
            ["PersonaId"] = _persona.Detto("Persona"),
            ["EnteId"] = _tecnico,
        }),
        ["RichiestaDiAccesso"] = ("Richiesta di accesso", new()
        {
            ["Stato"] = Scelta<StatoRichiestaAccesso>(s => s switch
            {
                StatoRichiestaAccesso.InAttesa => "In attesa",
                StatoRichiestaAccesso.Approvata => "Approvata",
                StatoRichiestaAccesso.Respinta => "Respinta",
                _ => null,
            }),
            ["Ruolo"] = _ruolo.Detto("Ruolo"),
            ["Ente"] = _testo.Detto("Ente"),
            ["CodiceFiscaleEnte"] = _testo.Detto("Codice fiscale dell'Ente"),
            ["Motivo"] = _testo.Detto("Motivo"),
            ["DecisaDa"] = _persona.Detto("Decisa da"),
            ["DecisaIl"] = _istante.Detto("Decisa il"),
            ["PresentataIl"] = _istante.Detto("Presentata il"),
            ["PersonaId"] = _persona.Detto("Persona"),
        }),
        ["ContenutoFile"] = ("File", []),
    };
}
