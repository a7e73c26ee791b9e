using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.OpenData;
using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using CigHub.Web.Data;

namespace CigHub.Web.Data.Registro;

/// <summary>
/// The types of object whose values enter the registro, each with its stored names.
/// </summary>
internal static partial class NomiRegistrati
{
    /// <summary>
    /// The name under which the registro keeps the draft of an Affidamento: an object of the changed fields by their path, each as the
    /// scheda shows it. The first event of an Affidamento has all fields that are filled in.
    /// </summary>
    public const string Bozza = "Bozza";

    /// <summary>The name under which the registro keeps the total amount of the adhesions of an Affidamento, in cents.</summary>
    public const string ImportoAppalto = "ImportoAppalto";

    private static TipoRegistrato[] TuttiITipi() =>
    [
        .. TipiDegliAudit(),
        DelleVerifiche(),
        DegliAdempimenti(),
        new TipoRegistrato<Affidamento>("Affidamento")
            .Dato("statoBozza", "_statoBozza")
            .Dato("Anno", x => x.Anno)
            .Dato("ApprovatoDaId", x => x.ApprovatoDaId)
            .Dato("ApprovatoIl", x => x.ApprovatoIl)
            .Dato("AutoreId", x => x.AutoreId)
            .Dato("CapienzaChiestaIl", x => x.CapienzaChiestaIl)
            .Dato("Conferma", x => x.Conferma)
            .Dato("CreatoIl", x => x.CreatoIl)
            .Dato("CriterioScelta", x => x.CriterioScelta)
            .Dato("EnteId", x => x.EnteId)
            .Dato("Fascicolo", x => x.Fascicolo)
            .Dato("InListaDal", x => x.InListaDal)
            .Dato("InviatoAlPortale", x => x.InviatoAlPortale)
            .Dato("InviatoDaId", x => x.InviatoDaId)
            .Dato("LottoId", x => x.LottoId)
            .Dato("MotivoBandoSuccessivo", x => x.MotivoBandoSuccessivo)
            .Dato("MotivoScelta", x => x.MotivoScelta)
            .Dato("NotaRitorno", x => x.NotaRitorno)
            .Dato("Pregresso", x => x.Pregresso)
            .Dato("Progressivo", x => x.Progressivo)
            .Dato("RichiestoIl", x => x.RichiestoIl)
            .Dato("RilettoIl", x => x.RilettoIl)
            .Dato("Ritorno", x => x.Ritorno)
            .Dato("RupDal", x => x.RupDal)
            .Dato("RupId", x => x.RupId)
            .Dato("SchedaDal", x => x.SchedaDal)
            .Dato("Stato", x => x.Stato)
            .Dato("VersionePercorso", x => x.VersionePercorso)
            .Scritto(Bozza)
            .Scritto(ImportoAppalto)
            .Dato("Portale.DataInvio", x => x.Portale.DataInvio)
            .Dato("Portale.FascicoloDiSistema", x => x.Portale.FascicoloDiSistema)
            .Dato("Portale.RegistroDiSistema", x => x.Portale.RegistroDiSistema)
            .Dato("Portale.Stato", x => x.Portale.Stato)
            .Dato("Portale.StatoAffidamento", x => x.Portale.StatoAffidamento)
            .Dato("Portale.StatoSchedaPcp", x => x.Portale.StatoSchedaPcp),
        new TipoRegistrato<AffidamentoDelegato>("AffidamentoDelegato")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("DelegaId", x => x.DelegaId)
            .Dato("DelegatoIl", x => x.DelegatoIl),
        new TipoRegistrato<Aggiudicazione>("Aggiudicazione")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("CigDerivato", x => x.CigDerivato)
            .Dato("Indice", x => x.Indice)
            .Dato("Stato", x => x.Stato),
        new TipoRegistrato<AiutoModificato>("AiutoErrore")
            .Dato("AChi", x => x.AChi)
            .Dato("Causa", x => x.Causa)
            .Dato("CheFare", x => x.CheFare)
            .Dato("Codice", x => x.Codice)
            .Dato("Fonte", x => x.Fonte)
            .Dato("ModificatoIl", x => x.ModificatoIl)
            .Dato("Rimedio", x => x.Rimedio)
            .Dato("Testo", x => x.Testo),
        new TipoRegistrato<Appartenenza>("Appartenenza")
            .Dato("Atto", x => x.Atto)
            .Dato("Dal", x => x.Dal)
            .Dato("EnteId", x => x.EnteId)
            .Dato("Esterno", x => x.Esterno)
            .Dato("Fino", x => x.Fino)
            .Dato("Incarico", x => x.Incarico)
            .Dato("Motivo", x => x.Motivo)
            .Dato("PersonaId", x => x.PersonaId)
            .Dato("RegistrataIl", x => x.RegistrataIl)
            .Dato("Ruolo", x => x.Ruolo),
        new TipoRegistrato<Atto>("Atto")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("AggiuntoIl", x => x.AggiuntoIl)
            .Dato("Dati", x => x.Dati)
            .Dato("File", x => x.File),
        new TipoRegistrato<Capienza>("Capienza")
            .Dato("AltreAdesioniAl", x => x.AltreAdesioniAl)
            .Dato("SforamentoDaRegolarizzare", x => x.SforamentoDaRegolarizzare)
            .Dato("Aderito", x => x.Aderito.Centesimi)
            .Dato("AltreAdesioni", x => x.AltreAdesioni.Centesimi)
            .Dato("Massimale", x => x.Massimale.Centesimi)
            .Dato("MassimaleIniziale", x => x.MassimaleIniziale.Centesimi)
            .Dato("Riservato", x => x.Riservato.Centesimi),
        new TipoRegistrato<CigInPiu>("CigInPiu")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("AnnullatoIl", x => x.AnnullatoIl)
            .Dato("Cig", x => x.Cig)
            .Dato("Entro", x => x.Entro)
            .Dato("Origine", x => x.Origine)
            .Dato("Riferimento", x => x.Riferimento)
            .Dato("TrovatoIl", x => x.TrovatoIl),
        new TipoRegistrato<ContenutoFile>("ContenutoFile"),
        new TipoRegistrato<Convenzione>("Convenzione")
            .Dato("AdesioniAl", x => x.AdesioniAl)
            .Dato("AdesioniDal", x => x.AdesioniDal)
            .Dato("ChiusaDal", x => x.ChiusaDal)
            .Dato("ConfrontoCompetitivo", x => x.ConfrontoCompetitivo)
            .Dato("CriterioFornitori", x => x.CriterioFornitori)
            .Dato("DataBando", x => x.DataBando)
            .Dato("DichiarazioniAl", x => x.DichiarazioniAl)
            .Dato("Disciplina", x => x.Disciplina)
            .Dato("DurataMassimaMesi", x => x.DurataMassimaMesi)
            .Dato("EntiAmmessi", x => x.EntiAmmessi)
            .Dato("Erosione", x => x.Erosione)
            .Dato("OpzioniPreviste", x => x.OpzioniPreviste)
            .Dato("OrdineMinimo", x => x.OrdineMinimo)
            .Dato("QuintoPrevisto", x => x.QuintoPrevisto)
            .Dato("SogliaApprovazione", x => x.SogliaApprovazione)
            .Dato("Soglie.GiorniBloccata", x => x.Soglie.GiorniBloccata)
            .Dato("Soglie.GiorniBloccataLunga", x => x.Soglie.GiorniBloccataLunga)
            .Dato("Soglie.GiorniComunicazione", x => x.Soglie.GiorniComunicazione)
            .Dato("Soglie.MesiPerLaGara", x => x.Soglie.MesiPerLaGara)
            .Dato("Soglie.ResiduoBasso", x => x.Soglie.ResiduoBasso)
            .Dato("Soglie.ResiduoMedio", x => x.Soglie.ResiduoMedio)
            .Dato("Soglie.ResiduoMinimo", x => x.Soglie.ResiduoMinimo)
            .Dato("Titolo", x => x.Titolo),
        new TipoRegistrato<Delega>("Delega")
            .Dato("Al", x => x.Al)
            .Dato("Ambito", x => x.Ambito)
            .Dato("Atto", x => x.Atto)
            .Dato("Compila", x => x.Compila)
            .Dato("ConferitaIl", x => x.ConferitaIl)
            .Dato("ConvenzioneId", x => x.ConvenzioneId)
            .Dato("Dal", x => x.Dal)
            .Dato("DeleganteId", x => x.DeleganteId)
            .Dato("DelegatoId", x => x.DelegatoId)
            .Dato("EnteId", x => x.EnteId)
            .Dato("MotivoRevoca", x => x.MotivoRevoca)
            .Dato("NominaId", x => x.NominaId)
            .Dato("OperaSulPortale", x => x.OperaSulPortale)
            .Dato("PostoId", x => x.PostoId)
            .Dato("RegistraEsito", x => x.RegistraEsito)
            .Dato("RevocataIl", x => x.RevocataIl)
            .Dato("TieneFascicolo", x => x.TieneFascicolo),
        new TipoRegistrato<DichiarazioneConflitto>("DichiarazioneConflitto")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("ConvenzioneId", x => x.ConvenzioneId)
            .Dato("DecisaDaId", x => x.DecisaDaId)
            .Dato("DecisaIl", x => x.DecisaIl)
            .Dato("Decisione", x => x.Decisione)
            .Dato("Esito", x => x.Esito)
            .Dato("Fornitore", x => x.Fornitore)
            .Dato("FornitoreCodice", x => x.FornitoreCodice)
            .Dato("MotivoDecisione", x => x.MotivoDecisione)
            .Dato("Natura", x => x.Natura)
            .Dato("PassatoA", x => x.PassatoA)
            .Dato("PersonaId", x => x.PersonaId)
            .Dato("Utc", x => x.Utc)
            .Dato("ValidaAl", x => x.ValidaAl)
            .Dato("Versione", x => x.Versione),
        new TipoRegistrato<ElencoCaricato>("ElencoCaricato")
            .Dato("Adottati", x => x.Adottati)
            .Dato("Aggiornamenti", x => x.Aggiornamenti)
            .Dato("CaricatoDa", x => x.CaricatoDa)
            .Dato("CaricatoIl", x => x.CaricatoIl)
            .Dato("Cig", x => x.Cig)
            .Dato("EnteId", x => x.EnteId)
            .Dato("File", x => x.File)
            .Dato("Righe", x => x.Righe)
            .Dato("Sha256", x => x.Sha256),
        new TipoRegistrato<Ente>("Ente")
            .Dato("CentriDiCosto", x => x.CentriDiCosto)
            .Dato("ChiusoDal", x => x.ChiusoDal)
            .Dato("CodiceAusa", x => x.CodiceAusa)
            .Dato("CodiceFiscale", x => x.CodiceFiscale)
            .Dato("CodiceIpa", x => x.CodiceIpa)
            .Dato("Denominazione", x => x.Denominazione)
            .Dato("Luogo", x => x.Luogo)
            .Dato("PartitaIva", x => x.PartitaIva)
            .Dato("Pec", x => x.Pec)
            .Dato("Sede.Cap", x => x.Sede.Cap)
            .Dato("Sede.Citta", x => x.Sede.Citta)
            .Dato("Sede.Indirizzo", x => x.Sede.Indirizzo)
            .Dato("Sede.Provincia", x => x.Sede.Provincia)
            .Taciuto("Contatti", x => x.Contatti),
        new TipoRegistrato<IdentitaPersona>("IdentitaPersona")
            .Dato("Dal", x => x.Dal)
            .Dato("PersonaId", x => x.PersonaId),
        new TipoRegistrato<ListaImportata>("ListaImportata")
            .Dato("IdTipologica", x => x.IdTipologica)
            .Dato("ImportataDa", x => x.ImportataDa)
            .Dato("ImportataIl", x => x.ImportataIl)
            .Dato("Impronta", x => x.Impronta)
            .Dato("NomeFile", x => x.NomeFile),
        new TipoRegistrato<Lotto>("Lotto")
            .Dato("ChiusoDal", x => x.ChiusoDal)
            .Dato("CigPadre", x => x.CigPadre)
            .Dato("ConvenzioneId", x => x.ConvenzioneId)
            .Dato("EsitoPadre", x => x.EsitoPadre)
            .Dato("Fornitori", x => x.Fornitori)
            .Dato("Numero", x => x.Numero)
            .Dato("Oggetto", x => x.Oggetto)
            .Dato("PadreVerificatoIl", x => x.PadreVerificatoIl)
            .Dato("Caratteristiche.Categoria", x => x.Caratteristiche.Categoria)
            .Dato("Caratteristiche.Ccnl", x => x.Caratteristiche.Ccnl)
            .Dato("Caratteristiche.Cpv", x => x.Caratteristiche.Cpv)
            .Dato("Caratteristiche.DataAggiudicazione", x => x.Caratteristiche.DataAggiudicazione)
            .Dato("Caratteristiche.Nuts", x => x.Caratteristiche.Nuts)
            .Dato("Caratteristiche.OggettoContratto", x => x.Caratteristiche.OggettoContratto),
        new TipoRegistrato<Malfunzionamento>("Malfunzionamento")
            .Dato("Al", x => x.Al)
            .Dato("ChiusoDaId", x => x.ChiusoDaId)
            .Dato("Dal", x => x.Dal)
            .Dato("Nota", x => x.Nota)
            .Dato("SegnalatoDaId", x => x.SegnalatoDaId),
        new TipoRegistrato<MovimentoCapienza>("MovimentoCapienza")
            .Dato("AggiudicazioneId", x => x.AggiudicazioneId)
            .Dato("DataAtto", x => x.DataAtto)
            .Dato("LottoId", x => x.LottoId)
            .Dato("Protocollo", x => x.Protocollo)
            .Dato("Riferimento", x => x.Riferimento)
            .Dato("Tipo", x => x.Tipo)
            .Dato("Utc", x => x.Utc)
            .Dato("Importo", x => x.Importo.Centesimi),
        new TipoRegistrato<OperazionePortale>("OperazionePortale")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("AggiudicazioneId", x => x.AggiudicazioneId)
            .Dato("AvviataIl", x => x.AvviataIl)
            .Dato("ChiusaIl", x => x.ChiusaIl)
            .Dato("Dati", x => x.Dati)
            .Dato("Stato", x => x.Stato)
            .Dato("Tipo", x => x.Tipo),
        new TipoRegistrato<PercorsoPortale>("PercorsoPortale")
            .Dato("Nota", x => x.Nota)
            .Dato("Passi", x => x.Passi)
            .Dato("PubblicatoIl", x => x.PubblicatoIl)
            .Dato("Versione", x => x.Versione),
        new TipoRegistrato<Persona>("Persona")
            .Dato("Attiva", x => x.Attiva)
            .Dato("Cancellazione", x => x.Cancellazione)
            .Dato("CancellataIl", x => x.CancellataIl)
            .Dato("LimitataDal", x => x.LimitataDal)
            .Dato("Vincolo", x => x.Vincolo)
            .Taciuto("DatiRiservati", x => x.DatiRiservati)
            .Taciuto("CodiceFiscale", x => x.CodiceFiscale)
            .Taciuto("Cognome", x => x.Cognome)
            .Taciuto("Email", x => x.Email)
            .Taciuto("Identita", x => x.Identita)
            .Taciuto("Nome", x => x.Nome)
            .Taciuto("NomeCompleto", x => x.NomeCompleto)
            .Taciuto("NomeUtente", x => x.NomeUtente)
            .Taciuto("Telefono", x => x.Telefono),
        new TipoRegistrato<RegistrazionePortale>("RegistrazionePortale")
            .Dato("AttivaDal", x => x.AttivaDal)
            .Dato("CredenzialiIl", x => x.CredenzialiIl)
            .Dato("EnteId", x => x.EnteId)
            .Dato("MotivoSospensione", x => x.MotivoSospensione)
            .Dato("PasswordCambiataIl", x => x.PasswordCambiataIl)
            .Dato("PersonaId", x => x.PersonaId)
            .Dato("RichiestaIl", x => x.RichiestaIl)
            .Dato("SollecitataIl", x => x.SollecitataIl)
            .Dato("SospesaDal", x => x.SospesaDal)
            .Dato("SospesaDallUfficio", x => x.SospesaDallUfficio)
            .Dato("Stato", x => x.Stato),
        new TipoRegistrato<RichiestaDiAccesso>("RichiestaDiAccesso")
            .Dato("CodiceFiscaleEnte", x => x.CodiceFiscaleEnte)
            .Dato("DecisaDa", x => x.DecisaDa)
            .Dato("DecisaIl", x => x.DecisaIl)
            .Dato("Ente", x => x.Ente)
            .Dato("Motivo", x => x.Motivo)
            .Dato("PersonaId", x => x.PersonaId)
            .Dato("PresentataIl", x => x.PresentataIl)
            .Dato("Ruolo", x => x.Ruolo)
            .Dato("Stato", x => x.Stato),
        new TipoRegistrato<Rilievo>("Rilievo"),
        new TipoRegistrato<Sollecito>("Sollecito")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("Giorno", x => x.Giorno),
        new TipoRegistrato<AvvisoSilenziato>("AvvisoSilenziato")
            .Dato("EnteId", x => x.EnteId)
            .Dato("FinoAl", x => x.FinoAl)
            .Dato("Gravita", x => x.Gravita)
            .Dato("LottoId", x => x.LottoId)
            .Dato("Motivo", x => x.Motivo)
            .Dato("Tipo", x => x.Tipo),
        new TipoRegistrato<FileOpenData>("FileOpenData"),
        new TipoRegistrato<DifferenzaOpenData>("DifferenzaOpenData"),
        new TipoRegistrato<Tentativo>("Tentativo")
            .Dato("AffidamentoId", x => x.AffidamentoId)
            .Dato("AvviatoIl", x => x.AvviatoIl)
            .Dato("ChiusoIl", x => x.ChiusoIl)
            .Dato("CodiceAppalto", x => x.CodiceAppalto)
            .Dato("Codici", x => x.Codici)
            .Dato("Esito", x => x.Esito)
            .Dato("GuardatoIl", x => x.GuardatoIl)
            .Dato("Numero", x => x.Numero)
            .Dato("Risposta", x => x.Risposta)
            .Dato("Trovato", x => x.Trovato),
    ];
}
