namespace CigHub.Web.UseCases;

/// <summary>
/// The stored names of all actions that events record, with their words on screen. The names are stored for ever, so they never change.
/// </summary>
public static class Azioni
{
    public const string AccessoNegato = "accesso.negato";
    public const string AccessoLimitato = "accesso.limitato";
    public const string RuoloScelto = "accesso.ruolo-scelto";
    public const string SessioniChiuse = "persona.sessioni-chiuse";
    public const string AccessoEntrata = "accesso.entrata";
    public const string AccessoUscita = "accesso.uscita";
    public const string AccessoRifiutato = "accesso.rifiutato";
    public const string AccessoRichiesto = "accesso.richiesto";
    public const string RichiestaAccessoApprovata = "accesso.richiesta-approvata";
    public const string RichiestaAccessoRespinta = "accesso.richiesta-respinta";
    public const string NomeLimitato = "persona.nome-limitato";
    public const string LimitazioneTolta = "persona.limitazione-tolta";
    public const string VincoloPosto = "persona.vincolo-posto";
    public const string VincoloTolto = "persona.vincolo-tolto";
    public const string CancellazioneChiesta = "persona.cancellazione-chiesta";
    public const string CancellazioneRitirata = "persona.cancellazione-ritirata";
    public const string IdentitaCancellata = "persona.identita-cancellata";
    public const string IdentitaCollegata = "persona.identita-collegata";
    public const string IdentitaScollegata = "persona.identita-scollegata";
    public const string CatalogoCaricato = "catalogo.caricato";
    public const string PercorsoPubblicato = "percorso.pubblicato";
    public const string AffidamentoCreato = "affidamento.creato";
    public const string AffidamentoCopiato = "affidamento.copiato";
    public const string BozzaModificata = "affidamento.bozza-modificata";
    public const string AffidamentoPronto = "affidamento.pronto";
    public const string SceltaMotivata = "affidamento.scelta-motivata";
    public const string InviatoPerApprovazione = "affidamento.inviato-per-approvazione";
    public const string AffidamentoApprovato = "affidamento.approvato";
    public const string AffidamentoRestituito = "affidamento.restituito";
    public const string ConflittoDichiarato = "affidamento.conflitto-dichiarato";
    public const string ConflittoSostituito = "affidamento.conflitto-sostituito";
    public const string ConflittoEscluso = "affidamento.conflitto-escluso";
    public const string AffidamentoRiaperto = "affidamento.riaperto";
    public const string AffidamentoAssegnato = "affidamento.assegnato";
    public const string AffidamentoEliminato = "affidamento.eliminato";
    public const string RichiestaAvviata = "richiesta.avviata";
    public const string RiletturaConfermata = "richiesta.riletta";
    public const string CigRegistrato = "richiesta.cig-registrato";
    public const string RichiestaRifiutata = "richiesta.rifiutata";
    public const string RichiestaNonInviata = "richiesta.non-inviata";
    public const string EsitoDaVerificare = "richiesta.esito-da-verificare";
    public const string NonRisulta = "richiesta.non-risulta";
    public const string CodiciCorretti = "richiesta.codici-corretti";
    public const string CigInPiuRegistrato = "affidamento.cig-in-piu";
    public const string CigInPiuAnnullato = "affidamento.cig-in-piu-annullato";
    public const string EnteSalvato = "ente.salvato";
    public const string EnteChiuso = "ente.chiuso";
    public const string EnteRiaperto = "ente.riaperto";
    public const string PersonaSalvata = "persona.salvata";
    public const string PersonaDisattivata = "persona.disattivata";
    public const string PersonaRiattivata = "persona.riattivata";
    public const string RuoloAssegnato = "persona.ruolo-assegnato";
    public const string RuoloTolto = "persona.ruolo-tolto";
    public const string ConvenzioneSalvata = "convenzione.salvata";
    public const string ConvenzioneChiusa = "convenzione.chiusa";
    public const string ConvenzioneRiaperta = "convenzione.riaperta";
    public const string EntiAmmessiCambiati = "convenzione.enti-ammessi";
    public const string LottoSalvato = "lotto.salvato";
    public const string LottoChiuso = "lotto.chiuso";
    public const string LottoRiaperto = "lotto.riaperto";
    public const string MassimaleVariato = "lotto.massimale-variato";
    public const string AltreAdesioniRegistrate = "lotto.altre-adesioni";
    public const string AdesionePregressaCaricata = "affidamento.pregresso-caricato";
    public const string AttoAggiunto = "fascicolo.atto-aggiunto";
    public const string AttoRimosso = "fascicolo.atto-rimosso";
    public const string CapienzaChiesta = "capienza.chiesta";
    public const string CapienzaConfermata = "capienza.confermata";
    public const string CapienzaNegata = "capienza.negata";
    public const string CapienzaLiberata = "capienza.liberata";
    public const string ConfermaTerminata = "capienza.conferma-terminata";
    public const string EntratoInLista = "capienza.in-lista-attesa";
    public const string UscitoDallaLista = "capienza.lista-attesa-lasciata";
    public const string BozzaDiAttoScaricata = "fascicolo.bozza-di-atto-scaricata";
    public const string AffidamentoRipristinato = "affidamento.ripristinato";
    public const string FascicoloModificato = "fascicolo.modificato";
    public const string DatiPortaleRegistrati = "fascicolo.dati-portale";
    public const string AllegatoAperto = "fascicolo.allegato-aperto";
    public const string ListeImportate = "liste.importate";
    public const string ElencoEsportato = "affidamenti.esportati";
    public const string ElencoStampato = "affidamenti.stampati";
    public const string SpesaEsportata = "spesa.esportata";

