using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Finds the CIG in a pasted text. Returns the one CIG to record. When there is none or more than one, returns null with the error, and the
/// CIG to propose: those in the text, or valid ones that differ little from a mistyped one.
/// </summary>
public static class PastedCig
{
    public static (Cig? Trovato, string? Errore, IReadOnlyList<Cig> Suggeriti) Search(string? testo, Cig cigPadre, RegoleCigDerivato regole, int maxSuggeriti)
    {
        if (string.IsNullOrWhiteSpace(testo))
        {
            return (null, null, []);
        }

        var trovati = RicercaCig.Trova(testo);
        var derivati = trovati.Where(Ammesso).ToList();
        if (derivati.Count == 1)
        {
            return (derivati[0], null, []);
        }

        if (derivati.Count > 1)
        {
            return (null, "Nel testo ci sono più CIG: scegli quello della casella «CIG Derivato».", [.. derivati.Take(maxSuggeriti)]);
        }

        // A page of the portal names the CIG Padre too. Saying that the CIG Padre was found explains more than saying what is wrong with
        // another code.
        if (trovati.Count > 0)
        {
            return (null, regole.Rifiuta(trovati.Contains(cigPadre) ? cigPadre : trovati[0], cigPadre)!.Message, []);
        }

        var candidato = RicercaCig.Candidati(testo).Append(testo.Trim()).First();
        var vicini = RicercaCig.Vicini(candidato).Where(Ammesso).Take(maxSuggeriti).ToList();
        var motivo = Cig.Leggi(candidato) is { IsSuccess: false } no ? no.Errors[0].Message : "Nel testo non c'è un CIG valido: copialo di nuovo dal portale.";
        return (null, motivo, vicini);

        bool Ammesso(Cig cig) => regole.Rifiuta(cig, cigPadre) is null;
    }
}
