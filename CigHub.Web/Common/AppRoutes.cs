using System.Globalization;
using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Common;

/// <summary>Every address of the app. Pages, links and tests all take it from here, so that no address is typed twice.</summary>
/// <remarks>A constant with a parameter in braces is a route. Its builder, named with «Di» or «Su», returns the address.</remarks>
public static class AppRoutes
{
    public const string Cruscotto = "/";
    public const string Accedi = "/accedi";
    public const string Esci = "/esci";
    public const string NonAbilitato = "/non-abilitato";
    public const string SessioneFinita = "/sessione-finita";
    public const string Ruolo = "/ruolo";
    public const string Sessioni = "/sessioni";
    public const string PrimoAccesso = "/primo-accesso";
    public const string AccessoNonRiuscito = "/accesso-non-riuscito";
    public const string Uscita = "/uscita";
    public const string NonTrovata = "/non-trovata";
    public const string Errore = "/errore/{Codice:int}";

    /// <summary>The address that tells monitoring programs whether the process answers. It is no page for people.</summary>
    public const string Vivo = "/vivo";

    /// <summary>The address that tells monitoring programs whether the data can be read and written. It is no page for people.</summary>
    public const string Pronto = "/pronto";

    public const string Salute = "/salute";

    public const string Convenzioni = "/convenzioni";
    public const string Convenzione = "/convenzioni/{Id:guid}";
    public const string ModificaConvenzione = "/convenzioni/{Id:guid}/modifica";
    public const string NuovaConvenzione = "/convenzioni/nuova";
    public const string Lotto = "/lotti/{Id:guid}";
    public const string ModificaLotto = "/lotti/{Id:guid}/modifica";
    public const string NuovoLotto = "/convenzioni/{ConvenzioneId:guid}/nuovo-lotto";
    public const string Affidamenti = "/affidamenti";
    public const string NuovoAffidamento = "/affidamenti/nuovo";

