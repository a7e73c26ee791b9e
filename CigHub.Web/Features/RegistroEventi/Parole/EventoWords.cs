using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data.Registro;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using static CigHub.Web.Features.RegistroEventi.Parole.TolerantReader;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>
/// Tells an event in the words of the office, for example «ha registrato il CIG Derivato B61107E182». All pages and prints take their words
/// from here. They come from the event's own bytes, so that no screen can differ from the registro.
/// </summary>
public static partial class EventoWords
{
    private static readonly Dictionary<string, string> _etichette = new()
    {
        ["AliquotaIva"] = "Aliquota IVA",
        ["RegimeIva"] = "Regime IVA",
        ["Impegno"] = "Impegno",
        ["Capitolo"] = "Capitolo",
        ["ContrattoDal"] = "Primo giorno del contratto",
        ["ContrattoAl"] = "Ultimo giorno del contratto",
        ["Portale.RegistroDiSistema"] = "Registro di Sistema",
        ["Portale.FascicoloDiSistema"] = "Fascicolo di Sistema",
        ["Portale.DataInvio"] = "Data Invio",
        ["Portale.Stato"] = "Stato sul portale",
        ["Portale.StatoAffidamento"] = "Stato Affidamento sul portale",
        ["Portale.StatoSchedaPcp"] = "Stato Scheda PCP sul portale",
    };

    /// <summary>Returns the sentence about an event. It is written to follow the name of the person who acted.</summary>
    public static string Sentence(Evento evento) => evento.Esito == EsitoEvento.Negato ? Tentativo(evento) : evento.Azione switch
    {
        Azioni.AffidamentoCreato => "ha creato l'affidamento",
        Azioni.AffidamentoCopiato => "ha creato l'affidamento copiandone un altro",
        Azioni.BozzaModificata => CampiModificati(Percorsi(evento)),
        Azioni.AffidamentoPronto => "ha dichiarato la scheda pronta per il portale",
        Azioni.SceltaMotivata => "ha motivato la scelta del fornitore",
        Azioni.InviatoPerApprovazione => "ha inviato l'affidamento per l'approvazione",
        Azioni.AffidamentoApprovato => "ha approvato l'affidamento, dichiarando di non avere conflitti di interessi",
        Azioni.AffidamentoRestituito => "ha restituito l'affidamento perché sia corretto",

        // The colleagues of the Ente read these sentences too. The kind of the conflict is in the details, which the Auditor alone reads.
        Azioni.ConflittoDichiarato => "ha dichiarato un conflitto di interessi con il fornitore e si astiene",
        Azioni.ConflittoSostituito => "ha deciso che chi ha dichiarato un conflitto di interessi è sostituito",
        Azioni.ConflittoEscluso => "ha deciso che il conflitto di interessi dichiarato non c'è",
        Azioni.AffidamentoRiaperto => "ha riportato la scheda in lavorazione",
        Azioni.AffidamentoAssegnato => "ha assegnato a sé l'affidamento, come RUP",
        Azioni.AffidamentoRiassegnato => "ha riassegnato l'affidamento a un altro RUP",
        Azioni.AffidamentoEliminato => "ha eliminato l'affidamento",
        Azioni.AffidamentoRipristinato => "ha ripristinato l'affidamento eliminato: è di nuovo in lavorazione",
        Azioni.EntratoInLista => "ha messo l'affidamento in lista d'attesa, perché supera il residuo del Lotto",
        Azioni.UscitoDallaLista => "ha tolto l'affidamento dalla lista d'attesa",
        Azioni.RichiestaAvviata => With(
            "ha avviato la richiesta del CIG",
            Movimento(evento, "Riserva") is { } riservato
                ? $", con {riservato:E} in corso di adesione sul {Titolo(evento, "lotto") ?? "Lotto"}"
                : null),
        Azioni.RiletturaConfermata => "ha riletto sul portale CIG Padre, CUP, importo e fornitore",
        Azioni.CigRegistrato => With("ha registrato il CIG Derivato", Cig(evento)),
        Azioni.RichiestaRifiutata => "ha registrato il rifiuto del portale",
        Azioni.RichiestaNonInviata => "ha chiuso la richiesta senza inviarla: l'importo in corso di adesione è di nuovo libero",
        Azioni.EsitoDaVerificare => "ha segnato l'esito come da verificare: l'importo resta in corso di adesione",
        Azioni.NonRisulta => Sguardo(evento),
        Azioni.CodiciCorretti => With(
            "ha corretto i codici dell'errore del portale", Text(evento.Dati, "codici") is { Length: > 0 } codici ? $"({codici})" : null),
        Azioni.CigInPiuRegistrato => With("ha registrato un CIG in più, da annullare:", Text(evento.Dati, "cig")),
        Azioni.CigInPiuAnnullato => With("ha registrato che il portale ha annullato il CIG in più", Text(evento.Dati, "cig")),
        Azioni.AnnullamentoRitirato => With(
            "ha registrato che l'annullamento è stato ritirato",
            Movimento(evento, "Ripresa") is { } ripreso ? $", e {ripreso:E} sono di nuovo presi dal Lotto" : null),
        Azioni.RegistratoDaElenco =>
            Text(evento.Dati, "cig") is { } dalPortale
                ? $"ha registrato dall'elenco del portale il CIG Derivato {dalPortale}"
                : "ha registrato i dati che risultano dall'elenco del portale",
        Azioni.ModificaAvviata => "ha avviato l'operazione «Modifica CUP e/o Importo»",
        Azioni.AnnullamentoAvviato => "ha avviato l'operazione «Annulla affidamento»: finché il portale non accetta, nulla cambia",
        Azioni.SostituzioneRupAvviata => "ha avviato l'operazione «Sostituzione RUP»",
        Azioni.OperazioneAccettata => $"ha registrato che il portale ha accettato {Operazione(evento)}{Mosso(evento)}",
        Azioni.OperazioneAbbandonata => $"ha chiuso {Operazione(evento)} senza inviarla: tutto è rimasto come prima",
        Azioni.OperazioneRifiutata => $"ha registrato che il portale ha rifiutato {Operazione(evento)}: tutto è rimasto come prima",
        Azioni.AdesionePregressaCaricata =>
            (Cig(evento) ?? Text(evento.Dati, "cig")) is { } cig
                ? $"ha caricato l'adesione pregressa, con il CIG {cig}"
                : "ha caricato l'adesione pregressa",
        Azioni.AttoAggiunto => $"ha aggiunto {Atto(evento, evento.Dopo)}",
        Azioni.AttoRimosso => $"ha tolto {Atto(evento, evento.Prima)}",
        Azioni.RupSollecitato => "ha sollecitato il RUP",
        Azioni.CapienzaChiesta => "ha chiesto a CMRC la conferma di capienza",
        Azioni.CapienzaConfermata => $"ha registrato la conferma di capienza{Confermato(evento)}",
        Azioni.CapienzaNegata => "ha registrato che CMRC non conferma la capienza",
        Azioni.CapienzaLiberata => $"ha liberato la capienza confermata{Liberato(evento)}",
        Azioni.ConfermaTerminata => $"ha terminato la conferma di capienza, perché il suo ultimo giorno è passato{Liberato(evento)}",
        Azioni.FascicoloModificato => "ha modificato i dati contabili e del contratto",
        Azioni.DatiPortaleRegistrati => "ha registrato i dati del portale",
        Azioni.AllegatoAperto => Tipo(evento) is { } tipo ? $"ha scaricato il file di «{tipo.Nome()}»" : "ha scaricato il file di un atto",
        var altra => DellUfficio(altra, evento) ?? $"– {Azioni.Nome(altra)}",
    };