    public const string SerieCreata = "affidamenti.creati-in-serie";
    public const string SchedaEsportata = "affidamento.scheda-esportata";
    public const string SchedaStampata = "affidamento.scheda-stampata";
    public const string IterEsportato = "affidamento.iter-esportato";
    public const string IterStampato = "affidamento.iter-stampato";
    public const string SchedaImportata = "affidamento.scheda-importata";

    public const string ModificaAvviata = "operazione.modifica-avviata";
    public const string AnnullamentoAvviato = "operazione.annullamento-avviato";
    public const string SostituzioneRupAvviata = "operazione.sostituzione-rup-avviata";
    public const string OperazioneAccettata = "operazione.accettata";
    public const string OperazioneAbbandonata = "operazione.abbandonata";
    public const string OperazioneRifiutata = "operazione.rifiutata";

    public const string AnnullamentoRitirato = "operazione.annullamento-ritirato";
    public const string AiutoErroreSalvato = "aiuto-errore.salvato";

    public const string MalfunzionamentoSegnalato = "portale.malfunzionamento-segnalato";
    public const string MalfunzionamentoChiuso = "portale.malfunzionamento-chiuso";
    public const string ElencoPortaleRegistrato = "elenco-portale.registrato";
    public const string ElencoPortaleAperto = "elenco-portale.aperto";
    public const string RegistratoDaElenco = "affidamento.da-elenco-portale";

    public const string AffidamentoRiassegnato = "affidamento.riassegnato";
    public const string ConsegnePassate = "affidamenti.consegne-passate";
    public const string AttoDiNominaRegistrato = "persona.atto-di-nomina";
    public const string RichiestaRegistrazioneUscita = "registrazione.richiesta-preparata";
    public const string RegistrazioneAggiornata = "registrazione.aggiornata";
    public const string RegistrazioneSospesa = "registrazione.sospesa";
    public const string RegistrazioneRipresa = "registrazione.ripresa";
    public const string RegistrazioneDedotta = "registrazione.dedotta";

    public const string DelegaConferita = "delega.conferita";
    public const string DelegaRevocata = "delega.revocata";
    public const string DichiarazioneDelDelegato = "delega.dichiarazione";

    public const string DatiRipristinati = "dati.ripristinati";
    public const string RegistroDiversoDallaNota = "registro.diverso-dalla-nota";
    public const string RegistroConfrontato = "registro.confrontato-con-i-dati";
    public const string DiscordanzaSpiegata = "registro.discordanza-spiegata";
    public const string AttestazioneChiesta = "registro.attestazione-chiesta";
    public const string AttestazioneConfrontata = "registro.attestazione-confrontata";
    public const string ChiaveSostituita = "registro.chiave-sostituita";
    public const string DossierPreparato = "registro.dossier-preparato";
    public const string EstrattoScritto = "registro.estratto-scritto";
    public const string RegistroEsportato = "registro.esportato";
    public const string RegistroStampato = "registro.stampato";

