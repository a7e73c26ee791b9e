using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;

namespace CigHub.Domain.Affidamenti;

/// <content>The checks on the codes of an adhesion that may be right although they look wrong, so that each asks for a reason.</content>
public static partial class ControlliAffidamento
{
    /// <summary>Returns an avviso when the adhesion has so many CUP that ANAC's services have often failed (ANAC, npa issue 2794).</summary>
    private static IEnumerable<Segnalazione> MoltiCup(BozzaAd4 bozza, int i)
    {
        var elenco = PercorsoAd4.Aggiudicazione(i, "cupLotto");
        var scritti = bozza.SiApplica(elenco + "/0") ? Enumerable.Range(0, bozza.Righe(elenco)).Count(c => bozza.Testo($"{elenco}/{c}") is not null) : 0;
        if (scritti >= ElencoCup.Molti)
        {
            yield return Avviso("ad4.molti-cup", $"{elenco}/{ElencoCup.Molti - 1}",
                $"I CUP sono {scritti}: con {ElencoCup.Molti} o più ANAC ha spesso risposto con un errore generico. Tieni solo i CUP dei progetti che "
                    + "questa adesione finanzia, oppure indica il motivo per cui servono tutti.");
        }
    }

    private static IEnumerable<Segnalazione> Identificativi(BozzaAd4 bozza, int i)
    {
        var elenco = PercorsoAd4.Aggiudicazione(i, "partecipanti");
        return Enumerable.Range(0, bozza.Righe(elenco)).SelectMany(p => DellOperatore(bozza, $"{elenco}/{p}"));
    }

    private static IEnumerable<Segnalazione> DellOperatore(BozzaAd4 bozza, string qui)
    {
        var (campo, paese) = (qui + "/codiceFiscale", qui + "/paeseOperatoreEconomico");
        if (!IdentificativoOperatore.TryParse(bozza.Testo(campo), null, out var codice))
        {
            yield break;
        }

        if (codice.Dubbio is { } dubbio)
        {
            yield return Avviso("ad4.operatore-non-riconosciuto", campo, $"{dubbio} Correggilo, oppure indica il motivo per cui è giusto.");
        }

        if (codice.Natura == NaturaIdentificativo.SocietaItaliana
            && bozza.Testo(qui + "/tipoOE") is null or TipiOE.Impresa && DittaIndividuale.Riconosci(bozza.Testo(qui + "/denominazione")))
        {
            yield return Avviso("ad4.partita-iva-di-persona", campo,
                "Il fornitore sembra una ditta individuale o un professionista: ANAC non vuole la partita IVA, ma il codice fiscale di 16 caratteri "
                    + "della persona (altrimenti può rifiutare la scheda). Correggilo, oppure indica il motivo per cui è giusto.");
        }

        if (codice.Paese is { } suo && Sigla(bozza.Testo(paese)) is { } scritto && !CodeText.Uguali(suo, scritto))
        {
            yield return Avviso("ad4.paese-discorde", paese,
                $"Il paese del fornitore è «{scritto}», ma l'identificativo {codice} è di {suo}: correggi quello sbagliato, o indica il motivo.") with
            { Proposta = [(paese, suo)] };
        }
    }

    /// <summary>
    /// Returns the three letters of the country that a user typed, also for the word «Italia». Returns null for any other words, because the
    /// field is free and CigHub has no list of the names of countries.
    /// </summary>
    private static string? Sigla(string? paese)
    {
        const int Lettere = 3;
        var scritto = CodeText.Pulisci(paese);
        return scritto == "ITALIA" ? "ITA" : scritto.Length == Lettere && scritto.All(char.IsAsciiLetterUpper) ? scritto : null;
    }
}
