using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>Complete and valid drafts of an AD4, with invented suppliers. A test takes one and changes the part that it is about.</summary>
public static class SampleSchede
{
    public const string CigPadre = "B1234ABC7C";
    public const string Cup = "F81B26000010006";
    public const string AltroCup = "F81B26000020006";
    public const string CodiceFiscaleEnte = "80000000002";
    public const string PartitaIvaFornitore = "01234567897";
    public const string AltraPartitaIva = "09876543217";
    public const string IdPartecipante = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

    /// <summary>A day, fixed for all tests, on which every code in these drafts is valid.</summary>
    public static readonly DateOnly Oggi = new(2026, 11, 24);

    /// <summary>Returns the percorso of a field of the first Aggiudicazione in the scheda.</summary>
    public static string PathOf(string campo) => $"anacForm/aggiudicazioni/0/{campo}";

    /// <summary>A complete draft with one fornitore, without PNRR money and without a CUP.</summary>
    public static BozzaAd4 Completa { get; } = BozzaAd4.Vuota
        .ConValori("titoloDocumento", "CH-2026-00123 – Pulizia degli uffici comunali")
        .ConValori("anacForm/stazioniAppaltanti/0/codiceFiscale", CodiceFiscaleEnte)
        .ConValori("anacForm/stazioniAppaltanti/0/codiceAusa", "0000123456")
        .ConValori("anacForm/stazioniAppaltanti/0/codiceCentroCosto", "1A2B3C4D-0000-4000-8000-000000000001")
        .ConValori("anacForm/stazioniAppaltanti/0/saTitolare", "true")
        .ConValori("anacForm/appalto/codiceAppalto", "CH-2026-00123")
        .ConValori("anacForm/appalto/cig", CigPadre)
        .ConValori("anacForm/appalto/dataAdesione", "20/11/2026")
        .ConValori("anacForm/appalto/relazioneUnicaSulleProcedure", "true")
        .ConValori("anacForm/appalto/opereUrbanizzazioneScomputo", "false")
        .ConValori("anacForm/appalto/datiBase/oggetto", "Pulizia degli uffici comunali")
        .ConValori(PathOf("lotIdentifier"), "LOT-0001")
        .ConValori(PathOf("ccnl"), "NA")
        .ConValori(PathOf("categoria"), "FS")
        .ConValori(PathOf("codIstat"), "012058049")
        .ConValori(PathOf("afferenteInvestimentiPNRR"), "false")
        .ConValori(PathOf("acquisizioneCup"), "false")
        .ConValori(PathOf("quadroEconomicoStandard/impServizi"), "100.000,00")
        .ConValori(PathOf("quadroEconomicoStandard/impTotaleSicurezza"), "1.500,00")
        .ConValori(PathOf("quadroEconomicoStandard/sommeADisposizione"), "22.330,00")
        .ConValori(PathOf("finanziamenti/0/tipoFinanziamento"), "A")
        .ConValori(PathOf("finanziamenti/0/importo"), "123.830,00")
        .ConValori(PathOf("partecipanti/0/codiceFiscale"), PartitaIvaFornitore)
        .ConValori(PathOf("partecipanti/0/denominazione"), "Lucidi & Splendenti S.r.l.")
        .ConValori(PathOf("partecipanti/0/ruoloOE"), "14")
        .ConValori(PathOf("partecipanti/0/tipoOE"), "1")
        .ConValori(PathOf("partecipanti/0/idPartecipante"), IdPartecipante)
        .ConValori(PathOf("partecipanti/0/paeseOperatoreEconomico"), "Italia")
        .ConValori(PathOf("partecipanti/0/avvalimento"), "false")
        .ConValori(PathOf("partecipanti/0/importo"), "101.500,00")
        .ConValori(PathOf("datiBase/oggetto"), "Pulizia degli uffici comunali")
        .ConValori(PathOf("datiBase/oggettoContratto"), "services")
        .ConValori(PathOf("datiBaseCPV/tipoClassificazione"), "cpv")
        .ConValori(PathOf("datiBaseCPV/cpvPrevalente"), "90911200")
        .ConValori(PathOf("datiBaseContratto/codNUTS"), "ITI43")
        .ConValori(PathOf("datiBaseAggiudicazioneAppalto/dataAggiudicazione"), "18/11/2026");

    /// <summary>The draft <see cref="Completa"/> with PNRR money and all the fields that PNRR money requires.</summary>
    public static BozzaAd4 ConPnrr { get; } = Completa
        .ConValori(PathOf("afferenteInvestimentiPNRR"), "true")
        .ConValori(PathOf("acquisizioneCup"), "true")
        .ConValori(PathOf("cupLotto/0"), Cup)
        .ConValori(PathOf("paritaDiGenereGenerazionale/quota30PerCento"), "SI")
        .ConValori(PathOf("paritaDiGenereGenerazionale/misurePremiali/0"), "13")
        .ConValori(PathOf("datiBaseAccessibilita/accessibilita"), "inc");

    /// <summary>
    /// The draft <see cref="Completa"/> awarded to a raggruppamento. The mandataria and the mandante share one idPartecipante.
    /// </summary>
    public static BozzaAd4 Raggruppamento { get; } = Completa
        .ConValori(PathOf("partecipanti/0/ruoloOE"), "13")
        .ConValori(PathOf("partecipanti/0/tipoOE"), "4")
        .ConValori(PathOf("partecipanti/1/codiceFiscale"), AltraPartitaIva)
        .ConValori(PathOf("partecipanti/1/denominazione"), "Ramazza Cooperativa sociale")
        .ConValori(PathOf("partecipanti/1/ruoloOE"), "10")
        .ConValori(PathOf("partecipanti/1/tipoOE"), "4")
        .ConValori(PathOf("partecipanti/1/idPartecipante"), IdPartecipante)
        .ConValori(PathOf("partecipanti/1/paeseOperatoreEconomico"), "Italia")
        .ConValori(PathOf("partecipanti/1/avvalimento"), "false")
        .ConValori(PathOf("partecipanti/1/importo"), "0");

    /// <summary>
    /// Returns the draft <see cref="ConPnrr"/> with the given number of Aggiudicazioni, which differ only in their lotIdentifier.
    /// </summary>
    public static BozzaAd4 ConAggiudicazioni(int quante)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(ConPnrr.Scheda.Json())!;
        var righe = json["anacForm"]!["aggiudicazioni"]!.AsArray();
        for (var i = 1; i < quante; i++)
        {
            var riga = righe[0]!.DeepClone();
            riga["lotIdentifier"] = $"LOT-{i + 1:0000}";
            righe.Add(riga);
        }

        return BozzaAd4.DaScheda(json.ToJsonString(), Completa.Testo("titoloDocumento"));
    }
}
