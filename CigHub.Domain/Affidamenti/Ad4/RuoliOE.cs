namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>What the codes of ANAC's list <c>ruoloOE</c> mean for the amounts.</summary>
public static class RuoliOE
{
    /// <summary>A mandante, of a raggruppamento (10) or of a GEIE (12): its importo in an AD4 is 0 (REG52, REG53).</summary>
    public static bool Mandante(string? codice) => codice is "10" or "12";
}