    /// <summary>Returns the title of the event's object at that moment. Null when it has none.</summary>
    public static string? TitoloDellOggetto(Evento evento) => evento.Oggetto.Tipo switch
    {
        Oggetti.Affidamento => Titolo(evento, "affidamento"),
        Oggetti.Lotto => Titolo(evento, "lotto"),
        Oggetti.Convenzione => Titolo(evento, "convenzione"),
        Oggetti.Ente => Titolo(evento, "ente"),
        _ => null,
    };

    /// <summary>Returns the name, at that time, of the Ente for which the person acted, or null for all Enti or the office.</summary>
    public static string? EnteDiChiAgisce(Evento evento) => Titolo(evento, "enteAttore");

    /// <summary>Returns the name of the role in which the person acted, or null when the system acted.</summary>
    public static string? Ruolo(Evento evento) =>
        evento.Attore is { Id: not null, Ruolo: var ruolo } ? NomiRegistrati.Leggi<Ruolo>(ruolo, out var noto) ? noto.Name() : ruolo : null;

    private static string? Titolo(Evento evento, string quale) => Text(Oggetto(evento.Dati, "titoli"), quale);

    /// <summary>
    /// Returns the details for the sentence about an event: the portal's words, the reasons, the changed values, the fields of the scheda.
    /// </summary>
    public static IReadOnlyList<string> Dettagli(Evento evento) =>
    [
        .. new[] { "nota", "motivo" }.Select(chiave => Text(evento.Dati, chiave)).OfType<string>().Select(t => $"«{t}»"),
        .. Text(Affidamento(evento.Dopo), "MotivoBandoSuccessivo") is { } motivo ? new[] { $"Motivo: «{motivo}»" } : [],
        .. evento.Azione is Azioni.ModificaAvviata or Azioni.SostituzioneRupAvviata ? DellOperazione(evento) : [],
        .. evento.Azione == Azioni.FascicoloModificato
            ? Cambiati(Oggetto(Affidamento(evento.Prima), "Fascicolo"), Oggetto(Affidamento(evento.Dopo), "Fascicolo"))
            : [],
        .. evento.Azione == Azioni.DatiPortaleRegistrati ? Cambiati(Affidamento(evento.Prima), Affidamento(evento.Dopo)) : [],
        .. evento.Azione == Azioni.BozzaModificata
            && Euro(Affidamento(evento.Prima), NomiRegistrati.ImportoAppalto) is { } era
            && Euro(Affidamento(evento.Dopo), NomiRegistrati.ImportoAppalto) is { } ora
            ? new[] { $"Importo: {ora:E} (era {era:E})" } : [],
        .. evento.Azione == Azioni.RegistratoDaElenco ? Texts(evento.Dati, "cambia") : [],
    ];

