namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>Says what the codes of ANAC's list <c>ruoloOE</c> mean for the importo that a supplier has in an AD4.</summary>
public static class RuoliOE
{
    /// <summary>
    /// Says whether the role is mandante of a raggruppamento (10) or of a GEIE (12), whose importo in an AD4 is 0 (REG52, REG53).
    /// </summary>
    public static bool Mandante(string? codice) => codice is "10" or "12";

    /// <summary>
    /// Says whether the role is that of a member of a raggruppamento or of a GEIE: its mandataria (13, or 5 in a GEIE) or a mandante.
    /// </summary>
    public static bool Raggruppato(string? codice) => codice is "13" or "5" || Mandante(codice);

    /// <summary>Says whether the role is that of a member of a GEIE (a European economic interest grouping).</summary>
    public static bool DiGeie(string? codice) => codice is "5" or "12";
}
