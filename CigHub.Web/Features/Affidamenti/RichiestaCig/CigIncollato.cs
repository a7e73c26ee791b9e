using CigHub.Domain.Codici;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>What a pasted text holds: one CIG to record, or the reason why not and the valid codes near a damaged one.</summary>
public static class CigIncollato
{
    public static (Cig? Trovato, string? Errore, IReadOnlyList<Cig> Suggeriti) Cerca(string? testo, Cig cigPadre, int maxSuggeriti)
    {
        if (string.IsNullOrWhiteSpace(testo))
        {
            return (null, null, []);
        }

        var trovati = RicercaCig.Trova(testo);
        var derivati = trovati.Where(c => c != cigPadre && c.PuoEssereDerivatoNuovo).ToList();
        if (derivati.Count == 1)
        {
            return (derivati[0], null, []);
        }

        if (derivati.Count > 1)
        {
            return (null, "Nel testo ci sono più CIG: scegli quello della casella «CIG Derivato».", [.. derivati.Take(maxSuggeriti)]);
        }

        if (trovati.Contains(cigPadre))
        {
            return (null, $"Nel testo c'è solo {cigPadre}, che è il CIG Padre del Lotto: copia il valore della casella «CIG Derivato».", []);
        }

        if (trovati.Count > 0)
        {
            return (null, $"{trovati[0]} non può essere un CIG appena rilasciato: quelli della PCP cominciano con una lettera da A a U.", []);
        }

        var candidato = RicercaCig.Candidati(testo).Append(testo.Trim()).First();
        var vicini = RicercaCig.Vicini(candidato).Where(c => c != cigPadre && c.PuoEssereDerivatoNuovo).Take(maxSuggeriti).ToList();
        var motivo = Cig.Leggi(candidato) is { IsSuccess: false } no ? no.Errors[0].Message : "Nel testo non c'è un CIG valido: copialo di nuovo dal portale.";
        return (null, motivo, vicini);
    }
}
