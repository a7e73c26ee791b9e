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

    /// <summary>The health probe. It is no page, and not for people.</summary>
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
    public const string DopoIlCig = "/affidamenti/{Id:guid}/dopo-il-cig";
    public const string Allegato = "/affidamenti/{Id:guid}/atti/{AttoId:guid}/file";
    public const string AdesioniPregresse = "/affidamenti/gia-fatti";
    public const string AffidamentiInSerie = "/convenzioni/{ConvenzioneId:guid}/affidamenti-in-serie";
    public const string ElencoPortale = "/affidamenti/elenco-portale";
    public const string ElencoPortaleFile = "/affidamenti/elenco-portale/{Id:guid}/file";
    public const string ImportaScheda = "/affidamenti/importa";
    public const string StampaScheda = "/affidamenti/{Id:guid}/stampa";
    public const string Spesa = "/spesa";
    public const string RegistroEventi = "/registro-eventi";
    public const string Evento = "/registro-eventi/{Seq:long}";
    public const string PersoneEdEnti = "/persone-ed-enti";
    public const string Ente = "/enti/{Id:guid}";
    public const string ModificaEnte = "/enti/{Id:guid}/modifica";
    public const string NuovoEnte = "/enti/nuovo";
    public const string Persona = "/persone/{Id:guid}";
    public const string ModificaPersona = "/persone/{Id:guid}/modifica";
    public const string NuovaPersona = "/persone/nuova";
    public const string RegistrazionePortale = "/registrazione-al-portale";
    public const string PassaggioConsegne = "/affidamenti/passaggio-consegne";
    public const string RichiesteDiAccesso = "/persone-ed-enti/richieste-di-accesso";
    public const string RichiestaDiAccesso = "/persone-ed-enti/richieste-di-accesso/{Id:guid}";
    public const string CodiciEPercorsi = "/codici-e-percorsi";
    public const string ListaDiCodici = "/codici-e-percorsi/{Lista}";
    public const string ChiPuoFareCosa = "/chi-puo-fare-cosa";
    public const string Conservazione = "/conservazione";
    public const string Accessibilita = "/accessibilita";

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

    /// <summary>The query parameter of <see cref="NuovoAffidamento"/> that names the Lotto.</summary>
    public const string ParametroLotto = "lotto";

    /// <summary>The query parameter of <see cref="DopoIlCig"/> that says what has to change.</summary>
    public const string ParametroCambia = "cambia";

    /// <summary>The query parameter of <see cref="Accedi"/> that says where to go afterwards.</summary>
    public const string ParametroRitorno = "ritorno";

    /// <summary>The query parameter that names the kind of a storage fault, as in error codes.</summary>
    public const string ParametroGuasto = "guasto";

    /// <summary>The query parameter of <see cref="SessioneFinita"/> that says why the session ended.</summary>
    public const string ParametroMotivo = "motivo";

    /// <summary>The pattern into which the middleware puts the HTTP status. <see cref="Errore"/> is the page that answers.</summary>
    internal const string ErroreConCodice = "/errore/{0}";

    public static string ErroreDi(int codice) => string.Create(CultureInfo.InvariantCulture, $"/errore/{codice}");

    /// <summary>Returns the sign-in page, which comes back to <paramref name="ritorno"/> (an address of ours, starting with a slash).</summary>
    public static string AccediPer(string ritorno) => $"{Accedi}?{ParametroRitorno}={Uri.EscapeDataString(ritorno)}";

    /// <summary>Returns the page that says why the session ended. It comes back to <paramref name="ritorno"/> after a new sign-in.</summary>
    public static string SessioneFinitaPer(string motivo, string ritorno) =>
        $"{SessioneFinita}?{ParametroMotivo}={motivo}&{ParametroRitorno}={Uri.EscapeDataString(ritorno)}";

    /// <summary>Returns the page for the choice of a role, which goes on to <paramref name="ritorno"/>.</summary>
    public static string RuoloPer(string ritorno) => $"{Ruolo}?{ParametroRitorno}={Uri.EscapeDataString(ritorno)}";

    /// <param name="codice">The code under which the log tells the reason.</param>
    public static string AccessoNonRiuscitoCon(string codice) => $"{AccessoNonRiuscito}?codice={Uri.EscapeDataString(codice)}";

    /// <summary>Returns the page for a choice of a role that could not be recorded, with the kind of the fault as in error codes.</summary>
    public static string RuoloNonCambiato(string guasto) => $"{Ruolo}?{ParametroGuasto}={Uri.EscapeDataString(guasto)}";

    /// <summary>Returns the page for a sign-in that could not be recorded, with the kind of the fault as in error codes.</summary>
    public static string AccessoNonRegistrato(string guasto) => $"{AccessoNonRiuscito}?{ParametroGuasto}={Uri.EscapeDataString(guasto)}";

    public static string RichiestaDiAccessoDi(Guid id) => $"{RichiesteDiAccesso}/{id}";

    public static string LottoDi(Guid id) => $"/lotti/{id}";

    public static string ModificaLottoDi(Guid id) => $"/lotti/{id}/modifica";

    public static string NuovoLottoDi(Guid convenzioneId) => $"/convenzioni/{convenzioneId}/nuovo-lotto";

    public static string AffidamentiInSerieDi(Guid convenzioneId) => $"/convenzioni/{convenzioneId}/affidamenti-in-serie";

    public static string StampaSchedaDi(Guid affidamentoId) => $"/affidamenti/{affidamentoId}/stampa";

    public static string ConvenzioneDi(Guid id) => $"/convenzioni/{id}";

    /// <summary>Returns the list of Convenzioni with its filters. A null or empty filter does not apply.</summary>
    /// <param name="cerca">The words to look for.</param>
    /// <param name="stato">The state of the Convenzioni. Null means the open ones.</param>
    /// <param name="lotti">The condition of the Lotti.</param>
    public static string ConvenzioniCon(string? cerca, string? stato = null, string? lotti = null) =>
        With(Convenzioni, ("cerca", cerca), ("stato", stato), ("lotti", lotti));

    /// <summary>Returns the list of Enti or of people in one state.</summary>
    public static string PersoneEdEntiIn(string stato) => With(PersoneEdEnti, ("stato", stato));

    public static string ModificaConvenzioneDi(Guid id) => $"/convenzioni/{id}/modifica";

    public static string EnteDi(Guid id) => $"/enti/{id}";

    public static string ModificaEnteDi(Guid id) => $"/enti/{id}/modifica";

    /// <summary>Returns the page that hands over the work of a person who leaves.</summary>
    public static string PassaggioConsegneDi(Guid personaId) => $"{PassaggioConsegne}?da={personaId}";

    public static string PersonaDi(Guid id) => $"/persone/{id}";

    public static string ModificaPersonaDi(Guid id) => $"/persone/{id}/modifica";

    /// <summary>Returns the page of one code list, with the words to look for in it.</summary>
    public static string ListaDi(string idTipologica, string? cerca = null) =>
        $"{CodiciEPercorsi}/{Uri.EscapeDataString(idTipologica)}{(cerca is null ? "" : $"?cerca={Uri.EscapeDataString(cerca)}")}";

    public static string FascicoloDi(Guid affidamentoId) => $"/affidamenti/{affidamentoId}/fascicolo";

    /// <param name="affidamentoId">The id of the Affidamento.</param>
    /// <param name="cambia">The change to make, one of the page's answers, or null to let the page ask.</param>
    public static string DopoIlCigDi(Guid affidamentoId, string? cambia = null) =>
        $"/affidamenti/{affidamentoId}/dopo-il-cig{(cambia is null ? "" : $"?{ParametroCambia}={cambia}")}";

    public static string AllegatoDi(Guid affidamentoId, Guid attoId) => $"/affidamenti/{affidamentoId}/atti/{attoId}/file";

    public static string ElencoPortaleFileDi(Guid elencoId) => $"{ElencoPortale}/{elencoId}/file";

    public static string NuovoAffidamentoSu(Guid lottoId) => $"{NuovoAffidamento}?{ParametroLotto}={lottoId}";

    /// <summary>Returns the page at which an Affidamento opens: its request while that is under way, otherwise its scheda.</summary>
    public static string AffidamentoDi(Guid id, StatoAffidamento stato) => stato.AttendeIlCig() ? RichiestaDi(id) : SchedaDi(id);

    public static string SchedaDi(Guid id) => $"/affidamenti/{id}";

    public static string RichiestaDi(Guid id) => $"/affidamenti/{id}/richiesta";

    public static string PannelloDi(Guid affidamentoId) => $"/pannello/{affidamentoId}";

    public static string PalestraDocumentoDi(Guid id) => $"/palestra/affidamenti/{id}";

    /// <summary>Returns a command of the document's menu, or the page that it opens.</summary>
    public static string PalestraComandoDi(Guid id, string comando) => $"/palestra/affidamenti/{id}/{comando}";

    public static string PalestraConfermaDi(Guid id, string comando) => $"/palestra/affidamenti/{id}/{comando}/conferma";

    public static string PalestraSuiSelezionatiDi(string comando) => $"/palestra/affidamenti/selezionati/{comando}";

    public static string EventoDi(long seq) => string.Create(CultureInfo.InvariantCulture, $"/registro-eventi/{seq}");

    /// <summary>Returns the list of the events about one object.</summary>
    public static string EventiDi(string oggettoId) => $"{RegistroEventi}?Oggetto={Uri.EscapeDataString(oggettoId)}";

    /// <summary>
    /// Returns the list of the events of one kind, or with one outcome (<c>ok</c>, <c>negato</c>), from a day on. A null filter does not
    /// apply.
    /// </summary>
    public static string EventiCon(string? azione, string? esito, DateOnly dal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{RegistroEventi}?{(azione is null ? "" : $"Azione={Uri.EscapeDataString(azione)}&")}{(esito is null ? "" : $"Esito={esito}&")}Dal={dal:yyyy-MM-dd}");

    /// <summary>Returns the list of Affidamenti, of one state or of all. The first page needs no number.</summary>
    public static string AffidamentiInStato(string? stato, int pagina = 1) =>
        With(Affidamenti, ("stato", stato), ("pagina", pagina == 1 ? null : pagina.ToString(CultureInfo.InvariantCulture)));

    private static string With(string indirizzo, params (string Nome, string? Valore)[] filtri)
    {
        var query = string.Join('&', filtri.Where(f => !string.IsNullOrWhiteSpace(f.Valore)).Select(f => $"{f.Nome}={Uri.EscapeDataString(f.Valore!)}"));
        return query.Length == 0 ? indirizzo : $"{indirizzo}?{query}";
    }
}