    /// <summary>
    /// Returns the ids of the old and the new RUP when the event passes an Affidamento from one to the other. Returns null for any other
    /// event.
    /// </summary>
    public static (Guid Da, Guid A)? Passaggio(Evento evento) =>
        evento.Azione is Azioni.AffidamentoAssegnato or Azioni.AffidamentoRiassegnato
            && (Id(evento.Dati, "da") ?? Id(Affidamento(evento.Prima), "RupId")) is { } da
            && (Id(evento.Dati, "a") ?? Id(Affidamento(evento.Dopo), "RupId")) is { } a
            ? (da, a)
            : null;

    /// <summary>Returns the reason that was given with the act, or null when there is none.</summary>
    public static string? Motivo(Evento evento) => Text(evento.Dati, "motivo");

    /// <summary>
    /// Returns the paths of the fields of the scheda that the event changed. The list is empty for an event that is not about work on the
    /// draft.
    /// </summary>
    public static IReadOnlyList<string> Percorsi(Evento evento) =>
        evento.Azione != Azioni.BozzaModificata ? [] :
        [.. new[] { evento.Prima, evento.Dopo }.SelectMany(lato => Oggetto(Affidamento(lato), NomiRegistrati.Bozza) ?? []).Select(x => x.Key).Distinct()];

    /// <summary>
    /// Returns the sentence about changed fields of the scheda, for example «ha modificato il campo «Oggetto»» or «ha modificato 6 campi».
    /// </summary>
    public static string CampiModificati(IReadOnlyCollection<string> percorsi) => percorsi.Count switch
    {
        0 => "ha modificato la bozza",
        1 => CatalogoAd4.Trova(percorsi.First()) is { } campo ? $"ha modificato il campo «{campo.Etichetta}»" : "ha modificato una riga di un elenco",
        var quanti => $"ha modificato {Plural.Of(quanti, "campo", "campi")}",
    };

    /// <summary>
    /// Returns one line with the labels of several changed fields of the scheda. The list is empty for a single field, which the sentence
    /// already names.
    /// </summary>
    public static IReadOnlyList<string> Fields(IReadOnlyCollection<string> percorsi) =>
        percorsi.Count > 1 ? [string.Join(", ", percorsi.Select(p => CatalogoAd4.Trova(p)?.Etichetta ?? "riga di un elenco").Distinct())] : [];

    private static string With(string frase, string? resto) => resto is null ? frase : resto.StartsWith(',') ? frase + resto : $"{frase} {resto}";

    /// <summary>Returns the type of the fascicolo's act (atto) that the event names, or null when it names none.</summary>
    private static TipoAtto? Tipo(Evento evento) => NomiRegistrati.Leggi<TipoAtto>(Text(evento.Dati, "tipo"), out var tipo) ? tipo : null;

    /// <summary>Returns the words for the operation on the portal, with its name in quotation marks when the event tells it.</summary>
    private static string Operazione(Evento evento) =>
        NomiRegistrati.Leggi<TipoOperazione>(Text(evento.Dati, "tipo"), out var tipo) ? $"l'operazione «{tipo.Nome()}»" : "l'operazione";

    /// <summary>Returns the words for the effect of an accepted operation on the capacity ledger, or null when it has none.</summary>
    private static string? Mosso(Evento evento) =>
        Movimento(evento, "Annullamento") is { } libero ? $": {-libero:E} tornano liberi sul Lotto"
        : Movimento(evento, "Correzione") is not { } differenza ? null
        : differenza > Importo.Zero ? $": sul Lotto {differenza:E} in più" : $": sul Lotto {-differenza:E} in meno";

