using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Convenzioni.Elenco;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>The part of the table of words about Convenzioni, people, Enti and what the office keeps.</summary>
public static partial class DataWords
{
    private static Dictionary<string, (string Nome, Dictionary<string, Datum> Dati)> WordsOfOffice() => new()
    {
        ["ElencoCaricato"] = ("Elenco del portale", new()
        {
            ["Righe"] = _text.Detto("Righe"),
            ["Cig"] = _text.Detto("CIG registrati"),
            ["Aggiornamenti"] = _text.Detto("Affidamenti aggiornati"),
            ["Adottati"] = _text.Detto("Adesioni adottate"),
            ["CaricatoDa"] = _persona.Detto("Caricato da"),
            ["CaricatoIl"] = _istante.Detto("Caricato il"),
            ["EnteId"] = _tecnico,
            ["File.Nome"] = _text.Detto("File"),
            ["File.Byte"] = _tecnico,
            ["File.Sha256"] = _tecnico,
            ["File.TipoContenuto"] = _tecnico,
            ["Sha256"] = _tecnico,
        }),
        ["Sollecito"] = ("Sollecito", new() { ["AffidamentoId"] = _tecnico, ["Giorno"] = _giorno.Detto("Giorno") }),
        ["AvvisoSilenziato"] = ("Avviso silenziato", new()
        {
            ["EnteId"] = _tecnico,
            ["FinoAl"] = _giorno.Detto("Fino al"),
            ["Gravita"] = Scelta<GravitaAvviso>(g => g.Word()).Detto("Gravità"),
            ["LottoId"] = _tecnico,
            ["Motivo"] = _text.Detto("Motivo"),
            ["Tipo"] = Scelta<TipoAvviso>(t => t.Word()).Detto("Avviso"),
        }),
        ["FileOpenData"] = ("File degli open data", new()),
        ["DifferenzaOpenData"] = ("Differenza con gli open data", new()),
        ["Rilievo"] = ("Rilievo", new()),
        ["Malfunzionamento"] = ("Malfunzionamento del portale", new()
        {
            ["Dal"] = _istante.Detto("Cominciato il"),
            ["Al"] = _istante.Detto("Finito il"),
            ["Nota"] = _text.Detto("Nota"),
            ["SegnalatoDaId"] = _persona.Detto("Segnalato da"),
            ["ChiusoDaId"] = _persona.Detto("Chiuso da"),
        }),
        ["PercorsoPortale"] = ("Percorso del portale", new()
        {
            ["Versione"] = _text.Detto("Versione"),
            ["Nota"] = _text.Detto("Nota"),
            ["PubblicatoIl"] = _istante.Detto("Pubblicato il"),
            ["Passi"] = _elenco.Detto("Passi", "Testo"),
        }),
        ["ListaImportata"] = ("Lista di codici", new()
        {
            ["IdTipologica"] = _lista.Detto("Lista"),
            ["NomeFile"] = _text.Detto("File"),
            ["ImportataDa"] = _persona.Detto("Importata da"),
            ["ImportataIl"] = _istante.Detto("Importata il"),
            ["Impronta"] = _tecnico,
        }),
        ["Convenzione"] = ("Convenzione", new()
        {
            ["Titolo"] = _text.Detto("Titolo"),
            ["DataBando"] = _giorno.Detto("Data del bando"),
            ["Disciplina"] = Scelta<DisciplinaApplicabile>(d => d.Word()).Detto("Disciplina applicabile"),
            ["AdesioniDal"] = _giorno.Detto("Primo giorno per aderire"),
            ["AdesioniAl"] = _giorno.Detto("Ultimo giorno per aderire"),
            ["ChiusaDal"] = _giorno.Detto("Chiusa dal"),
            ["ConfrontoCompetitivo"] = _siNo.Detto("Confronto competitivo"),
            ["DichiarazioniAl"] = _giorno.Detto("Dichiarazioni valide fino al"),
            ["DurataMassimaMesi"] = _text.Detto("Durata massima, in mesi"),
            ["EntiAmmessi"] = _elenco.Detto("Enti ammessi", "Denominazione"),
            ["Erosione"] = Scelta<ErosioneMassimale>(e => e.Word()).Detto("Che cosa consuma il massimale"),
            ["OpzioniPreviste"] = _siNo.Detto("Opzioni o rinnovi previsti"),
            ["QuintoPrevisto"] = _siNo.Detto("Quinto d'obbligo previsto"),
            ["OrdineMinimo"] = _euro.Detto("Ordine minimo"),
            ["CriterioFornitori"] = Scelta<CriterioFornitore>(c => c.Word()).Detto("Scelta tra più fornitori"),
            ["SogliaApprovazione"] = _euro.Detto("Soglia di approvazione"),
            ["Soglie.GiorniBloccata"] = _text.Detto("Capienza bloccata, primo avviso dopo giorni"),
            ["Soglie.GiorniBloccataLunga"] = _text.Detto("Capienza bloccata, secondo avviso dopo giorni"),
            ["Soglie.GiorniComunicazione"] = _text.Detto("Senza comunicazioni di CMRC, avviso dopo giorni"),
            ["Soglie.MesiPerLaGara"] = _text.Detto("Mesi per la nuova gara"),
            ["Soglie.ResiduoBasso"] = _text.Detto("Residuo, primo avviso sotto il %"),
            ["Soglie.ResiduoMedio"] = _text.Detto("Residuo, secondo avviso sotto il %"),
            ["Soglie.ResiduoMinimo"] = _text.Detto("Residuo, avviso urgente sotto il %"),
        }),
        ["Lotto"] = ("Lotto", new()
        {
            ["Numero"] = _text.Detto("Numero"),
            ["Oggetto"] = _text.Detto("Oggetto"),
            ["CigPadre"] = _text.Detto("CIG Padre"),
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
            ["Fino"] = _giorno.Detto("Fino al giorno prima del"),
            ["RegistrataIl"] = _giorno.Detto("Registrato il"),
            ["PersonaId"] = _persona.Detto("Persona"),
            ["Motivo"] = _text.Detto("Motivo"),
            ["Incarico"] = _text.Detto("Incarico"),
            ["Esterno"] = _siNo.Detto("Esterno all'Ente"),
            ["Atto.Tipo"] = Scelta<TipoAttoDiNomina>(t => t.Nome()).Detto("Atto di nomina"),
            ["Atto.Numero"] = _text.Detto("Numero dell'atto"),
            ["Atto.Data"] = _giorno.Detto("Data dell'atto"),
            ["Atto.EmanatoDa"] = _text.Detto("Emanato da"),
            ["EnteId"] = _tecnico,
        }),
        ["Delega"] = ("Delega", new()
        {
            ["DeleganteId"] = _persona.Detto("Delegata da (RUP)"),
            ["DelegatoId"] = _persona.Detto("Delegato"),
            ["Ambito"] = Scelta<AmbitoDelega>(a => a switch
            {
                AmbitoDelega.Scelti => "Affidamenti scelti",
                AmbitoDelega.Convenzione => "Gli affidamenti del RUP su una Convenzione",
                AmbitoDelega.Tutti => "Tutti gli affidamenti del RUP",
                _ => null,
            }),
            ["Compila"] = _siNo.Detto("Compila la scheda"),
            ["OperaSulPortale"] = _siNo.Detto("Opera sul portale"),
            ["RegistraEsito"] = _siNo.Detto("Registra il CIG o l'esito"),
            ["TieneFascicolo"] = _siNo.Detto("Tiene il fascicolo"),
            ["Dal"] = _giorno.Detto("Dal"),
            ["Al"] = _giorno.Detto("Ultimo giorno"),
            ["Atto.Tipo"] = Scelta<TipoAttoDiNomina>(t => t.Nome()).Detto("Atto di delega"),
            ["Atto.Numero"] = _text.Detto("Numero dell'atto"),
            ["Atto.Data"] = _giorno.Detto("Data dell'atto"),
            ["Atto.Protocollo"] = _text.Detto("Protocollo"),
            ["ConferitaIl"] = _istante.Detto("Conferita il"),
            ["RevocataIl"] = _istante.Detto("Revocata il"),
            ["MotivoRevoca"] = _text.Detto("Motivo della revoca"),
            ["ConvenzioneId"] = _tecnico,
            ["EnteId"] = _tecnico,
            ["NominaId"] = _tecnico,
            ["PostoId"] = _tecnico,
        }),
        ["AffidamentoDelegato"] = ("Affidamento delegato", new()
        {
            ["DelegatoIl"] = _istante.Detto("Delegato il"),
            ["AffidamentoId"] = _tecnico,
            ["DelegaId"] = _tecnico,
        }),
        ["DichiarazioneConflitto"] = ("Dichiarazione di conflitto", new()
        {
            ["Esito"] = Scelta<EsitoDichiarazione>(e => e == EsitoDichiarazione.NessunConflitto ? "Nessun conflitto" : "Conflitto"),
            ["Natura"] = Scelta<NaturaConflitto>(n => n.Parola()),
            ["PersonaId"] = _persona.Detto("Dichiarata da"),
            ["PassatoA"] = _persona.Detto("Passato a"),
            ["Decisione"] = Scelta<DecisioneConflitto>(d => d.Parola()),
            ["DecisaDaId"] = _persona.Detto("Decisa da"),
            ["DecisaIl"] = _istante.Detto("Decisa il"),
            ["MotivoDecisione"] = _text.Detto("Motivo della decisione"),
            ["ValidaAl"] = _giorno.Detto("Valida fino al"),
            ["Fornitore"] = _text.Detto("Fornitore"),
            ["Utc"] = _istante.Detto("Dichiarata il"),
            ["AffidamentoId"] = _tecnico,
            ["ConvenzioneId"] = _tecnico,
            ["FornitoreCodice"] = _tecnico,
            ["Versione"] = _tecnico,
        }),
        ["Ente"] = ("Ente", new()
        {
            ["Denominazione"] = _text.Detto("Denominazione"),
            ["CodiceFiscale"] = _text.Detto("Codice fiscale"),
            ["PartitaIva"] = _text.Detto("Partita IVA"),
            ["CodiceAusa"] = _text.Detto("Codice AUSA"),
            ["CodiceIpa"] = _text.Detto("Codice IPA"),
            ["Pec"] = _text.Detto("PEC"),
            ["Luogo"] = Voce("codIstat").Detto("Comune"),
            ["ChiusoDal"] = _giorno.Detto("Chiuso dal"),
            ["Sede.Indirizzo"] = _text.Detto("Indirizzo"),
            ["Sede.Cap"] = _text.Detto("CAP"),
            ["Sede.Citta"] = _text.Detto("Città"),
            ["Sede.Provincia"] = _text.Detto("Provincia"),
            ["CentriDiCosto"] = _elenco.Detto("Centri di costo", "Denominazione"),
        }),
        ["Persona"] = ("Persona", new()
        {
            ["Attiva"] = _siNo.Detto("Attiva"),
            ["LimitataDal"] = _giorno.Detto("Nome limitato dal"),
            ["Vincolo"] = _text.Detto("Vincolo"),
            ["Cancellazione.ChiestaDa"] = _persona.Detto("Cancellazione chiesta da"),
            ["Cancellazione.ChiestaIl"] = _giorno.Detto("Cancellazione chiesta il"),
            ["Cancellazione.Atto"] = _text.Detto("Atto della cancellazione"),
            ["Cancellazione.Autorizzazione"] = _text.Detto("Autorizzazione alla cancellazione"),
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
            ["MotivoSospensione"] = _text.Detto("Motivo della sospensione"),
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
            ["Ente"] = _text.Detto("Ente"),
            ["CodiceFiscaleEnte"] = _text.Detto("Codice fiscale dell'Ente"),
            ["Motivo"] = _text.Detto("Motivo"),
            ["DecisaDa"] = _persona.Detto("Decisa da"),
            ["DecisaIl"] = _istante.Detto("Decisa il"),
            ["PresentataIl"] = _istante.Detto("Presentata il"),
            ["PersonaId"] = _persona.Detto("Persona"),
        }),
        ["ContenutoFile"] = ("File", []),
    };
}
