namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>Says what the codes of ANAC's list <c>ruoloOE</c> mean for the importo that a supplier has in an AD4.</summary>
public static class RuoliOE
{
    /// <summary>The name of ANAC's list of the roles.</summary>
    public const string Lista = "ruoloOE";

    /// <summary>
    /// Says whether the role is mandante of a raggruppamento (10) or of a GEIE (12), whose importo in an AD4 is 0 (REG52, REG53).
    /// </summary>
    public static bool Mandante(string? codice) => codice is "10" or "12";

    /// <summary>
    /// Says whether the role is that of a member of a raggruppamento or of a GEIE: its mandataria (13, or 5 in a GEIE) or a mandante.
    /// </summary>
    public static bool Raggruppato(string? codice) => codice is "13" or "5" || Mandante(codice);

    /// <summary>
    /// Returns the role that took the place of one that ended on 31/07/2025: mandatario (1) is 13, mandante (2) is 10, a single supplier
    /// (3) is 14. Returns null for any other role. The consorzi that ended have no successor, because their form is said by <c>tipoOE</c>.
    /// Source: ANAC, npa issue 2490.
    /// </summary>
    public static string? Successore(string? cessato) => cessato switch { "1" => "13", "2" => "10", "3" => "14", _ => null };

    /// <summary>Says whether the role is that of a member of a GEIE (a European economic interest grouping).</summary>
    public static bool DiGeie(string? codice) => codice is "5" or "12";
}
