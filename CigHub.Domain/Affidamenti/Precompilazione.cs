using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// Builds the first draft of an AD4 with the data that the Lotto, the Ente and the Ente's last Affidamento already have, so that nobody has
/// to type them.
/// </summary>
public static class Precompilazione
{
    /// <summary>
    /// The paths of the fields that are copied from the Ente's last draft, because an Ente usually gives the same answer each time.
    /// </summary>
    private static readonly string[] DallUltimo =
    [
        "anacForm/stazioniAppaltanti/0/codiceCentroCosto",
        "anacForm/stazioniAppaltanti/0/funzioniSvolte/0",
        "anacForm/appalto/relazioneUnicaSulleProcedure",
        "anacForm/appalto/opereUrbanizzazioneScomputo",
        "anacForm/appalto/datiBaseSubappalti/subappalto",
        PercorsoAd4.Aggiudicazione(0, "codIstat"),
        PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/tipoFinanziamento"),
    ];

    /// <summary>The ends of the paths of the fields that are each adhesion's own, whatever the last one answered.</summary>
    private static readonly string[] DiOgniAdesione =
        ["/codiceAppalto", "/cig", "/lotIdentifier", "/afferenteInvestimentiPNRR", "/acquisizioneCup", "stazioniAppaltanti/*/codiceFiscale", "/codiceAusa"];

    /// <param name="idPartecipante">The supplier's identifier in the Lotto. All members of a raggruppamento share it.</param>
    /// <param name="ultima">The Ente's last draft, or null when the Ente has none.</param>
    public static BozzaAd4 Nuova(Guid id, NumeroAffidamento numero, Ente ente, Lotto lotto, Guid idPartecipante, BozzaAd4? ultima)
    {
        var bozza = Scrivi(BozzaAd4.Vuota, DaEnteELotto(id, numero, ente, lotto));
        bozza = Scrivi(bozza, Partecipanti([.. lotto.Fornitori.Where(f => f.IdPartecipante == idPartecipante)]));
        return ultima is null ? bozza : Scrivi(bozza, DallUltimo.Select(p => (p, ultima.Testo(p))).Where(x => !string.IsNullOrEmpty(x.Item2)));
    }

    /// <summary>
    /// Returns a new draft with the answers of the last one on the same Lotto. It keeps its own title and code and its suppliers, which come
    /// from the Lotto. Dates, CUP, amounts and what the Ente declares about PNRR and CUP are not taken over, because each adhesion has its own.
    /// </summary>
    public static BozzaAd4 ComeUltimaVolta(BozzaAd4 nuova, BozzaAd4 ultima)
    {
        var prima = PercorsoAd4.Aggiudicazione(0);
        return Scrivi(
            nuova,
            from campo in CatalogoAd4.Campi
            where campo.Tipo is not (TipoCampo.Euro or TipoCampo.Cup or TipoCampo.Data)
                && campo.Sezione is not (SezioneAd4.Documento or SezioneAd4.OperatoriEconomici or SezioneAd4.ParitaDiGenere)
                && campo.NellaMaschera
                && !DiOgniAdesione.Any(f => campo.Percorso.EndsWith(f, StringComparison.Ordinal))
            from percorso in CatalogoAd4.Concreti(campo.Percorso, ultima)
            where (PercorsoAd4.Sotto(percorso, prima) || !PercorsoAd4.Sotto(percorso, PercorsoAd4.Aggiudicazioni))
                && !string.IsNullOrEmpty(ultima.Testo(percorso))
            select (percorso, ultima.Testo(percorso)));
    }

    /// <summary>
    /// Copies the draft of an Affidamento for another adhesion. The copy has a new title and code, and neither dates nor CUP.
    /// </summary>
    public static BozzaAd4 Copia(Guid id, NumeroAffidamento numero, BozzaAd4 originale)
    {
        var copia = Scrivi(originale, [
            (PercorsoAd4.TitoloDocumento, numero.Titolo(originale.Testo(PercorsoAd4.Oggetto) ?? "")),
            (PercorsoAd4.CodiceAppalto, id.ToString()),
            (PercorsoAd4.DataAdesione, null),
        ]);
        for (var i = 0; i < copia.Righe(PercorsoAd4.Aggiudicazioni); i++)
        {
            copia = Scrivi(copia, [(PercorsoAd4.DataAggiudicazione(i), null)]);
            var elenco = PercorsoAd4.Aggiudicazione(i, "cupLotto");
            while (copia.Righe(elenco) > 0)
            {
                copia = copia.RimuoviRiga(elenco, 0);
            }
        }

        return copia;
    }