    public const string RupSollecitato = "affidamento.rup-sollecitato";
    public const string AvvisoSilenziato = "lotto.avviso-silenziato";
    public const string AvvisoRiattivato = "lotto.avviso-riattivato";
    public const string RelazioneStampata = "spesa.relazione-stampata";
    public const string OpenDataConfrontati = "opendata.confrontati";
    public const string DifferenzaSpiegata = "opendata.differenza-spiegata";
    public const string RilieviCalcolati = "rilievi.calcolati";
    public const string RilievoChiarito = "rilievo.chiarito";
    public const string RilievoTrasmesso = "rilievo.trasmesso";
    public const string ScostamentiEsportati = "rilievi.esportati";

    public const string AuditPianificato = "audit.pianificato";
    public const string CampioneEstratto = "audit.campione-estratto";
    public const string CartaCompilata = "audit.carta-compilata";
    public const string ConstatazioneAggiunta = "audit.constatazione-aggiunta";
    public const string ConstatazioneRisposta = "audit.constatazione-risposta";
    public const string AzioneVerificata = "audit.azione-verificata";
    public const string AuditChiuso = "audit.chiuso";
    public const string RapportoStampato = "audit.rapporto-stampato";
    public const string PopolazioneEsportata = "audit.popolazione-esportata";

    public const string VerificaFornitoreRegistrata = "due-diligence.registrata";
    public const string ProgrammaAuditRegistrato = "audit.programma-registrato";
    public const string AdempimentoRegistrato = "persona.adempimento-registrato";
    public const string FileVerificaAperto = "due-diligence.file-aperto";

    /// <summary>The actions about a RUP's registration on the portal, which the registro records on the person.</summary>
    internal static readonly string[] DellaRegistrazione = [RegistrazioneAggiornata, RegistrazioneSospesa, RegistrazioneRipresa, RegistrazioneDedotta];

    /// <summary>
    /// The actions whose event names an aggregate but leaves its version as it is: somebody reads it, signs in, or changes something beside
    /// it (the ledger of a Lotto, the work of a person). They make no open edit stale.
    /// </summary>
    internal static readonly string[] SenzaNuovaVersione =
    [
        AccessoEntrata, AccessoUscita, AccessoRifiutato, RuoloScelto, AllegatoAperto, ElencoPortaleAperto, SchedaEsportata, SchedaStampata,
        IterEsportato, IterStampato,
        BozzaDiAttoScaricata, MassimaleVariato, AltreAdesioniRegistrate, ConsegnePassate, RichiestaRegistrazioneUscita, .. DellaRegistrazione,
        DelegaConferita, DelegaRevocata, DichiarazioneDelDelegato, RupSollecitato, RapportoStampato,
        VerificaFornitoreRegistrata, FileVerificaAperto, AdempimentoRegistrato,
        AvvisoSilenziato, AvvisoRiattivato,
    ];