    /// <summary>
    /// Returns the details of an operation on the portal that was begun: each new value beside the old one, and the act (atto). People are
    /// left out, because the event has only their ids.
    /// </summary>
    private static IEnumerable<string> DellOperazione(Evento evento)
    {
        var dati = Oggetto(Primo(evento.Dopo, "OperazionePortale"), "Dati");
        if (Euro(dati, "Importo") is { } importo && Euro(dati, "ImportoPrima") is { } prima)
        {
            yield return $"Importo: {importo:E} (era {prima:E})";
            yield return $"CUP: {List(Texts(dati, "Cup"))} (era {List(Texts(dati, "CupPrima"))})";
        }

        if (Text(dati, "NumeroAtto") is { } numero && Day(dati, "DataAtto") is { } data && Day(dati, "Decorrenza") is { } dal)
        {
            yield return $"Atto n. {numero} del {RomeTime.Text(data)}, dal {RomeTime.Text(dal)}";
        }
    }

    private static string List(IReadOnlyList<string> cup) => cup.Count > 0 ? string.Join(", ", cup) : "nessuno";

    /// <summary>Returns the words for an act (atto) of the fascicolo, from the values before or after.</summary>
    private static string Atto(Evento evento, JsonObject? lato)
    {
        // Of several atti added together, the first event holds the values of all.
        var atto = (Text(evento.Dati, "atto") is { } id ? Oggetto(lato, $"Atto/{id}") : null) ?? Primo(lato, "Atto");
        var dati = Oggetto(atto, "Dati");
        var quale = (Tipo(evento) ?? (NomiRegistrati.Leggi<TipoAtto>(Text(dati, "Tipo"), out var scritto) ? scritto : null)) is { } tipo
            ? $"l'atto «{tipo.Nome()}»"
            : "un atto";
        var numero = Text(dati, "Numero") is { } n ? $" n. {n}" : "";
        var data = Day(dati, "Data") is { } giorno ? $" del {RomeTime.Text(giorno)}" : "";
        var importo = Euro(dati, "Importo") is { } euro ? $" per {euro:E}" : "";
        return $"{quale}{numero}{data}{importo}{(Text(Oggetto(atto, "File"), "Nome") is { } nome ? $", con il file {nome}" : "")}";
    }

    private static string Confermato(Evento evento) =>
        Movimento(evento, "Conferma") is { } preso ? $": {preso:E} in corso di adesione sul {Titolo(evento, "lotto") ?? "Lotto"}" : "";

    private static string Liberato(Evento evento) => Movimento(evento, "FineConferma") is { } libero ? $": {-libero:E} tornano liberi sul Lotto" : "";

    private static string? Cig(Evento evento) => Text(Primo(evento.Dopo, "Aggiudicazione"), "CigDerivato");

    /// <summary>Returns the sum of the ledger rows of one kind that the event added, or null when it added none.</summary>
    private static Importo? Movimento(Evento evento, string tipo)
    {
        var righe = DelTipo(evento.Dopo, "MovimentoCapienza").Where(r => Text(r, "Tipo") == tipo).Select(r => Intero(r, "Importo") ?? 0).ToList();
        return righe.Count == 0 ? null : Importo.DaCentesimi(righe.Sum());
    }

    private static JsonObject? Affidamento(JsonObject? lato) => Primo(lato, "Affidamento");

    private static Importo? Euro(JsonNode? dove, string nome) => Intero(dove, nome) is { } centesimi ? Importo.DaCentesimi(centesimi) : null;

    private static IEnumerable<string> Cambiati(JsonObject? prima, JsonObject? dopo) =>
        from campo in _etichette
        let vecchio = Leggibile(prima, campo.Key)
        let nuovo = Leggibile(dopo, campo.Key)
        where vecchio != nuovo
        select nuovo is null
            ? $"{campo.Value}: tolto (era {vecchio})"
            : vecchio is null ? $"{campo.Value}: {nuovo}" : $"{campo.Value}: {nuovo} (era {vecchio})";

    private static string? Leggibile(JsonObject? dove, string campo) =>
        Day(dove, campo) is { } giorno ? RomeTime.Text(giorno)
        : Text(dove, campo) is not { } testo ? null
        : campo == "AliquotaIva" ? testo.Replace('.', ',') + "\u00A0%"
        : campo == "RegimeIva" && NomiRegistrati.Leggi<RegimeIva>(testo, out var regime) ? $"«{regime.Nome()}»"
        : $"«{testo}»";
}