    /// <summary>
    /// Returns the paths and texts with which one more adhesion is added to the same scheda: those of the first adhesion without its
    /// amounts and its CUP, and an identifier of its own.
    /// </summary>
    public static IReadOnlyList<(string Percorso, string Testo)> AltraAdesione(BozzaAd4 bozza)
    {
        var (prima, nuova) = (PercorsoAd4.Aggiudicazione(0), Math.Max(1, bozza.Righe(PercorsoAd4.Aggiudicazioni)));
        var comuni =
            from campo in CatalogoAd4.Campi
            where campo.Tipo is not (TipoCampo.Euro or TipoCampo.Cup)
                && campo.Percorso.StartsWith(PercorsoAd4.Aggiudicazioni, StringComparison.Ordinal)
                && !campo.Percorso.EndsWith("/lotIdentifier", StringComparison.Ordinal)
            from percorso in CatalogoAd4.Concreti(campo.Percorso, bozza)
            where PercorsoAd4.Sotto(percorso, prima) && !string.IsNullOrEmpty(bozza.Testo(percorso))
            select (PercorsoAd4.Aggiudicazione(nuova) + percorso[prima.Length..], bozza.Testo(percorso)!);
        return [(PercorsoAd4.Aggiudicazione(nuova, "lotIdentifier"), $"LOT-{nuova + 1:0000}"), .. comuni];
    }

    /// <summary>
    /// Builds the draft of an adesione pregressa. It is not a complete scheda, but has enough data for lists and for a copy.
    /// </summary>
    internal static BozzaAd4 DiPregressa(Guid id, NumeroAffidamento numero, Lotto lotto, AdesionePregressa adesione)
    {
        var voce = lotto.Caratteristiche.OggettoContratto switch { "works" => "impLavori", "supplies" => "impForniture", _ => "impServizi" };
        var bozza = Scrivi(BozzaAd4.Vuota, [
            (PercorsoAd4.TitoloDocumento, numero.Titolo(adesione.Oggetto)),
            (PercorsoAd4.CodiceAppalto, id.ToString()),
            (PercorsoAd4.CigPadre, lotto.CigPadre.Valore),
            (PercorsoAd4.DataAdesione, Giorno(adesione.DataAdesione)),
            (PercorsoAd4.Oggetto, adesione.Oggetto),
            (PercorsoAd4.Aggiudicazione(0, "datiBase/oggetto"), adesione.Oggetto),
            (PercorsoAd4.QuadroEconomico(0, voce), adesione.Importo.ToString()),
        ]);
        return Scrivi(bozza, Partecipanti([.. lotto.Fornitori.Where(f => f.IdPartecipante == adesione.IdPartecipante)]));
    }

    private static string Giorno(DateOnly giorno) => giorno.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private static IEnumerable<(string, string?)> DaEnteELotto(Guid id, NumeroAffidamento numero, Ente ente, Lotto lotto)
    {
        var c = lotto.Caratteristiche;
        return
        [
            (PercorsoAd4.TitoloDocumento, numero.Titolo(lotto.Oggetto)),
            ("anacForm/stazioniAppaltanti/0/codiceFiscale", ente.CodiceFiscale.Valore),
            ("anacForm/stazioniAppaltanti/0/codiceAusa", ente.CodiceAusa),
            ("anacForm/stazioniAppaltanti/0/codiceCentroCosto", ente.CentriDiCosto.Count == 1 ? ente.CentriDiCosto[0].Codice : null),
            ("anacForm/stazioniAppaltanti/0/saTitolare", "true"),
            (PercorsoAd4.CodiceAppalto, id.ToString()),
            (PercorsoAd4.CigPadre, lotto.CigPadre.Valore),
            ("anacForm/appalto/relazioneUnicaSulleProcedure", "false"),
            ("anacForm/appalto/opereUrbanizzazioneScomputo", "false"),
            (PercorsoAd4.Oggetto, lotto.Oggetto),
            (PercorsoAd4.Aggiudicazione(0, "lotIdentifier"), "LOT-0001"),
            (PercorsoAd4.Aggiudicazione(0, "ccnl"), c.Ccnl),
            (PercorsoAd4.Aggiudicazione(0, "categoria"), c.Categoria),
            (PercorsoAd4.Aggiudicazione(0, "codIstat"), ente.Luogo.Valore),
            (PercorsoAd4.Aggiudicazione(0, "datiBase/oggetto"), lotto.Oggetto),
            (PercorsoAd4.Aggiudicazione(0, "datiBase/oggettoContratto"), c.OggettoContratto),
            (PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/tipoClassificazione"), "cpv"),
            (PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente"), c.Cpv.Valore),
            (PercorsoAd4.Aggiudicazione(0, "datiBaseContratto/codNUTS"), c.Nuts.Valore),
        ];
    }

    private static IEnumerable<(string, string?)> Partecipanti(IReadOnlyList<Fornitore> fornitori) =>
        fornitori.SelectMany((f, i) => new (string, string?)[]
        {
            (Partecipante(i, "codiceFiscale"), f.CodiceFiscale.Valore),
            (Partecipante(i, "denominazione"), f.Denominazione),
            (Partecipante(i, "ruoloOE"), f.RuoloOE),
            (Partecipante(i, "tipoOE"), TipiOE.TipoDi(f, fornitori)),
            (Partecipante(i, "idPartecipante"), f.IdPartecipante.ToString()),
            (Partecipante(i, "paeseOperatoreEconomico"), f.CodiceFiscale.Paese),
            (Partecipante(i, "avvalimento"), "false"),
        });

    private static string Partecipante(int indice, string campo) => PercorsoAd4.Aggiudicazione(0, $"partecipanti/{indice}/{campo}");

    private static BozzaAd4 Scrivi(BozzaAd4 bozza, IEnumerable<(string Percorso, string? Testo)> valori) =>
        bozza.ConValori(valori);
}