    private static readonly Dictionary<string, string> Parole = new()
    {
        [AccessoNegato] = "Operazione negata",
        [AccessoLimitato] = "Troppe operazioni in poco tempo",
        [RuoloScelto] = "Ruolo scelto per lavorare",
        [SessioniChiuse] = "Sessioni della persona chiuse",
        [AccessoEntrata] = "Accesso a CigHub",
        [AccessoUscita] = "Uscita da CigHub",
        [AccessoRifiutato] = "Accesso rifiutato",
        [AccessoRichiesto] = "Accesso richiesto",
        [RichiestaAccessoApprovata] = "Richiesta di accesso approvata",
        [RichiestaAccessoRespinta] = "Richiesta di accesso respinta",
        [NomeLimitato] = "Nome della persona limitato",
        [LimitazioneTolta] = "Limitazione del nome tolta",
        [VincoloPosto] = "Vincolo posto sull'identità",
        [VincoloTolto] = "Vincolo tolto dall'identità",
        [CancellazioneChiesta] = "Cancellazione del nome chiesta",
        [CancellazioneRitirata] = "Richiesta di cancellazione del nome ritirata",
        [IdentitaCancellata] = "Nome della persona cancellato",
        [IdentitaCollegata] = "Utenza collegata alla persona",
        [IdentitaScollegata] = "Utenza scollegata dalla persona",
        [CatalogoCaricato] = "Catalogo caricato",
        [PercorsoPubblicato] = "Percorso del portale pubblicato",
        [AffidamentoCreato] = "Affidamento creato",
        [AffidamentoCopiato] = "Affidamento copiato",
        [BozzaModificata] = "Bozza modificata",
        [AffidamentoPronto] = "Dichiarato pronto per il portale",
        [SceltaMotivata] = "Scelta del fornitore motivata",
        [InviatoPerApprovazione] = "Inviato per approvazione",
        [AffidamentoApprovato] = "Approvato",
        [AffidamentoRestituito] = "Restituito con una nota",
        [ConflittoDichiarato] = "Conflitto di interessi dichiarato",
        [ConflittoSostituito] = "Sostituzione per conflitto di interessi",
        [ConflittoEscluso] = "Conflitto di interessi escluso",
        [AffidamentoRiaperto] = "Riportato in lavorazione",
        [AffidamentoAssegnato] = "Assegnato a un altro RUP",
        [AffidamentoEliminato] = "Affidamento eliminato",
        [RichiestaAvviata] = "Richiesta CIG avviata",
        [RiletturaConfermata] = "Dati riletti sul portale",
        [CigRegistrato] = "CIG Derivato registrato",
        [RichiestaRifiutata] = "Richiesta rifiutata dal portale",
        [RichiestaNonInviata] = "Richiesta non inviata",
        [EsitoDaVerificare] = "Esito da verificare",
        [NonRisulta] = "Elenco del portale guardato, il CIG non risulta",
        [CodiciCorretti] = "Codici dell'errore del portale corretti",
        [CigInPiuRegistrato] = "CIG in più registrato",
        [CigInPiuAnnullato] = "CIG in più annullato",
        [EnteSalvato] = "Dati dell'Ente salvati",
        [EnteChiuso] = "Ente chiuso",
        [EnteRiaperto] = "Ente riaperto",
        [PersonaSalvata] = "Dati della persona salvati",
        [PersonaDisattivata] = "Persona disattivata",
        [PersonaRiattivata] = "Persona riattivata",
        [RuoloAssegnato] = "Ruolo assegnato",
        [RuoloTolto] = "Ruolo tolto",
        [ConvenzioneSalvata] = "Convenzione salvata",
        [ConvenzioneChiusa] = "Convenzione chiusa",
        [ConvenzioneRiaperta] = "Convenzione riaperta",
        [EntiAmmessiCambiati] = "Enti ammessi cambiati",
        [LottoSalvato] = "Lotto salvato",
        [LottoChiuso] = "Lotto chiuso",
        [LottoRiaperto] = "Lotto riaperto",
        [MassimaleVariato] = "Massimale variato con un atto",
        [AltreAdesioniRegistrate] = "Adesioni comunicate da CMRC registrate",
        [AdesionePregressaCaricata] = "Adesione pregressa caricata",
        [AttoAggiunto] = "Atto aggiunto al fascicolo",
        [AttoRimosso] = "Atto tolto dal fascicolo",
        [CapienzaChiesta] = "Conferma di capienza chiesta a CMRC",
        [CapienzaConfermata] = "Conferma di capienza registrata",
        [CapienzaNegata] = "Capienza non confermata da CMRC",
        [CapienzaLiberata] = "Capienza confermata liberata",
        [ConfermaTerminata] = "Conferma di capienza terminata",
        [EntratoInLista] = "In lista d'attesa sul Lotto",
        [UscitoDallaLista] = "Lista d'attesa lasciata",
        [BozzaDiAttoScaricata] = "Bozza di atto scaricata",
        [AffidamentoRipristinato] = "Affidamento ripristinato",
        [FascicoloModificato] = "Dati contabili e contratto modificati",
        [DatiPortaleRegistrati] = "Dati del portale registrati",
        [AllegatoAperto] = "Allegato scaricato",
        [ListeImportate] = "Liste di codici importate",
        [ElencoEsportato] = "Elenco esportato",
        [ElencoStampato] = "Elenco stampato",
        [SpesaEsportata] = "Spesa per Convenzione esportata",
        [SerieCreata] = "Bozze create in serie da un foglio",
        [SchedaEsportata] = "Scheda esportata",
        [SchedaStampata] = "Scheda stampata",
        [IterEsportato] = "Iter di un affidamento scaricato con i suoi file",
        [IterStampato] = "Iter di un affidamento stampato",
        [SchedaImportata] = "Scheda importata",
        [ModificaAvviata] = "Modifica CUP e/o Importo avviata",
        [AnnullamentoAvviato] = "Annullamento dell'affidamento avviato",
        [SostituzioneRupAvviata] = "Sostituzione del RUP avviata",
        [OperazioneAccettata] = "Operazione accettata dal portale",
        [OperazioneAbbandonata] = "Operazione chiusa senza inviarla",
        [OperazioneRifiutata] = "Operazione rifiutata dal portale",
        [AnnullamentoRitirato] = "Annullamento ritirato",
        [AiutoErroreSalvato] = "Aiuto su un errore del portale salvato",
        [MalfunzionamentoSegnalato] = "Malfunzionamento del portale segnalato",
        [MalfunzionamentoChiuso] = "Il portale funziona di nuovo",
        [ElencoPortaleRegistrato] = "Elenco del portale registrato",
        [ElencoPortaleAperto] = "Elenco del portale scaricato",
        [RegistratoDaElenco] = "Registrato dall'elenco del portale",
        [AffidamentoRiassegnato] = "Riassegnato a un altro RUP",
        [ConsegnePassate] = "Passaggio di consegne",
        [AttoDiNominaRegistrato] = "Atto di nomina registrato",
        [RichiestaRegistrazioneUscita] = "Richiesta di registrazione al portale preparata",
        [RegistrazioneAggiornata] = "Registrazione al portale aggiornata",
        [RegistrazioneSospesa] = "Registrazione al portale sospesa",
        [RegistrazioneRipresa] = "Registrazione al portale ripresa",
        [RegistrazioneDedotta] = "Registrazione al portale dedotta dai CIG già acquisiti",
        [DelegaConferita] = "Delega conferita",
        [DelegaRevocata] = "Delega revocata",
        [DichiarazioneDelDelegato] = "Dichiarazione del delegato sui conflitti di interessi",
        [DatiRipristinati] = "Dati ripristinati da una copia di sicurezza",
        [RegistroDiversoDallaNota] = "Registro diverso da quello annotato accanto ai dati",
        [RegistroConfrontato] = "Dati confrontati con il registro",
        [DiscordanzaSpiegata] = "Differenza tra dati e registro spiegata",
        [AttestazioneChiesta] = "Attestazione di integrità chiesta",
        [AttestazioneConfrontata] = "Registro confrontato con un'attestazione",
        [ChiaveSostituita] = "Chiave delle attestazioni sostituita",
        [DossierPreparato] = "Dossier del registro preparato",
        [EstrattoScritto] = "Estratto giornaliero degli eventi scritto",
        [RegistroEsportato] = "Eventi del registro esportati",
        [RegistroStampato] = "Eventi del registro stampati",
        [RupSollecitato] = "RUP sollecitato",
        [AvvisoSilenziato] = "Avviso sulla spesa silenziato",
        [AvvisoRiattivato] = "Avviso sulla spesa riattivato",
        [RelazioneStampata] = "Relazione sulla spesa stampata",
        [OpenDataConfrontati] = "Open data di ANAC confrontati",
        [DifferenzaSpiegata] = "Differenza con gli open data spiegata",
        [RilieviCalcolati] = "Rilievi calcolati",
        [RilievoChiarito] = "Rilievo chiarito",
        [RilievoTrasmesso] = "Rilievo trasmesso al RPCT",
        [ScostamentiEsportati] = "Scostamenti dai controlli esportati",
        [AuditPianificato] = "Audit pianificato",
        [CampioneEstratto] = "Campione dell'audit estratto",
        [CartaCompilata] = "Carta di lavoro compilata",
        [ConstatazioneAggiunta] = "Constatazione aggiunta",
        [ConstatazioneRisposta] = "Risposta a una constatazione",
        [AzioneVerificata] = "Azione correttiva verificata",
        [AuditChiuso] = "Rapporto di audit firmato",
        [RapportoStampato] = "Rapporto di audit stampato",
        [PopolazioneEsportata] = "Popolazione di un campione esportata",
        [VerificaFornitoreRegistrata] = "Verifica sul fornitore registrata",
        [ProgrammaAuditRegistrato] = "Programma annuale di audit registrato",
        [AdempimentoRegistrato] = "Dichiarazione o formazione registrata",
        [FileVerificaAperto] = "File di una verifica sul fornitore scaricato",
    };

    public static IReadOnlyCollection<string> Tutte => Parole.Keys;

    /// <summary>Returns the words on screen for an action. An action that only a later version knows is returned as it stands.</summary>
    public static string Nome(string azione) => Parole.GetValueOrDefault(azione, azione);
}
