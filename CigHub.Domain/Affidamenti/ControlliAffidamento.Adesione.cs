using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <content>The checks on each adhesion of the scheda.</content>
public static partial class ControlliAffidamento
{
    /// <summary>
    /// The day on which the guidelines on art. 47 D.L. 77/2021 (D.P.C.M. 7/12/2021) were published. A bando before that day could not
    /// follow them.
    /// </summary>
    private static readonly DateOnly _lineeGuidaParita = new(2021, 12, 30);

    /// <summary>The code of ANAC's list <c>motivoDeroga</c> for a Convenzione that is older than the guidelines on art. 47.</summary>
    private const string MotivoConvenzioneAnteriore = "9";

    /// <summary>The NUTS code of the metropolitan city of Rome.</summary>
    private const string NutsDiRoma = "ITI43";

    private static IEnumerable<Segnalazione> DellAdesione(BozzaAd4 bozza, ContestoControlli contesto, int i)
    {
        var importo = ImportoAdesione.Calcola(bozza, i, contesto.Convenzione.Erosione);
        return Importi(bozza, contesto, i, importo)
            .Concat(Partecipanti(bozza, i))
            .Concat(Fonti(bozza, i))
            .Concat(CupPensato(bozza, i))
            .Concat(MoltiCup(bozza, i))
            .Concat(Identificativi(bozza, i))
            .Concat(Parita(bozza, contesto, i))
            .Concat(ComeIlLotto(bozza, contesto, i));
    }

    private static IEnumerable<Segnalazione> Importi(BozzaAd4 bozza, ContestoControlli contesto, int i, Importo importo)
    {
        var qui = PercorsoAd4.QuadroInUso(bozza, i, "impServizi");
        if (importo.Centesimi > 0 && contesto.Convenzione.AmmetteImporto(importo) is { IsSuccess: false } sotto)
        {
            yield return Errore(sotto.Errors[0].Code, qui, sotto.Errors[0].Message);
        }

        if (importo.Centesimi <= 0)
        {
            yield return Errore(
                "ad4.importo-zero",
                qui,
                "L'importo dell'adesione è zero: scrivi almeno una voce del quadro economico (lavori, servizi o forniture).");
        }
    }

    /// <summary>
    /// Checks that ANAC would not answer ERR96: all the members of a raggruppamento that are not mandanti must have the same importo, which
    /// is that of the adhesion.
    /// </summary>
    private static IEnumerable<Segnalazione> Partecipanti(BozzaAd4 bozza, int i)
    {
        var elenco = PercorsoAd4.Aggiudicazione(i, "partecipanti");
        var diversi =
            from p in Enumerable.Range(0, bozza.Righe(elenco))
            let qui = $"{elenco}/{p}"
            where !RuoliOE.Mandante(bozza.Testo(qui + "/ruoloOE")) && bozza.Testo(qui + "/importo") is not null
            group qui by bozza.Testo(qui + "/idPartecipante") into stesso
            where stesso.Select(p => bozza.Testo(p + "/importo")).Distinct().Count() > 1
            select Errore("ad4.importi-diversi", stesso.First(p => bozza.Testo(p + "/importo") != bozza.Testo(stesso.First() + "/importo")) + "/importo",
                "I membri dello stesso raggruppamento hanno importi diversi: ANAC rifiuterebbe la scheda (ERR96). "
                    + "Scrivi per tutti l'importo dell'adesione, e 0 per i mandanti.");
        return diversi;
    }

    /// <summary>
    /// Returns an avviso when the finanziamenti do not cover the whole quadro economico, somme a disposizione and IVA included. More is
    /// right. The somme a disposizione hold the IVA on the options too, so options that are not funded yet are the usual reason for less.
    /// Source: ANAC, npa issues 1864, 1892 and 1988.
    /// </summary>
    private static IEnumerable<Segnalazione> Fonti(BozzaAd4 bozza, int i)
    {
        var elenco = PercorsoAd4.Aggiudicazione(i, "finanziamenti");
        var lette = Enumerable.Range(0, bozza.Righe(elenco)).Select(f => bozza.Testo($"{elenco}/{f}/importo")).Where(t => t is not null)
            .Select(t => Importo.TryParse(t, null, out var fonte) ? fonte : (Importo?)null).ToList();
        var quadro = ImportoAdesione.QuadroIntero(bozza, i);
        if (lette.Count > 0 && lette.All(f => f is not null) && Importo.Somma(lette.Select(f => f!.Value)) is var somma && somma < quadro)
        {
            yield return Avviso("ad4.finanziamenti-non-tornano", $"{elenco}/0/importo",
                $"I finanziamenti ({somma} €) non coprono il quadro economico ({quadro} €, somme a disposizione e IVA comprese): "
                    + $"mancano {quadro - somma} €. Completali, oppure indica il motivo.")
            with
            {
                Proposta = bozza.Righe(elenco) == 1 ? [($"{elenco}/0/importo", quadro.ToString())] : [],
                MotiviProposti = ["Opzioni non ancora finanziate", "IVA o altre somme a disposizione su un altro capitolo"],
            };
        }
    }

