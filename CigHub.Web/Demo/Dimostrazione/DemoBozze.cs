using System.Collections.Concurrent;
using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// Makes the drafts of the generated Affidamenti. The data of Lotto, Ente and supplier are made once and shared between drafts, because a
/// draft is immutable.
/// </summary>
internal sealed class DemoBozze
{
    /// <summary>The ISTAT code of Rome, as ANAC's list has it.</summary>
    private const string Roma = "012058091";

    private readonly ConcurrentDictionary<(Guid Lotto, Guid Ente, Guid Fornitore, bool VecchiRuoli), BozzaAd4> _modelli = [];

    /// <summary>Returns the draft of an Affidamento as it is just after its creation.</summary>
    public BozzaAd4 Aperta(AffidamentoPlan piano, Guid id, NumeroAffidamento numero, DateOnly oggi) =>
        Modello(piano, vecchiRuoli: oggi < DemoPlanner.NuoviRuoliDal).ConValori([
            (PercorsoAd4.TitoloDocumento, numero.Titolo(piano.Lotto.Lotto.Oggetto)),
            ("anacForm/appalto/codiceAppalto", id.ToString()),
        ]);

    /// <summary>Returns the values that people type into the draft, by the path of the field.</summary>
    public static IReadOnlyList<(string Percorso, string? Testo)> Risposte(AffidamentoPlan piano, NumeroAffidamento numero)
    {
        const decimal Iva = 0.22m;
        var voce = piano.Lotto.Lotto.Caratteristiche.OggettoContratto == "supplies" ? "impForniture" : "impServizi";
        List<(string, string?)> risposte =
        [
            (PercorsoAd4.TitoloDocumento, numero.Titolo(piano.Oggetto)),
            (PercorsoAd4.Oggetto, piano.Oggetto),
            (PercorsoAd4.Aggiudicazione(0, "datiBase/oggetto"), piano.Oggetto),
            (PercorsoAd4.DataAdesione, piano.DataAdesione.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)),
            (PercorsoAd4.QuadroEconomico(0, voce), piano.Netto.ToString()),
            (PercorsoAd4.QuadroEconomico(0, "sommeADisposizione"), Importo.DaCentesimi((long)decimal.Round(piano.Netto.Centesimi * Iva)).ToString()),
        ];
        if (piano.Opzioni > Importo.Zero)
        {
            risposte.Add((PercorsoAd4.QuadroEconomico(0, "sommeOpzioniRinnovi"), piano.Opzioni.ToString()));
        }

        if (piano.ConCup)
        {
            risposte.Add((PercorsoAd4.Aggiudicazione(0, "acquisizioneCup"), "true"));
            risposte.Add((PercorsoAd4.Aggiudicazione(0, "cupLotto/0"), InventedCodes.Cup(piano.Indice, piano.DataAdesione.Year).Valore));
        }

        return risposte;
    }

    /// <summary>Returns a draft with the typed values and with the amounts that are computed from them.</summary>
    public static BozzaAd4 Compilata(BozzaAd4 bozza, AffidamentoPlan piano, NumeroAffidamento numero) =>
        ValoriDerivati.Aggiorna(bozza, bozza.ConValori(Risposte(piano, numero)), piano.Lotto.Convenzione.Erosione);

    private BozzaAd4 Modello(AffidamentoPlan piano, bool vecchiRuoli)
    {
        var chiave = (piano.Lotto.Lotto.Id, piano.Gente.Ente.Id, piano.IdPartecipante, vecchiRuoli);
        if (!_modelli.TryGetValue(chiave, out var modello))
        {
            modello = Precompilazione.Nuova(Guid.Empty, default, piano.Gente.Ente, piano.Lotto.Lotto, piano.IdPartecipante, null).ConValori([
                (PercorsoAd4.Aggiudicazione(0, "afferenteInvestimentiPNRR"), "false"),
                (PercorsoAd4.Aggiudicazione(0, "acquisizioneCup"), "false"),
                (PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/tipoFinanziamento"), "A"),

                // The Lotti are for works, services and goods in the metropolitan city, where an Ente from outside has an office in Rome.
                (PercorsoAd4.Aggiudicazione(0, "codIstat"), piano.Gente.Ente.Luogo is { InCittaMetropolitanaDiRoma: true } suo ? suo.Valore : Roma),
            ]);
            _modelli[chiave] = modello = vecchiRuoli ? ConVecchiRuoli(modello) : modello;
        }

        return modello;
    }

    /// <summary>
    /// Returns the draft with the codes that ANAC used until 30/7/2025, inclusive, for the supplier's role: single bidder, mandataria or
    /// mandante.
    /// </summary>
    private static BozzaAd4 ConVecchiRuoli(BozzaAd4 bozza)
    {
        for (var i = 0; i < bozza.Righe(PercorsoAd4.Aggiudicazione(0, "partecipanti")); i++)
        {
            var percorso = PercorsoAd4.Aggiudicazione(0, $"partecipanti/{i}/ruoloOE");
            bozza = bozza.ConValori(percorso, bozza.Testo(percorso) switch { "13" => "1", "10" => "2", _ => "3" });
        }

        return bozza;
    }
}
