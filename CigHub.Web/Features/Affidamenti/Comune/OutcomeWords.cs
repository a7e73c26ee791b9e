using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.Affidamenti.Comune;

/// <summary>
/// The sentences on screen after an action on an Affidamento. They say what happened, what became of the riserva and what to do next. A
/// method that takes an Affidamento wants it as it was before the action.
/// </summary>
public static class OutcomeWords
{
    public const string Creato = "Affidamento creato, in lavorazione. Ora compila ciò che manca: ogni modifica si salva da sola.";

    public const string Copiato = "Copia creata: è un affidamento nuovo, in lavorazione. Ora controlla date e importi.";

    public const string Importato = "Scheda importata, in lavorazione. Ora controlla ciò che manca.";

    public const string InviatoPerApprovazione =
        "Inviato per approvazione. Ora lo esamina una persona che non vi ha lavorato; finché non risponde, la scheda non si può modificare.";

    public const string Approvato = "Affidamento approvato. Ora il RUP può richiedere il CIG.";

    public const string Restituito = "Affidamento restituito: è di nuovo in lavorazione, con la tua nota in cima alla scheda.";

    public const string Riassegnato = "Affidamento riassegnato: da ora lo segue il nuovo RUP.";

    public const string DelegaConferita =
        "Delega conferita: dal primo giorno di validità la persona trova la delega nel suo cruscotto e la sceglie per lavorare.";

    public const string DelegaRevocata = "Delega revocata: vale da subito.";

    public const string Riletto = "Rilettura registrata. Ora richiedi il CIG sul portale, poi incollalo qui.";

    public const string ConflittoDichiarato =
        "Conflitto dichiarato: da ora non puoi fare nulla su questo affidamento. Decide il Dirigente / Responsabile del servizio.";

    public const string ConflittoEscluso = "Deciso: nessun conflitto. Chi lo aveva dichiarato ora può proseguire e legge il tuo motivo.";

    public const string CodiciCorretti = "Codici dell'errore corretti. La risposta del portale resta com'era.";

    public const string CigInPiuRegistrato = "CIG in più registrato: resta tra le cose da fare finché non registri che il portale l'ha annullato.";

    public const string CigInPiuAnnullato = "Annullamento registrato: il CIG in più non è più tra le cose da fare.";

    public const string AttoAggiunto = "Atto aggiunto al fascicolo.";

    public const string CapienzaConfermata = "Conferma registrata: l'importo è in corso di adesione sul Lotto fino al suo ultimo giorno.";

    public const string CapienzaNegata = "Risposta registrata: CMRC non conferma la capienza, e sul Lotto non cambia nulla.";

    public const string CapienzaLiberata = "Capienza liberata: l'importo è di nuovo disponibile sul Lotto.";

    public const string InListaAttesa =
        "In lista d'attesa: il posto è tuo nell'ordine di arrivo, ma non prende capienza. Il Cruscotto ti dice quando il residuo basta.";

    public const string ListaAttesaLasciata = "Lista d'attesa lasciata: chi vi rientra è l'ultimo.";

    public const string Ripristinato =
        "Affidamento ripristinato: è di nuovo in lavorazione, con i dati che aveva. Controlla la scheda prima di dichiararla pronta.";

    public const string BozzaScaricata = "Bozza scaricata: completa ciò che è tra parentesi quadre e rileggila prima di firmare.";

    public const string AttoTolto = "Atto tolto dal fascicolo. Resta traccia nel registro eventi.";

    public const string OperazioneRifiutata =
        "Rifiuto registrato: tutto resta com'era e la capienza del Lotto non cambia. L'operazione si può avviare di nuovo.";

    public const string OperazioneAbbandonata = "Operazione chiusa senza invio: tutto resta com'era e si può avviare di nuovo.";

    public const string GuastoSegnalato =
        "Malfunzionamento segnalato: lo vedono tutti, con l'ora. Se avevi richieste già rilette, ora sono «Esito da verificare» "
        + "e i loro importi restano in corso di adesione.";

    public static string Pronto(bool sonoIlRup) =>
        "La scheda è pronta per il portale. " + (sonoIlRup ? "Ora puoi avviare la richiesta del CIG." : "Ora la richiesta del CIG spetta al RUP.");

    public static string TornatoInLavorazione(Affidamento prima) =>
        "L'affidamento è di nuovo in lavorazione: ora la scheda si può modificare."
        + (prima.ApprovatoIl is null ? "" : " L'approvazione non vale più: prima del portale ne serve un'altra.");

    public static string AssegnatoAMe(Affidamento prima) =>
        "Ora il RUP di questo affidamento sei tu." + (prima.Stato == StatoAffidamento.ProntoPerIlPortale ? " Puoi avviare la richiesta del CIG." : "");