    /// <summary>
    /// Returns an avviso when the question about the CUP has no answer. After the CIG a CUP can be added only once, and never removed.
    /// </summary>
    private static IEnumerable<Segnalazione> CupPensato(BozzaAd4 bozza, int i)
    {
        var domanda = PercorsoAd4.Aggiudicazione(i, "acquisizioneCup");
        if (bozza.Testo(domanda) is null && bozza.Testo(PercorsoAd4.Aggiudicazione(i, "afferenteInvestimentiPNRR")) != "true")
        {
            yield return Avviso("ad4.cup-non-considerato", domanda,
                "Non hai detto se è previsto il CUP: dopo il CIG si aggiunge una volta sola. Rispondi Sì o No, oppure indica il motivo per cui non rispondi.");
        }
    }

    /// <summary>
    /// Returns an avviso when an adhesion with PNRR money, to a Convenzione older than the guidelines on art. 47, does not declare the
    /// deroga with reason 9.
    /// </summary>
    private static IEnumerable<Segnalazione> Parita(BozzaAd4 bozza, ContestoControlli contesto, int i)
    {
        string Qui(string campo) => PercorsoAd4.Aggiudicazione(i, $"paritaDiGenereGenerazionale/{campo}");
        if (bozza.Testo(PercorsoAd4.Aggiudicazione(i, "afferenteInvestimentiPNRR")) == "true"
            && contesto.Convenzione.DataBando < _lineeGuidaParita
            && (bozza.Testo(Qui("derogaAQ")) != "true" || bozza.Testo(Qui("motivoDeroga/0")) != MotivoConvenzioneAnteriore))
        {
            yield return Avviso("ad4.deroga-convenzione-anteriore", Qui("derogaAQ"),
                $"Il bando della Convenzione è del {contesto.Convenzione.DataBando:dd'/'MM'/'yyyy}, prima delle linee guida sulla parità: "
                    + "di regola si indica la deroga con il motivo 9. Usa la proposta, o indica il motivo per cui non la usi.")
            with
            {
                Proposta = [(Qui("derogaAQ"), "true"), (Qui("quota30PerCento"), "NO"), (Qui("motivoDeroga/0"), MotivoConvenzioneAnteriore)],
            };
        }
    }

    private static IEnumerable<Segnalazione> ComeIlLotto(BozzaAd4 bozza, ContestoControlli contesto, int i)
    {
        var lotto = contesto.Lotto.Caratteristiche;
        var (cpv, nuts, istat) = (
            PercorsoAd4.Aggiudicazione(i, "datiBaseCPV/cpvPrevalente"),
            PercorsoAd4.Aggiudicazione(i, "datiBaseContratto/codNUTS"),
            PercorsoAd4.Aggiudicazione(i, "codIstat"));
        if (Cpv.TryParse(bozza.Testo(cpv), null, out var suo) && suo != lotto.Cpv)
        {
            yield return Avviso("ad4.cpv-diverso", cpv, $"Il CPV non è quello del Lotto ({lotto.Cpv}): correggilo, o indica il motivo.")
                with
            { Proposta = [(cpv, lotto.Cpv.Valore)] };
        }

        if (CodIstat.TryParse(bozza.Testo(istat), null, out var comune)
            && comune.InCittaMetropolitanaDiRoma != CodeText.Uguali(bozza.Testo(nuts), NutsDiRoma) && bozza.Testo(nuts) is not null)
        {
            yield return Avviso(
                "ad4.luoghi-discordi",
                istat,
                "Il comune (luogo ISTAT) e la provincia (luogo NUTS) non sono lo stesso posto: correggi quello sbagliato, o indica il motivo.");
        }
        else if (bozza.Testo(nuts) is { } provincia && !CodeText.Uguali(provincia, lotto.Nuts.Valore) && CodNuts.TryParse(provincia, null, out _))
        {
            yield return Avviso("ad4.luogo-diverso", nuts, $"Il luogo NUTS non è quello del Lotto ({lotto.Nuts}): correggilo, o indica il motivo.")
                with
            { Proposta = [(nuts, lotto.Nuts.Valore)] };
        }
    }
}
