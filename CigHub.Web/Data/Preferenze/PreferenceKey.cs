namespace CigHub.Web.Data.Preferenze;

/// <summary>Names one choice that a person finds again at the next visit. There are no other keys than these.</summary>
public sealed class PreferenceKey
{
    private PreferenceKey(string name, int maxLength) => (Name, MaxLength) = (name, maxLength);

    /// <summary>Rows for each page of the list of Affidamenti.</summary>
    public static PreferenceKey ListRows { get; } = new("affidamenti.righe", 3);

    /// <summary>The last filter of the list, as an address.</summary>
    public static PreferenceKey ListFilter { get; } = new("affidamenti.filtro", 4_000);

    /// <summary>Own work or the Ente's, on the Cruscotto.</summary>
    public static PreferenceKey CruscottoView { get; } = new("cruscotto.vista", 10);

    /// <summary>A new version of the portal's path while somebody works on it.</summary>
    public static PreferenceKey PathDraft { get; } = new("percorso.bozza", 100_000);

    /// <summary>The Appartenenza that was chosen last.</summary>
    public static PreferenceKey LastRole { get; } = new("accesso.appartenenza", 36);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PreferenceKey> All { get; } = [ListRows, ListFilter, CruscottoView, PathDraft, LastRole];

    public string Name { get; }

    /// <summary>The longest value that is kept, in characters.</summary>
    public int MaxLength { get; }
}
