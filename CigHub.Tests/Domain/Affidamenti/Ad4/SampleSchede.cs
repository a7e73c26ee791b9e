using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>Complete and valid drafts from which a test starts, with invented suppliers. A test takes one and changes what it is about.</summary>
public static class SampleSchede
{
    public const string CigPadre = "B1234ABC7C";
    public const string Cup = "F81B26000010006";
    public const string AltroCup = "F81B26000020006";
    public const string CodiceFiscaleEnte = "80000000002";
    public const string PartitaIvaFornitore = "01234567897";
    public const string AltraPartitaIva = "09876543217";
    public const string IdPartecipante = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

    /// <summary>A day on which every code of these drafts is valid.</summary>
    public static readonly DateOnly Oggi = new(2026, 11, 24);

    /// <summary>Returns the path of a field of the first aggiudicazione.</summary>
    public static string A(string campo) => $"anacForm/aggiudicazioni/0/{campo}";

    /// <summary>A complete draft with one supplier, without PNRR money and without a CUP.</summary>
    public static BozzaAd4 Completa { get; } = BozzaAd4.Vuota
        .Con("titoloDocumento", "CH-2026-00123 – Pulizia degli uffici comunali")
        .Con("anacForm/stazioniAppaltanti/0/codiceFiscale", CodiceFiscaleEnte)
        .Con("anacForm/stazioniAppaltanti/0/codiceAusa", "0000123456")
        .Con("anacForm/stazioniAppaltanti/0/codiceCentroCosto", "1A2B3C4D-0000-4000-8000-000000000001")
        .Con("anacForm/stazioniAppaltanti/0/saTitolare", "true")
        .Con("anacForm/appalto/codiceAppalto", "CH-2026-00123")
        .Con("anacForm/appalto/cig", CigPadre)
        .Con("anacForm/appalto/dataAdesione", "20/11/2026")
        .Con("anacForm/appalto/relazioneUnicaSulleProcedure", "true")
        .Con("anacForm/appalto/opereUrbanizzazioneScomputo", "false")
        .Con("anacForm/appalto/datiBase/oggetto", "Pulizia degli uffici comunali")
        .Con(A("lotIdentifier"), "LOT-0001")
        .Con(A("ccnl"), "NA")
        .Con(A("categoria"), "FS")
        .Con(A("codIstat"), "012058049")
        .Con(A("afferenteInvestimentiPNRR"), "false")
        .Con(A("acquisizioneCup"), "false")
        .Con(A("quadroEconomicoStandard/impServizi"), "100.000,00")
        .Con(A("quadroEconomicoStandard/impTotaleSicurezza"), "1.500,00")
        .Con(A("quadroEconomicoStandard/sommeADisposizione"), "22.330,00")
        .Con(A("finanziamenti/0/tipoFinanziamento"), "A")
        .Con(A("finanziamenti/0/importo"), "101.500,00")
        .Con(A("partecipanti/0/codiceFiscale"), PartitaIvaFornitore)
        .Con(A("partecipanti/0/denominazione"), "Lucidi & Splendenti S.r.l.")
        .Con(A("partecipanti/0/ruoloOE"), "14")
        .Con(A("partecipanti/0/tipoOE"), "1")
        .Con(A("partecipanti/0/idPartecipante"), IdPartecipante)
        .Con(A("partecipanti/0/paeseOperatoreEconomico"), "Italia")
        .Con(A("partecipanti/0/avvalimento"), "false")
        .Con(A("partecipanti/0/importo"), "101.500,00")
        .Con(A("datiBase/oggetto"), "Pulizia degli uffici comunali")
        .Con(A("datiBase/oggettoContratto"), "services")
        .Con(A("datiBaseCPV/tipoClassificazione"), "cpv")
        .Con(A("datiBaseCPV/cpvPrevalente"), "90911200")
        .Con(A("datiBaseContratto/codNUTS"), "ITI43")
        .Con(A("datiBaseAggiudicazioneAppalto/dataAggiudicazione"), "18/11/2026");

    /// <summary>The draft <see cref="Completa"/> with PNRR money and everything that PNRR money requires.</summary>
    public static BozzaAd4 ConPnrr { get; } = Completa
        .Con(A("afferenteInvestimentiPNRR"), "true")
        .Con(A("acquisizioneCup"), "true")
        .Con(A("cupLotto/0"), Cup)
        .Con(A("paritaDiGenereGenerazionale/quota30PerCento"), "SI")
        .Con(A("paritaDiGenereGenerazionale/misurePremiali/0"), "13")
        .Con(A("datiBaseAccessibilita/accessibilita"), "inc");

    /// <summary>The draft <see cref="Completa"/> awarded to a raggruppamento. The mandatario and the mandante share one idPartecipante.</summary>
    public static BozzaAd4 Raggruppamento { get; } = Completa
        .Con(A("partecipanti/0/ruoloOE"), "13")
        .Con(A("partecipanti/0/tipoOE"), "4")
        .Con(A("partecipanti/1/codiceFiscale"), AltraPartitaIva)
        .Con(A("partecipanti/1/denominazione"), "Ramazza Cooperativa sociale")
        .Con(A("partecipanti/1/ruoloOE"), "10")
        .Con(A("partecipanti/1/tipoOE"), "4")
        .Con(A("partecipanti/1/idPartecipante"), IdPartecipante)
        .Con(A("partecipanti/1/paeseOperatoreEconomico"), "Italia")
        .Con(A("partecipanti/1/avvalimento"), "false")
        .Con(A("partecipanti/1/importo"), "0");

    /// <summary>Returns the scheda of <see cref="ConPnrr"/> with the given number of adhesions.</summary>
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
