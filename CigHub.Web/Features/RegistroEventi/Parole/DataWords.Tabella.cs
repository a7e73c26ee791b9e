using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Convenzioni.Elenco;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>
/// The table of words for the objects and values in the registro, by their stored names, and its part about an Affidamento and what belongs
/// to one.
/// </summary>
public static partial class DataWords
{
    private static Dictionary<string, (string Nome, Dictionary<string, Datum> Dati)> Table() =>
        new(WordsOfAffidamenti().Concat(WordsOfOffice()).Concat(WordsOfAudits()).Concat(WordsOfDueDiligence()));

    private static Dictionary<string, (string Nome, Dictionary<string, Datum> Dati)> WordsOfAffidamenti() => new()
    {
        ["Affidamento"] = ("Affidamento", new()
        {
            ["Stato"] = Scelta<StatoAffidamento>(s => s.Nome()),
            ["RupId"] = _persona.Detto("RUP"),
            ["RupDal"] = _istante.Detto("RUP dal"),
            ["AutoreId"] = _persona.Detto("Preparato da"),
            ["InviatoDaId"] = _persona.Detto("Inviato da"),
            ["ApprovatoDaId"] = _persona.Detto("Approvato da"),
            ["ApprovatoIl"] = _istante.Detto("Approvato il"),
            ["CreatoIl"] = _istante.Detto("Creato il"),
            ["RichiestoIl"] = _istante.Detto("Richiesta avviata il"),
            ["SchedaDal"] = _istante.Detto("Scheda sul portale dal"),
            ["RilettoIl"] = _istante.Detto("Riletto sul portale il"),
            ["MotivoBandoSuccessivo"] = _text.Detto("Motivo della scheda AD4"),
            ["CriterioScelta"] = Scelta<CriterioFornitore>(c => c.Word()).Detto("Criterio di scelta del fornitore"),
            ["MotivoScelta"] = _text.Detto("Motivo della scelta del fornitore"),
            ["NotaRitorno"] = _text.Detto("Nota di restituzione o risposta del portale"),
            ["Ritorno"] = Scelta<MotivoRitorno>(r => r switch
            {
                MotivoRitorno.Nessuno => "Nessun ritorno",
                MotivoRitorno.RifiutatoDalPortale => "Rifiutato dal portale",
                MotivoRitorno.Restituito => "Restituito da chi approva",
                _ => null,
            }).Detto("Motivo del ritorno in lavorazione"),
            ["InviatoAlPortale"] = _siNo.Detto("Scheda già sul portale"),
            ["Pregresso"] = _siNo.Detto("Adesione pregressa"),
            ["Portale.RegistroDiSistema"] = _text.Detto("Registro di Sistema"),
            ["Portale.FascicoloDiSistema"] = _text.Detto("Fascicolo di Sistema"),
            ["Portale.DataInvio"] = _giorno.Detto("Data Invio"),
            ["Portale.Stato"] = _text.Detto("Stato sul portale"),
            ["Portale.StatoAffidamento"] = _text.Detto("Stato Affidamento sul portale"),
            ["Portale.StatoSchedaPcp"] = _text.Detto("Stato Scheda PCP sul portale"),
            ["InListaDal"] = _istante.Detto("In lista d'attesa dal"),
            ["CapienzaChiestaIl"] = _istante.Detto("Conferma di capienza chiesta il"),
            ["Conferma.Importo"] = _euro.Detto("Importo confermato da CMRC"),
            ["Conferma.Tenuto"] = _euro.Detto("Capienza tenuta dalla conferma"),
            ["Conferma.Giorno"] = _giorno.Detto("Giorno della conferma"),
            ["Conferma.ValidaFinoAl"] = _giorno.Detto("Conferma valida fino al"),
            ["Conferma.RegistrataIl"] = _istante.Detto("Conferma registrata il"),
            ["Conferma.Stato"] = Scelta<StatoConferma>(s => s.Word()).Detto("Stato della conferma"),
            ["Conferma.AttoId"] = _tecnico,
            ["Conferma.IdPartecipante"] = _tecnico,
            ["VersionePercorso"] = _text.Detto("Versione del percorso"),
            ["ImportoAppalto"] = _euro.Detto("Importo dell'affidamento"),
            ["Anno"] = _tecnico,
            ["Progressivo"] = _tecnico,
            ["EnteId"] = _tecnico,
            ["LottoId"] = _tecnico,
            ["Fascicolo.AliquotaIva"] = _percento.Detto("Aliquota IVA"),
            ["Fascicolo.RegimeIva"] = Scelta<RegimeIva>(r => r.Nome()).Detto("Regime IVA"),
            ["Fascicolo.Impegno"] = _text.Detto("Impegno"),
            ["Fascicolo.Capitolo"] = _text.Detto("Capitolo"),
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
            ["CigDerivato"] = _text.Detto("CIG Derivato"),
            ["AffidamentoId"] = _tecnico,
            ["Indice"] = _tecnico,
        }),
        ["Capienza"] = ("Capienza del Lotto", new()
        {
            ["Massimale"] = _euro.Detto("Massimale"),
            ["MassimaleIniziale"] = _euro.Detto("Massimale iniziale"),
            ["Riservato"] = _euro.Detto("In corso di adesione"),
            ["Aderito"] = _euro.Detto("Aderito"),
            ["AltreAdesioni"] = _euro.Detto("Adesioni di altri Enti"),
            ["AltreAdesioniAl"] = _giornoDellIstante.Detto("Adesioni di altri Enti comunicate il"),
            ["SforamentoDaRegolarizzare"] = _siNo.Detto("Oltre il massimale"),
        }),
        ["MovimentoCapienza"] = ("Movimento di capienza", new()
        {
            ["Tipo"] = Scelta<TipoMovimento>(t => t.Word()),
            ["Importo"] = _euro.Detto("Importo"),
            ["Protocollo"] = _text.Detto("Protocollo"),
            ["DataAtto"] = _giorno.Detto("Data dell'atto"),
            ["Riferimento"] = _text.Detto("Riferimento"),
            ["AggiudicazioneId"] = _tecnico,
            ["LottoId"] = _tecnico,
            ["Utc"] = _tecnico,
        }),
        ["Atto"] = ("Atto del fascicolo", new()
        {
            ["AggiuntoIl"] = _istante.Detto("Aggiunto il"),
            ["Dati.Tipo"] = Scelta<TipoAtto>(t => t.Nome()).Detto("Tipo"),
            ["Dati.Numero"] = _text.Detto("Numero"),
            ["Dati.Data"] = _giorno.Detto("Data"),
            ["Dati.Protocollo"] = _text.Detto("Protocollo"),
            ["Dati.Importo"] = _euro.Detto("Importo"),
            ["Dati.ValidoFinoAl"] = _giorno.Detto("Valido fino al"),
            ["File.Nome"] = _text.Detto("File"),
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
            ["Dati.Motivo"] = _text.Detto("Motivo"),
            ["Dati.Importo"] = _euro.Detto("Importo"),
            ["Dati.ImportoPrima"] = _euro.Detto("Importo precedente"),
            ["Dati.Cup"] = _elenco.Detto("CUP"),
            ["Dati.CupPrima"] = _elenco.Detto("CUP precedente"),
            ["Dati.NumeroAtto"] = _text.Detto("Numero dell'atto"),
            ["Dati.DataAtto"] = _giorno.Detto("Data dell'atto"),
            ["Dati.Decorrenza"] = _giorno.Detto("Decorrenza"),
            ["Dati.RupPrecedenteId"] = _persona.Detto("RUP precedente"),
            ["Dati.NuovoRupId"] = _persona.Detto("Nuovo RUP"),
            ["Dati.Risposta"] = _text.Detto("Risposta del portale"),
            ["AggiudicazioneId"] = _tecnico,
        }),
        ["Tentativo"] = ("Tentativo di richiesta", new()
        {
            ["Numero"] = _text.Detto("Tentativo n."),
            ["Esito"] = Scelta<EsitoTentativo>(e => e.Nome()),
            ["CodiceAppalto"] = _text.Detto("Codice dell'affidamento"),
            ["AvviatoIl"] = _istante.Detto("Avviato il"),
            ["ChiusoIl"] = _istante.Detto("Chiuso il"),
            ["Codici"] = _text.Detto("Codici dell'errore"),
            ["Risposta"] = _text.Detto("Risposta del portale"),
            ["GuardatoIl"] = _istante.Detto("Elenco del portale guardato il"),
            ["Trovato"] = Scelta<TrovatoInElenco>(t => t.Nome()).Detto("Nell'elenco del portale"),
            ["AffidamentoId"] = _tecnico,
        }),
        ["CigInPiu"] = ("CIG in più", new()
        {
            ["Cig"] = _text.Detto("CIG da annullare"),
            ["Origine"] = Scelta<OrigineCigInPiu>(o => o == OrigineCigInPiu.Elenco ? "dall'elenco del portale" : "registrato a mano").Detto("Trovato"),
            ["TrovatoIl"] = _istante.Detto("Registrato il"),
            ["Entro"] = _giorno.Detto("Da annullare entro il"),
            ["AnnullatoIl"] = _giorno.Detto("Annullato il"),
            ["Riferimento"] = _text.Detto("Riferimento dell'annullamento"),
            ["AffidamentoId"] = _tecnico,
        }),
        ["AiutoErrore"] = ("Aiuto su un errore", new()
        {
            ["Codice"] = _text.Detto("Codice"),
            ["Testo"] = _text.Detto("Testo di ANAC"),
            ["Causa"] = _text.Detto("Causa"),
            ["CheFare"] = _text.Detto("Che cosa fare"),
            ["Rimedio"] = Scelta<Rimedio>(r => r.Nome()),
            ["AChi"] = _text.Detto("A chi chiedere"),
            ["Fonte"] = _text.Detto("Fonte"),
            ["ModificatoIl"] = _istante.Detto("Modificato il"),
        }),
    };
}
