namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>What the codes of ANAC's list <c>ruoloOE</c> mean for the amounts.</summary>
public static class RuoliOE
{
    /// <summary>A mandante, of a raggruppamento (10) or of a GEIE (12): its importo in an AD4 is 0 (REG52, REG53).</summary>
    public static bool Mandante(string? codice) => codice is "10" or "12";

    /// <summary>A member of a raggruppamento or of a GEIE: mandatario (13, of a GEIE 5) or mandante.</summary>
    public static bool Raggruppato(string? codice) => codice is "13" or "5" || Mandante(codice);

    /// <summary>A member of a GEIE.</summary>
    public static bool DiGeie(string? codice) => codice is "5" or "12";
}
