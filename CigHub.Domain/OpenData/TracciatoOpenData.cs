using CigHub.Domain.Common;

namespace CigHub.Domain.OpenData;

/// <summary>The layouts of ANAC's open data about contracts that CigHub recognises by their captions.</summary>
/// <remarks>The numbers stand in the identity of a compared file: they never change.</remarks>
public enum TracciatoOpenData
{
    /// <summary>One row for each CIG and CPV, with the amount, the state and the contracting authority.</summary>
    Cig = 0,

    /// <summary>One row for each supplier of an award.</summary>
    Aggiudicatari = 1,

    /// <summary>One row for each award. It has nothing that CigHub would compare.</summary>
    Aggiudicazioni = 2,

    /// <summary>One row for each CUP of a CIG.</summary>
    Cup = 3,

    /// <summary>One row for each SmartCIG, which no adhesion has. It has nothing that CigHub would compare.</summary>
    SmartCig = 4,
}

/// <summary>The words of the layouts that CigHub compares.</summary>
public static class ParoleTracciato
{
    public static string Nome(this TracciatoOpenData tracciato) => tracciato switch
    {
        TracciatoOpenData.Aggiudicatari => "aggiudicatari",
        TracciatoOpenData.Cup => "CUP",
        _ => "CIG",
    };
}

/// <summary>Recognises the layout of a file of ANAC's open data by its first line.</summary>
public static class IntestazioneOpenData
{
    /// <summary>The captions of the layout <see cref="TracciatoOpenData.Cig"/>, in their order. Case does not count.</summary>
    /// <remarks>Source: the file <c>20231001-cig_csv.csv</c> of dati.anticorruzione.it.</remarks>
    public static IReadOnlyList<string> Colonne { get; } =
    [
        "cig", "cig_accordo_quadro", "numero_gara", "oggetto_gara", "importo_complessivo_gara", "n_lotti_componenti", "oggetto_lotto", "importo_lotto",
        "oggetto_principale_contratto", "stato", "settore", "luogo_istat", "provincia", "data_pubblicazione", "data_scadenza_offerta",
        "cod_tipo_scelta_contraente", "tipo_scelta_contraente", "cod_modalita_realizzazione", "modalita_realizzazione", "codice_ausa",
        "cf_amministrazione_appaltante", "denominazione_amministrazione_appaltante", "sezione_regionale", "id_centro_costo", "denominazione_centro_costo",
        "anno_pubblicazione", "mese_pubblicazione", "cod_cpv", "descrizione_cpv", "flag_prevalente", "cod_motivo_cancellazione", "motivo_cancellazione",
        "data_cancellazione", "data_ultimo_perfezionamento", "cod_modalita_indizione_speciali", "modalita_indizione_speciali",
        "cod_modalita_indizione_servizi", "modalita_indizione_servizi", "durata_prevista", "cod_strumento_svolgimento", "strumento_svolgimento",
        "flag_urgenza", "cod_motivo_urgenza", "motivo_urgenza", "flag_delega", "funzioni_delegate", "cf_sa_delegante", "denominazione_sa_delegante",
        "cf_sa_delegata", "denominazione_sa_delegata", "importo_sicurezza", "tipo_appalto_riservato", "cui_programma", "flag_prev_ripetizioni",
        "cod_ipotesi_collegamento", "ipotesi_collegamento", "cig_collegamento", "cod_esito", "esito", "data_comunicazione_esito", "flag_pnrr_pnc",
    ];

    private static readonly IReadOnlyList<string> _aggiudicatari =
        ["cig", "ruolo", "codice_fiscale", "denominazione", "tipo_soggetto", "id_aggiudicazione"];

    private static readonly IReadOnlyList<string> _cup = ["cig", "cup"];

    /// <summary>Returns the captions of a layout that CigHub compares, in their order.</summary>
    /// <remarks>Source of the two smaller ones: public programs that read these files of dati.anticorruzione.it.</remarks>
    public static IReadOnlyList<string> ColonneDi(TracciatoOpenData tracciato) => tracciato switch
    {
        TracciatoOpenData.Aggiudicatari => _aggiudicatari,
        TracciatoOpenData.Cup => _cup,
        _ => Colonne,
    };

    /// <summary>Returns the layout, when CigHub compares it. A refusal says what the file is, or what has changed in it.</summary>
    public static Result<TracciatoOpenData> Controlla(IReadOnlyList<string> colonne)
    {
        if (colonne.Count > 0 && colonne[0].TrimStart().StartsWith('<'))
        {
            return new Error(
                "opendata.pagina-web",
                "Questo non è un CSV ma una pagina web: il sito di ANAC l'ha data al posto del file. Scarica di nuovo il file e riprova.");
        }

        return Riconosci(colonne) switch
        {
            TracciatoOpenData.Aggiudicazioni => Altro(
                "delle aggiudicazioni", "l'importo sta nel file «cig_csv» e il fornitore nel file «aggiudicatari_csv»"),
            TracciatoOpenData.SmartCig => Altro("degli SmartCIG", "un'adesione con AD4 ha sempre un CIG, e uno SmartCIG non dice il CIG Padre"),
            { } tracciato => Controllo(tracciato, colonne),
            null => new Error(
                "opendata.intestazione-sconosciuta",
                "La prima riga non è quella di un file degli open data di ANAC: scegli un file «cig_csv», «aggiudicatari_csv» o «cup_csv», in CSV o nello "
                + "zip come ANAC lo pubblica."),
        };
    }

    /// <summary>Returns the layout that the captions suggest, or null for captions of something else.</summary>
    public static TracciatoOpenData? Riconosci(IReadOnlyList<string> colonne)
    {
        var nomi = colonne.Select(c => c.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return !nomi.Contains("cig") ? null
            : nomi.Contains("data_comunicazione") ? TracciatoOpenData.SmartCig
            : nomi.Contains("cig_accordo_quadro") || nomi.Contains("numero_gara") ? TracciatoOpenData.Cig
            : nomi.Contains("importo_aggiudicazione") ? TracciatoOpenData.Aggiudicazioni
            : nomi.Contains("tipo_soggetto") || nomi.Contains("ruolo") ? TracciatoOpenData.Aggiudicatari
            : nomi.Contains("cup") ? TracciatoOpenData.Cup
            : null;
    }

    private static Result<TracciatoOpenData> Controllo(TracciatoOpenData tracciato, IReadOnlyList<string> colonne)
    {
        var attese = ColonneDi(tracciato);
        for (var i = 0; i < Math.Min(colonne.Count, attese.Count); i++)
        {
            if (!string.Equals(colonne[i].Trim(), attese[i], StringComparison.OrdinalIgnoreCase))
            {
                return Cambiata($"la colonna {i + 1} è «{colonne[i].Trim()}» e non «{attese[i]}»");
            }
        }

        return colonne.Count == attese.Count
            ? tracciato
            : Cambiata($"ha {Plural.Of(colonne.Count, "colonna", "colonne")} e non {Plural.Number(attese.Count)}");
    }

    private static Error Cambiata(string come) => new(
        "opendata.intestazione-cambiata",
        $"L'intestazione del file è cambiata: {come}. ANAC può aver cambiato il tracciato: avvisa chi gestisce CigHub, intanto niente è stato confrontato.");

    private static Error Altro(string quale, string perche) => new(
        "opendata.altro-tracciato",
        $"Questo è il file {quale}, che CigHub non confronta: {perche}. Scegli un file «cig_csv», «aggiudicatari_csv» o «cup_csv».");
}
