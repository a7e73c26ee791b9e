using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.WritePath;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// What an event says, in the words of the office: «ha registrato il CIG Derivato B61107E182». Read off the event's own bytes, so that the
/// cronologia cannot tell another story than the registro.
/// </summary>
public static class ParoleCronologia
{
    private static readonly Dictionary<string, string> Campi = new()
    {
        [nameof(DatiFascicolo.AliquotaIva)] = "Aliquota IVA",
        [nameof(DatiFascicolo.Impegno)] = "Impegno",
        [nameof(DatiFascicolo.Capitolo)] = "Capitolo",
        [nameof(DatiFascicolo.ContrattoDal)] = "Primo giorno del contratto",
        [nameof(DatiFascicolo.ContrattoAl)] = "Ultimo giorno del contratto",
        [nameof(DatiPortale.RegistroDiSistema)] = "Registro di Sistema",
        [nameof(DatiPortale.FascicoloDiSistema)] = "Fascicolo di Sistema",
        [nameof(DatiPortale.DataInvio)] = "Data Invio",
        [nameof(DatiPortale.Stato)] = "Stato",
        [nameof(DatiPortale.StatoAffidamento)] = "Stato Affidamento",
        [nameof(DatiPortale.StatoSchedaPcp)] = "Stato Scheda PCP",
    };

    /// <summary>The sentence that follows the person's name.</summary>
    public static string Frase(Evento evento) => evento.Azione switch
    {
        Azioni.AffidamentoCreato => "ha creato l'affidamento",
        Azioni.AffidamentoCopiato => "ha creato l'affidamento copiandone un altro",
        Azioni.BozzaModificata => CampiModificati(Percorsi(evento)),
        Azioni.AffidamentoPronto => "ha dichiarato la scheda pronta per il portale",
        Azioni.InviatoPerApprovazione => "ha inviato l'affidamento per l'approvazione",
        Azioni.AffidamentoApprovato => "ha approvato l'affidamento, dichiarando di non avere conflitti di interessi",
        Azioni.AffidamentoRestituito => "ha restituito l'affidamento perché sia corretto",
        Azioni.ConflittoDichiarato => Con("ha dichiarato un conflitto di interessi con il fornitore", Testo(evento.Dati, "natura") is { } natura ? $" ({natura})" : null),
        Azioni.AffidamentoRiaperto => "ha riportato la scheda in lavorazione",
        Azioni.AffidamentoAssegnato => "ha assegnato a sé l'affidamento, come RUP",
        Azioni.AffidamentoRiassegnato => "ha riassegnato l'affidamento a un altro RUP",
        Azioni.AffidamentoEliminato => "ha eliminato l'affidamento",
        Azioni.RichiestaAvviata => Con("ha avviato la richiesta del CIG", Movimento(evento, "Riserva") is { } riservato ? $", riservando {riservato:E} sul Lotto" : null),
        Azioni.RiletturaConfermata => "ha riletto sul portale CIG Padre, CUP, importo e fornitore",
        Azioni.CigRegistrato => Con("ha registrato il CIG Derivato", Cig(evento)),
        Azioni.RichiestaRifiutata => "ha registrato il rifiuto del portale",
        Azioni.RichiestaNonInviata => "ha chiuso la richiesta senza inviarla: l'importo riservato è di nuovo libero",
        Azioni.EsitoDaVerificare => "ha segnato l'esito come da verificare: l'importo resta riservato",
        Azioni.NonRisulta => "ha verificato che nell'elenco del portale la richiesta non risulta",
        Azioni.RegistratoDaElenco => Testo(evento.Dati, "cig") is { } dalPortale ? $"ha registrato dall'elenco del portale il CIG Derivato {dalPortale}" : "ha registrato dall'elenco del portale i dati che dice",
        Azioni.ModificaAvviata => "ha avviato «Modifica CUP e/o Importo» (CM1)",
        Azioni.AnnullamentoAvviato => "ha avviato «Annulla affidamento» (ANN): finché il portale non accetta, nulla cambia",
        Azioni.SostituzioneRupAvviata => "ha avviato la «Sostituzione RUP»",
        Azioni.OperazioneAccettata => $"ha registrato che il portale ha accettato {Operazione(evento)}{Mosso(evento)}",
        Azioni.OperazioneAbbandonata => $"ha chiuso {Operazione(evento)} senza inviarla: tutto è rimasto come prima",
        Azioni.OperazioneRifiutata => $"ha registrato che il portale ha rifiutato {Operazione(evento)}: tutto è rimasto come prima",
        Azioni.AdesionePregressaCaricata => (Cig(evento) ?? Testo(evento.Dati, "cig")) is { } cig ? $"ha caricato l'adesione già fatta, con il CIG {cig}" : "ha caricato l'adesione già fatta",
        Azioni.AttoAggiunto => $"ha aggiunto {Atto(evento, evento.Dopo)}",
        Azioni.AttoRimosso => $"ha tolto {Atto(evento, evento.Prima)}",
        Azioni.FascicoloModificato => "ha modificato i dati contabili e del contratto",
        Azioni.DatiPortaleRegistrati => "ha registrato i dati del portale",
        Azioni.AllegatoAperto => Tipo(evento) is { } tipo ? $"ha scaricato il file di «{tipo.Nome()}»" : "ha scaricato il file di un atto",
        var altra => $"– {Azioni.Nome(altra)}",
    };

