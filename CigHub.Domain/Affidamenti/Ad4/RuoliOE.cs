namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The meaning of the codes of ANAC's list <c>ruoloOE</c> for the amounts.</summary>
public static class RuoliOE
{
    /// <summary>
    /// Says whether the role is mandante of a raggruppamento (10) or of a GEIE (12), whose importo in an AD4 is 0 (REG52, REG53).
    /// </summary>
    public static bool Mandante(string? codice) => codice is "10" or "12";

    /// <summary>Says whether the role belongs to a raggruppamento or a GEIE: mandatario (13, or 5 in a GEIE) or mandante.</summary>
    public static bool Raggruppato(string? codice) => codice is "13" or "5" || Mandante(codice);

    /// <summary>Says whether the role belongs to a GEIE.</summary>
    public static bool DiGeie(string? codice) => codice is "5" or "12";
}