    public const string QualeScheda = "/affidamenti/quale-scheda";
    public const string Scheda = "/affidamenti/{Id:guid}";
    public const string RichiestaCig = "/affidamenti/{Id:guid}/richiesta";
    public const string RichiesteInSerie = "/affidamenti/richieste-in-serie";
    public const string Pannello = "/pannello/{Id:guid}";
    public const string Malfunzionamenti = "/malfunzionamenti-del-portale";
    public const string PercorsoPortale = "/codici-e-percorsi/percorso-del-portale";
    public const string NuovoPercorso = "/codici-e-percorsi/percorso-del-portale/nuova-versione";
    public const string Fascicolo = "/affidamenti/{Id:guid}/fascicolo";
    public const string Iter = "/affidamenti/{Id:guid}/iter";
    public const string DopoIlCig = "/affidamenti/{Id:guid}/dopo-il-cig";
    public const string FileVerifica = "/due-diligence/{Id:guid}/file";
    public const string Allegato = "/affidamenti/{Id:guid}/atti/{AttoId:guid}/file";
    public const string AdesioniPregresse = "/affidamenti/gia-fatti";
    public const string AffidamentiInSerie = "/convenzioni/{ConvenzioneId:guid}/affidamenti-in-serie";
    public const string ElencoPortale = "/affidamenti/elenco-portale";
    public const string ElencoPortaleFile = "/affidamenti/elenco-portale/{Id:guid}/file";
    public const string ImportaScheda = "/affidamenti/importa";
    public const string StampaScheda = "/affidamenti/{Id:guid}/stampa";
    public const string Spesa = "/spesa";
    public const string SpesaConvenzione = "/spesa/convenzioni/{Id:guid}";
    public const string SpesaLotto = "/spesa/lotti/{Id:guid}";
    public const string SpesaPerEnte = "/spesa/per-ente";
    public const string SpesaPerFornitore = "/spesa/per-fornitore";
    public const string SpesaPerMese = "/spesa/per-mese";
    public const string SpesaPerAnno = "/spesa/per-anno";
    public const string SpesaMovimenti = "/spesa/movimenti";
    public const string SpesaInCorso = "/spesa/in-corso";
    public const string SpesaScadenze = "/spesa/scadenze";
    public const string SpesaAvvisi = "/spesa/avvisi";
    public const string SpesaDaVerificare = "/spesa/da-verificare";
    public const string SpesaRiconciliazione = "/spesa/riconciliazione";
    public const string SpesaRelazione = "/spesa/relazione";
    public const string Scostamenti = "/scostamenti";
    public const string Audit = "/audit";
    public const string UnAudit = "/audit/{Id:guid}";
    public const string RapportoAudit = "/audit/{Id:guid}/rapporto";
    public const string AzioniCorrettive = "/azioni-correttive";
    public const string RegistroEventi = "/registro-eventi";
    public const string Evento = "/registro-eventi/{Seq:long}";
    public const string RuoliNelTempo = "/registro-eventi/ruoli-e-deleghe";
    public const string ModificheAiControlli = "/registro-eventi/modifiche-ai-controlli";
    public const string Requisiti = "/registro-eventi/requisiti";
    public const string Attestazioni = "/attestazioni-di-integrita";
    public const string Dossier = "/attestazioni-di-integrita/dossier/{id:guid}";
    public const string PersoneEdEnti = "/persone-ed-enti";
    public const string Ente = "/enti/{Id:guid}";
    public const string ModificaEnte = "/enti/{Id:guid}/modifica";
    public const string NuovoEnte = "/enti/nuovo";
    public const string NuovoRup = "/enti/{Id:guid}/rup";
    public const string ImportaAnagrafe = "/persone-ed-enti/importa";
    public const string Persona = "/persone/{Id:guid}";
    public const string ModificaPersona = "/persone/{Id:guid}/modifica";
    public const string NuovaPersona = "/persone/nuova";
    public const string RegistrazionePortale = "/registrazione-al-portale";
    public const string PassaggioConsegne = "/affidamenti/passaggio-consegne";
    public const string Deleghe = "/deleghe";
    public const string RichiesteDiAccesso = "/persone-ed-enti/richieste-di-accesso";
    public const string RichiestaDiAccesso = "/persone-ed-enti/richieste-di-accesso/{Id:guid}";
    public const string CodiciEPercorsi = "/codici-e-percorsi";
    public const string Errori = "/codici-e-percorsi/errori-del-portale";
    public const string ErroreDelPortale = "/codici-e-percorsi/errori-del-portale/{Codice}";
    public const string ListaDiCodici = "/codici-e-percorsi/{Lista}";
    public const string ChiPuoFareCosa = "/chi-puo-fare-cosa";
    public const string Conservazione = "/conservazione";
    public const string Accessibilita = "/accessibilita";

    /// <summary>The address of the page with every part of the kit. It exists in Development alone.</summary>
    public const string Componenti = "/componenti";

    /// <summary>The address of an empty page in our layout, for measuring. It exists in Development alone.</summary>
    public const string ComponentiVuota = "/componenti/vuota";

    public const string Palestra = "/palestra";
    public const string PalestraSpid = "/palestra/spid";
    public const string PalestraEsci = "/palestra/esci";
    public const string PalestraSenzaNegoziazione = "/palestra/affidamento-senza-negoziazione";
    public const string PalestraElenco = "/palestra/affidamenti";
    public const string PalestraStampaElenco = "/palestra/affidamenti/stampa";
    public const string PalestraXls = "/palestra/affidamenti/esporta.xls";
    public const string PalestraXlsx = "/palestra/affidamenti/esporta.xlsx";
    public const string PalestraNuovo = "/palestra/affidamenti/nuovo";
    public const string PalestraSuiSelezionati = "/palestra/affidamenti/selezionati/{comando}";
    public const string PalestraDocumento = "/palestra/affidamenti/{id:guid}";
    public const string PalestraStampa = "/palestra/affidamenti/{id:guid}/stampa";
    public const string PalestraComando = "/palestra/affidamenti/{id:guid}/{comando}";
    public const string PalestraConferma = "/palestra/affidamenti/{id:guid}/{comando}/conferma";
    public const string PalestraAddestramento = "/palestra/addestramento";
    public const string PalestraRicomincia = "/palestra/addestramento/ricomincia";