    public static string Eliminato(Affidamento prima) =>
        $"Affidamento {prima.Numero} eliminato. Lo ritrovi in questo elenco con il filtro «{StatoAffidamento.Eliminato.Nome()}».";

    public static string RichiestaAvviata(Importo importo) =>
        $"Richiesta avviata: {importo:E} sono in corso di adesione sul Lotto. Ora segui i passi sul portale, poi registra qui il CIG Derivato.";

    public static string CigRegistrato(Affidamento prima, Aggiudicazione adesione)
    {
        var restano = prima.Aggiudicazioni.Count(a => a.Id != adesione.Id && EInRichiesta(a));
        return $"CIG Derivato registrato: {adesione.Importo:E} passano da «in corso di adesione» ad aderiti sul Lotto. " + restano switch
        {
            0 => "Ora riportalo sull'ordinativo e nei pagamenti.",
            _ => "Ora registra " + Plural.Word(restano, "il CIG dell'altra adesione.", $"i CIG delle altre {Plural.Of(restano, "adesione", "adesioni")}."),
        };
    }

    public static string Refused(Affidamento prima) =>
        $"Rifiuto registrato: i {Riservato(prima):E} in corso di adesione sul Lotto sono di nuovo liberi e la scheda è tornata in lavorazione, con un codice "
        + "dell'affidamento nuovo. Ora correggila secondo la risposta del portale, guarda nell'elenco del portale e dichiarala di nuovo pronta.";

    public static string NonInviato(Affidamento prima) =>
        $"Registrato che la richiesta non è stata inviata: i {Riservato(prima):E} in corso di adesione sul Lotto sono di nuovo liberi. "
        + "L'affidamento è pronto per il portale: puoi avviare la richiesta quando vuoi.";

    public static string EsitoDaVerificare(Affidamento prima) =>
        $"Esito segnato come da verificare: i {Riservato(prima):E} restano in corso di adesione sul Lotto. Ora guarda nell'elenco del portale se il CIG c'è.";

    /// <param name="trovato">The row that the look found, as the form holds it.</param>
    public static string NonRisulta(Affidamento prima, string? trovato) => prima.Stato != StatoAffidamento.EsitoDaVerificare
        ? "Registrato che hai guardato nell'elenco del portale: ora la richiesta si può ripetere."
        : $"Registrato che nell'elenco del portale il CIG non risulta: la richiesta è di nuovo in corso e i {Riservato(prima):E} restano in corso di adesione. "
            + (trovato == nameof(TrovatoInElenco.SenzaCig)
                ? "Ora ripeti i passi sul portale."
                : "La scheda ha un codice dell'affidamento nuovo, perché ANAC non accetta due volte lo stesso: ripeti i passi con quello.");

    public const string SceltaMotivata = "Scelta del fornitore registrata con il suo motivo.";

    public static string OperazioneAvviata(TipoOperazione tipo) =>
        $"«{tipo.Nome()}» avviata. Ora segui i passi sul portale e registra che cosa ha risposto: fino ad allora in CigHub non cambia nulla.";

    public static string OperazioneAccettata(OperazionePortale operazione, Affidamento prima) => operazione.Tipo switch
    {
        TipoOperazione.Modifica => "Modifica registrata: importo e CUP sono quelli nuovi, e la capienza del Lotto è aggiornata.",
        TipoOperazione.Annullamento =>
            $"Annullamento registrato: {prima.Aggiudicazioni.FirstOrDefault(a => a.Id == operazione.AggiudicazioneId)?.Importo ?? Importo.Zero:E} "
            + "sono di nuovo liberi sul Lotto.",
        _ => "Sostituzione registrata: da ora il RUP è chi subentra.",
    };

    public static string AnnullamentoRitirato(Aggiudicazione adesione) =>
        $"Ritiro registrato: il CIG {adesione.CigDerivato} è di nuovo in essere e {adesione.Importo:E} sono di nuovo presi dal Lotto.";

    public static string ConflittoSostituito(bool conUnNuovoRup) =>
        "Sostituzione decisa: " + (conUnNuovoRup ? "da ora prosegue il RUP che hai scelto." : "da ora prosegue un'altra persona.");

    /// <summary>Returns the total amount that the requests under way of the Affidamento have reserved on its Lotto.</summary>
    private static Importo Riservato(Affidamento affidamento) => Importo.Somma(affidamento.Aggiudicazioni.Where(EInRichiesta).Select(a => a.Importo));

    private static bool EInRichiesta(Aggiudicazione adesione) => adesione.Stato is StatoAggiudicazione.InRichiesta or StatoAggiudicazione.DaVerificare;
}
