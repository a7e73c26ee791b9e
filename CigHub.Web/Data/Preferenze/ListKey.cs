namespace CigHub.Web.Data.Preferenze;

/// <summary>Names one list whose columns and views a person keeps. There are no other lists than these.</summary>
public sealed class ListKey
{
    private ListKey(string name, PreferenceKey columns, PreferenceKey widths) => (Name, Columns, Widths) = (name, columns, widths);

    public static ListKey Affidamenti { get; } = new("affidamenti", PreferenceKey.ListColumns, PreferenceKey.ListWidths);

    public static ListKey RegistroEventi { get; } = new("registro", PreferenceKey.RegistroColumns, PreferenceKey.RegistroWidths);

    /// <summary>The stored name of the list, which never changes.</summary>
    public string Name { get; }

    /// <summary>The preference that holds the columns that the person chose last.</summary>
    public PreferenceKey Columns { get; }

    /// <summary>The preference that holds the widths that the person gave to columns last.</summary>
    public PreferenceKey Widths { get; }
}