    /// <summary>The query parameter of <see cref="Attestazioni"/> that holds the number of the page of the list.</summary>
    public const string ParametroPagina = "pagina";

    /// <summary>The query parameter of <see cref="NuovoAffidamento"/> that names the Lotto.</summary>
    public const string ParametroLotto = "lotto";

    /// <summary>The query parameter of <see cref="DopoIlCig"/> that names the change that is due on the portal.</summary>
    public const string ParametroCambia = "cambia";

    /// <summary>The query parameter of <see cref="DopoIlCig"/> that holds a second CIG of the portal's list.</summary>
    public const string ParametroCig = "cig";

    /// <summary>The query parameter of <see cref="Accedi"/> that holds the address to open after the sign-in.</summary>
    public const string ParametroRitorno = "ritorno";

    /// <summary>
    /// The query parameter that names the kind of a storage fault, in the form of error codes, for example <c>archivio.pieno</c>.
    /// </summary>
    public const string ParametroGuasto = "guasto";

    /// <summary>The query parameter of <see cref="SessioneFinita"/> that says why the session ended.</summary>
    public const string ParametroMotivo = "motivo";

    /// <summary>
    /// The address, with a place for the HTTP status, at which the middleware shows an error. The page with the route <see cref="Errore"/>
    /// answers it.
    /// </summary>
    internal const string ErroreConCodice = "/errore/{0}";

    public static string AttestazioniAllaPagina(int pagina) =>
        pagina == 1 ? Attestazioni : string.Create(CultureInfo.InvariantCulture, $"{Attestazioni}?{ParametroPagina}={pagina}");

    public static string DossierDi(Guid id) => $"/attestazioni-di-integrita/dossier/{id}";

    public static string ErroreDi(int codice) => string.Create(CultureInfo.InvariantCulture, $"/errore/{codice}");

    /// <summary>
    /// Returns the address of the sign-in page. After the sign-in the user goes to <paramref name="ritorno"/>, an address of CigHub that
    /// starts with a slash.
    /// </summary>
    public static string AccediPer(string ritorno) => $"{Accedi}?{ParametroRitorno}={Uri.EscapeDataString(ritorno)}";

    /// <summary>
    /// Returns the address of the page that explains why the session ended. After a new sign-in the user goes to
    /// <paramref name="ritorno"/>.
    /// </summary>
    public static string SessioneFinitaPer(string motivo, string ritorno) =>
        $"{SessioneFinita}?{ParametroMotivo}={motivo}&{ParametroRitorno}={Uri.EscapeDataString(ritorno)}";

    /// <summary>
    /// Returns the address of the page on which the user chooses a role. After the choice the user goes to <paramref name="ritorno"/>.
    /// </summary>
    public static string RuoloPer(string ritorno) => $"{Ruolo}?{ParametroRitorno}={Uri.EscapeDataString(ritorno)}";

    /// <param name="codice">The code under which the log tells the reason.</param>
    public static string AccessoNonRiuscitoCon(string codice) => $"{AccessoNonRiuscito}?codice={Uri.EscapeDataString(codice)}";

    /// <summary>
    /// Returns the address of the page for choosing a role, which then tells that the choice could not be recorded. The parameter is the
    /// error code of a storage fault.
    /// </summary>
    public static string RuoloNonCambiato(string guasto) => $"{Ruolo}?{ParametroGuasto}={Uri.EscapeDataString(guasto)}";

    /// <summary>
    /// Returns the address of the page that tells that the sign-in could not be recorded. The parameter is the error code of a storage
    /// fault.
    /// </summary>
    public static string AccessoNonRegistrato(string guasto) => $"{AccessoNonRiuscito}?{ParametroGuasto}={Uri.EscapeDataString(guasto)}";

