namespace CigHub.Web.Data.Registro;

/// <summary>The keys that may appear in an event's <c>dati</c> (its further data), at any depth.</summary>
internal static partial class NomiRegistrati
{
    private static readonly HashSet<string> _chiavi =
    [
        "a", "adottati", "atteso", "affidamenti", "aggiornamenti", "aggiunte", "appartenenza", "attestazione", "atto", "avvisi", "avviso", "byte", "cambia",
        "cambiate", "cambiati", "chiave", "chiavePrecedente",
        "cig", "codice", "codici", "comando", "confermata", "consegne", "convenzione", "da", "dato", "delega", "dichiarazioni",
        "discordanza", "discordanze", "elenco", "eventi", "eventiAnnotati", "eventiTrovati", "evidenza", "file", "filtro", "foglio",
        "fornitore", "guardato", "identita", "importo", "impostazione", "lista", "liste", "malfunzionamento", "motivo", "natura", "nellElenco", "nome", "nota",
        "occasione", "oggetto", "operazione",
        "passatoA", "passo", "perche", "perDelegaDi", "percorso", "radiceAnnotata", "radiceTrovata", "riga", "righe", "scelta", "scheda", "serie", "sha256",
        "soglia", "sollecito", "spiegate", "terminate", "testo", "tipo", "trovato", "uscita", "versione", "voci",

        // The keys of a dossier and of a daily extract.
        "primo", "pseudonimi", "ultimo",

        // The keys of the titles at the time of the event.
        "affidamento", "ente", "enteAttore", "lotto", "titoli",

        // The keys of a filter of the list of Affidamenti.
        "al", "attesa", "cigDerivato", "cigPadre", "dal", "miei", "oe", "ordine", "pagina", "registro", "selezione", "stato", "titolo", "verso",

        // The further keys of a filter of the registro's list.
        "azione", "chi", "esito", "gruppo", "persone", "ruolo",
    ];
}