    /// <summary>What the event has beside its sentence: the portal's words, the reasons, each value that changed, the fields of the scheda.</summary>
    public static IReadOnlyList<string> Dettagli(Evento evento) =>
    [
        .. new[] { "nota", "motivo" }.Select(chiave => Testo(evento.Dati, chiave)).OfType<string>().Select(t => $"«{t}»"),
        .. Testo(Radice(evento.Dopo, nameof(Affidamento)), nameof(Affidamento.MotivoBandoSuccessivo)) is { } motivo ? new[] { $"Motivo: «{motivo}»" } : [],
        .. evento.Azione is Azioni.ModificaAvviata or Azioni.SostituzioneRupAvviata ? DellOperazione(evento) : [],
        .. evento.Azione == Azioni.FascicoloModificato ? Cambiati(Interno(evento.Prima), Interno(evento.Dopo)) : [],
        .. evento.Azione == Azioni.DatiPortaleRegistrati ? Cambiati(DelPortale(evento.Prima), DelPortale(evento.Dopo)) : [],
        .. evento.Azione == Azioni.RegistratoDaElenco && evento.Dati?["cambia"] is JsonArray cambia ? cambia.Select(c => c!.GetValue<string>()) : [],
    ];

    /// <summary>From which RUP to which it passed; null for any other event.</summary>
    public static (Guid Da, Guid A)? Passaggio(Evento evento) =>
        evento.Azione is Azioni.AffidamentoAssegnato or Azioni.AffidamentoRiassegnato
            && Guid.TryParse(Testo(evento.Dati, "da") ?? Testo(Radice(evento.Prima, nameof(Affidamento)), nameof(Affidamento.RupId)), out var da)
            && Guid.TryParse(Testo(evento.Dati, "a") ?? Testo(Radice(evento.Dopo, nameof(Affidamento)), nameof(Affidamento.RupId)), out var a)
            ? (da, a)
            : null;

    /// <summary>The reason that was given.</summary>
    public static string? Motivo(Evento evento) => Testo(evento.Dati, "motivo");

    /// <summary>The paths of the scheda that an autosave touched.</summary>
    public static IReadOnlyList<string> Percorsi(Evento evento) => evento.Dati?["percorsi"] is JsonArray percorsi ? [.. percorsi.Select(p => p!.GetValue<string>())] : [];

    /// <summary>«ha modificato il campo «Oggetto»», «ha modificato 6 campi».</summary>
    public static string CampiModificati(IReadOnlyCollection<string> percorsi) => percorsi.Count switch
    {
        0 => "ha modificato la bozza",
        1 => CatalogoAd4.Trova(percorsi.First()) is { } campo ? $"ha modificato il campo «{campo.Etichetta}»" : "ha modificato una riga di un elenco",
        var quanti => $"ha modificato {Plural.Of(quanti, "campo", "campi")}",
    };

    /// <summary>The label of a path, as the scheda shows it.</summary>
    public static string Etichetta(string percorso) => CatalogoAd4.Trova(percorso)?.Etichetta ?? "riga di un elenco";

    private static string Con(string frase, string? resto) => resto is null ? frase : resto.StartsWith(',') ? frase + resto : $"{frase} {resto}";

    /// <summary>The kind of act that the event names; null when it names none.</summary>
    private static TipoAtto? Tipo(Evento evento) => Enum.TryParse<TipoAtto>(Testo(evento.Dati, "tipo"), out var tipo) && Enum.IsDefined(tipo) ? tipo : null;

    /// <summary>The portal's name of the operation, in its quotation marks, or no name at all.</summary>
    private static string Operazione(Evento evento) =>
        Enum.TryParse<TipoOperazione>(Testo(evento.Dati, "tipo"), out var tipo) && Enum.IsDefined(tipo) ? $"«{tipo.Nome()}»" : "l'operazione";

    /// <summary>What the ledger did because of it.</summary>
    private static string? Mosso(Evento evento) =>
        Movimento(evento, nameof(TipoMovimento.Annullamento)) is { } libero ? $": {-libero:E} tornano liberi sul Lotto"
        : Movimento(evento, nameof(TipoMovimento.Correzione)) is not { } differenza ? null
        : differenza > Importo.Zero ? $": sul Lotto {differenza:E} in più" : $": sul Lotto {-differenza:E} in meno";

