namespace CigHub.Domain.Codici;

/// <summary>
/// Recognises by its name a supplier that is a person: a sole trader or a professional. ANAC wants of such a supplier the codice fiscale of
/// the person, of 16 characters, and not the partita IVA (ANAC, npa issue 2793).
/// </summary>
public static class DittaIndividuale
{
    private static readonly string[] _societa =
    [
        " srl", " s r l", " srls", " spa", " s p a", " snc", " s n c", " sas", " s a s", " sapa", " scarl", " scrl", " soc ", " societa", " coop",
        " consorzio", " cons ", " associazione", " associati", " fondazione", " stp", " s t p", " sta ", " gmbh", " ente ", " azienda speciale", " onlus",
        " comune ", " universita", " impresa sociale", " istituto", " rti ", " ati ", " raggruppamento", " ltd", " limited", " sa ", " s a ", " ag ", " bv ",
    ];

    private static readonly string[] _persona =
    [
        " ditta ", " impresa individuale", " imprenditore", " libero professionista", " professionista", " d i ", " ing ", " arch ", " avv ", " geom ",
        " dott ", " dottssa ", " dr ", " rag ", " prof ", " ingegner ", " architetto ", " avvocato ", " geometra ",
    ];

    /// <summary>
    /// Says whether the name is that of a person who trades: it has the words of one, or ends with «di» and two names, and no legal form of
    /// a company.
    /// </summary>
    public static bool Riconosci(string? denominazione)
    {
        var parole = FoldedText.Parole(denominazione ?? "") + " ";
        return !_societa.Any(s => parole.Contains(s, StringComparison.Ordinal))
            && (_persona.Any(p => parole.Contains(p, StringComparison.Ordinal)) || DiQualcuno(parole));
    }

    /// <summary>Says whether the name ends like «Officina di Mario Rossi», with «di» before its last two words.</summary>
    private static bool DiQualcuno(string parole)
    {
        var lista = parole.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return lista.Length >= 4 && lista[^3] == "di";
    }
}