    /// <summary>Returns the address of the deleghe, with an Affidamento chosen in the form.</summary>
    public static string DelegheDi(Guid affidamentoId) => $"{Deleghe}?affidamento={affidamentoId}";

    public static string RichiestaDiAccessoDi(Guid id) => $"{RichiesteDiAccesso}/{id}";

    public static string LottoDi(Guid id) => $"/lotti/{id}";

    public static string ModificaLottoDi(Guid id) => $"/lotti/{id}/modifica";

    public static string NuovoLottoDi(Guid convenzioneId) => $"/convenzioni/{convenzioneId}/nuovo-lotto";

    public static string AffidamentiInSerieDi(Guid convenzioneId) => $"/convenzioni/{convenzioneId}/affidamenti-in-serie";

    public static string StampaSchedaDi(Guid affidamentoId) => $"/affidamenti/{affidamentoId}/stampa";

    public static string SpesaConvenzioneDi(Guid id) => $"/spesa/convenzioni/{id}";

    /// <summary>The address of the muted alerts.</summary>
    public static string SpesaAvvisiSilenziati => $"{SpesaAvvisi}?silenziati=si";

    public static string SpesaLottoDi(Guid id) => $"/spesa/lotti/{id}";

    public static string ConvenzioneDi(Guid id) => $"/convenzioni/{id}";

    /// <summary>Returns the address of the list of Convenzioni with its filters. A null or empty filter does not apply.</summary>
    /// <param name="cerca">The words to look for.</param>
    /// <param name="stato">The state of the Convenzioni. Null means the open ones.</param>
    /// <param name="lotti">The condition of the Lotti.</param>
    public static string ConvenzioniCon(string? cerca, string? stato = null, string? lotti = null) =>
        With(Convenzioni, ("cerca", cerca), ("stato", stato), ("lotti", lotti));

    /// <summary>Returns the address of the list of Enti and people, filtered by state.</summary>
    public static string PersoneEdEntiIn(string stato) => With(PersoneEdEnti, ("stato", stato));

    /// <summary>Returns the address of the list of people, filtered by state.</summary>
    public static string PersoneIn(string stato) => With(PersoneEdEnti, ("vista", "persone"), ("stato", stato));

    public static string NuovoRupDi(Guid enteId) => $"/enti/{enteId}/rup";

    public static string ModificaConvenzioneDi(Guid id) => $"/convenzioni/{id}/modifica";

    public static string EnteDi(Guid id) => $"/enti/{id}";

    public static string ModificaEnteDi(Guid id) => $"/enti/{id}/modifica";

    /// <summary>Returns the address of the page on which the work of a leaving person is handed over.</summary>
    public static string PassaggioConsegneDi(Guid personaId) => $"{PassaggioConsegne}?da={personaId}";

    public static string PersonaDi(Guid id) => $"/persone/{id}";

    public static string ModificaPersonaDi(Guid id) => $"/persone/{id}/modifica";

    /// <summary>
    /// Returns the address of the page of one of ANAC's code lists. With words to look for, the page shows only the matching entries.
    /// </summary>
    public static string ListaDi(string idTipologica, string? cerca = null) =>
        $"{CodiciEPercorsi}/{Uri.EscapeDataString(idTipologica)}{(cerca is null ? "" : $"?cerca={Uri.EscapeDataString(cerca)}")}";

    public static string FascicoloDi(Guid affidamentoId) => $"/affidamenti/{affidamentoId}/fascicolo";

    public static string IterDi(Guid affidamentoId) => $"/affidamenti/{affidamentoId}/iter";

    /// <param name="affidamentoId">The id of the Affidamento.</param>
    /// <param name="cambia">The change to make, one of the page's answers, or null to let the page ask.</param>
    public static string DopoIlCigDi(Guid affidamentoId, string? cambia = null) =>
        $"/affidamenti/{affidamentoId}/dopo-il-cig{(cambia is null ? "" : $"?{ParametroCambia}={cambia}")}";