    /// <summary>What a begun operation asks for: the new values beside the old, the act. People stand in the event by id alone.</summary>
    private static IEnumerable<string> DellOperazione(Evento evento)
    {
        if (Testo(Radice(evento.Dopo, nameof(OperazionePortale)), nameof(OperazionePortale.Dati)) is not { } json || JsonSerializer.Deserialize<DatiOperazione>(json, CodiciJson.Options) is not { } dati)
        {
            yield break;
        }

        if (dati is { Importo: { } importo, ImportoPrima: { } prima })
        {
            yield return $"Importo: {importo:E} (era {prima:E})";
            yield return $"CUP: {Elenco(dati.Cup)} (era {Elenco(dati.CupPrima)})";
        }

        if (dati is { NumeroAtto: { } numero, DataAtto: { } data, Decorrenza: { } dal })
        {
            yield return $"Atto n. {numero} del {OraItaliana.Testo(data)}, dal {OraItaliana.Testo(dal)}";
        }
    }

    private static string Elenco(IReadOnlyList<Cup>? cup) => cup is { Count: > 0 } ? string.Join(", ", cup) : "nessuno";

    /// <summary>The act as it stands in what the change tracker wrote.</summary>
    private static string Atto(Evento evento, JsonObject? lato)
    {
        var righe = Radice(lato, nameof(Domain.Affidamenti.Atto));
        var dati = Testo(righe, nameof(Domain.Affidamenti.Atto.Dati)) is { } json ? JsonSerializer.Deserialize<DatiAtto>(json, CodiciJson.Options) : null;
        var file = Testo(righe, nameof(Domain.Affidamenti.Atto.File)) is { } jsonFile ? JsonSerializer.Deserialize<FileAllegato>(jsonFile, CodiciJson.Options) : null;
        var quale = (Tipo(evento) ?? dati?.Tipo) is { } tipo ? $"l'atto «{tipo.Nome()}»" : "un atto";
        var numero = dati is { Numero.Length: > 0 } ? $" n. {dati.Numero}" : "";
        var data = dati is null ? "" : $" del {OraItaliana.Testo(dati.Data)}";
        var importo = dati?.Importo is { } euro ? $" per {euro:E}" : "";
        return $"{quale}{numero}{data}{importo}{(file is null ? "" : $", con il file {file.Nome}")}";
    }

    private static string? Cig(Evento evento) => Testo(Radice(evento.Dopo, nameof(Aggiudicazione)), nameof(Aggiudicazione.CigDerivato));

    /// <summary>The sum of the ledger rows of that kind that the act wrote.</summary>
    private static Importo? Movimento(Evento evento, string tipo)
    {
        var righe = (evento.Dopo ?? []).Where(x => x.Key.StartsWith("MovimentoCapienza/", StringComparison.Ordinal)).Select(x => x.Value as JsonObject)
            .Where(r => Testo(r, "Tipo") == tipo).Select(r => r!["Importo"]?.GetValue<long>() ?? 0).ToList();
        return righe.Count == 0 ? null : Importo.DaCentesimi(righe.Sum());
    }

    private static JsonObject? Radice(JsonObject? lato, string tipo) =>
        (lato ?? []).FirstOrDefault(x => x.Key.StartsWith(tipo + "/", StringComparison.Ordinal)).Value as JsonObject;

    /// <summary>The fascicolo's own values are one JSON text inside the event.</summary>
    private static JsonObject? Interno(JsonObject? lato) =>
        Testo(Radice(lato, nameof(Affidamento)), nameof(Affidamento.Fascicolo)) is { } json ? JsonNode.Parse(json) as JsonObject : null;

    private static JsonObject DelPortale(JsonObject? lato) => new((Radice(lato, nameof(Affidamento)) ?? [])
        .Where(x => x.Key.StartsWith("Portale.", StringComparison.Ordinal))
        .Select(x => KeyValuePair.Create(x.Key["Portale.".Length..], x.Value?.DeepClone())));

    private static IEnumerable<string> Cambiati(JsonObject? prima, JsonObject? dopo) =>
        from campo in Campi
        let vecchio = Leggibile(prima?[campo.Key])
        let nuovo = Leggibile(dopo?[campo.Key])
        where vecchio != nuovo
        select nuovo is null ? $"{campo.Value}: tolto (era {vecchio})" : vecchio is null ? $"{campo.Value}: {nuovo}" : $"{campo.Value}: {nuovo} (era {vecchio})";

    private static string? Leggibile(JsonNode? valore) => valore?.ToString() switch
    {
        null or "" => null,
        var testo when DateOnly.TryParseExact(testo, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) => OraItaliana.Testo(giorno),
        var testo when valore!.GetValueKind() == JsonValueKind.Number => testo.Replace('.', ',') + "\u00A0%",
        var testo => $"«{testo}»",
    };

    private static string? Testo(JsonObject? oggetto, string chiave) => oggetto?[chiave] is JsonValue valore && valore.TryGetValue<string>(out var testo) && testo.Length > 0 ? testo : null;
}