    /// <summary>Returns the address at which a second CIG of an Affidamento is recorded, with the CIG filled in.</summary>
    public static string SecondoCigDi(Guid affidamentoId, string cambia, string cig) =>
        $"{DopoIlCigDi(affidamentoId, cambia)}&{ParametroCig}={Uri.EscapeDataString(cig)}";

    public static string ErroreDi(string codice) => $"{Errori}/{Uri.EscapeDataString(codice)}";

    public static string FileVerificaDi(Guid id) => $"/due-diligence/{id}/file";

    public static string AllegatoDi(Guid affidamentoId, Guid attoId) => $"/affidamenti/{affidamentoId}/atti/{attoId}/file";

    public static string ElencoPortaleFileDi(Guid elencoId) => $"{ElencoPortale}/{elencoId}/file";

    public static string NuovoAffidamentoSu(Guid lottoId) => $"{NuovoAffidamento}?{ParametroLotto}={lottoId}";

    /// <summary>
    /// Returns the address at which an Affidamento opens: the page of its request while it waits for the CIG, otherwise its scheda.
    /// </summary>
    public static string AffidamentoDi(Guid id, StatoAffidamento stato) => stato.AttendeIlCig() ? RichiestaDi(id) : SchedaDi(id);

    public static string SchedaDi(Guid id) => $"/affidamenti/{id}";

    public static string RichiestaDi(Guid id) => $"/affidamenti/{id}/richiesta";

    public static string PannelloDi(Guid affidamentoId) => $"/pannello/{affidamentoId}";

    public static string PalestraDocumentoDi(Guid id) => $"/palestra/affidamenti/{id}";

    /// <summary>
    /// Returns the address of one command in the menu of a palestra document. The command may run at once or open a page of its own.
    /// </summary>
    public static string PalestraComandoDi(Guid id, string comando) => $"/palestra/affidamenti/{id}/{comando}";

    public static string PalestraConfermaDi(Guid id, string comando) => $"/palestra/affidamenti/{id}/{comando}/conferma";

    public static string PalestraSuiSelezionatiDi(string comando) => $"/palestra/affidamenti/selezionati/{comando}";

    public static string AuditDi(Guid id) => $"{Audit}/{id}";

    public static string RapportoAuditDi(Guid id) => $"{Audit}/{id}/rapporto";

    public static string EventoDi(long seq) => string.Create(CultureInfo.InvariantCulture, $"/registro-eventi/{seq}");

    /// <summary>Returns the address of the list of the registro's events about one object.</summary>
    public static string EventiDi(string oggettoId) => $"{RegistroEventi}?Oggetto={Uri.EscapeDataString(oggettoId)}";

    /// <summary>
    /// Returns the address of the list of the registro's events, filtered by action, by outcome (<c>ok</c>, <c>negato</c>) and by a first
    /// day, inclusive. A null action or outcome does not filter.
    /// </summary>
    public static string EventiCon(string? azione, string? esito, DateOnly dal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{RegistroEventi}?{(azione is null ? "" : $"Azione={Uri.EscapeDataString(azione)}&")}{(esito is null ? "" : $"Esito={esito}&")}Dal={dal:yyyy-MM-dd}");

    /// <summary>
    /// Returns the address of the list of Affidamenti, of one state or, for null, of all. The address of the first page has no page number.
    /// </summary>
    public static string AffidamentiInStato(string? stato, int pagina = 1) =>
        With(Affidamenti, ("stato", stato), ("pagina", pagina == 1 ? null : pagina.ToString(CultureInfo.InvariantCulture)));

    private static string With(string indirizzo, params (string Nome, string? Valore)[] filtri)
    {
        var query = string.Join('&', filtri.Where(f => !string.IsNullOrWhiteSpace(f.Valore)).Select(f => $"{f.Nome}={Uri.EscapeDataString(f.Valore!)}"));
        return query.Length == 0 ? indirizzo : $"{indirizzo}?{query}";
    }
}
