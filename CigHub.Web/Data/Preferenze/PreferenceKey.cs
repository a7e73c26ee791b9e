namespace CigHub.Web.Data.Preferenze;

/// <summary>The name of one choice that a person finds again at the next visit. There are no other keys than these.</summary>
public sealed class PreferenceKey
{
    /// <summary>The longest list of the names of chosen columns, in characters.</summary>
    public const int MaxColumns = 500;

    private PreferenceKey(string name, int maxLength) => (Name, MaxLength) = (name, maxLength);

    /// <summary>The number of rows that a person wants on each page of the list of Affidamenti.</summary>
    public static PreferenceKey ListRows { get; } = new("affidamenti.righe", 3);

    /// <summary>The columns that a person chose last in the list of Affidamenti, as the address writes them.</summary>
    public static PreferenceKey ListColumns { get; } = new("affidamenti.colonne", MaxColumns);

    /// <summary>The columns that a person chose last in the list of the registro eventi, as the address writes them.</summary>
    public static PreferenceKey RegistroColumns { get; } = new("registro.colonne", MaxColumns);

    /// <summary>The widths that a person gave to columns of the list of Affidamenti, as the address writes them.</summary>
    public static PreferenceKey ListWidths { get; } = new("affidamenti.larghezze", MaxColumns);

    /// <summary>The widths that a person gave to columns of the list of the registro eventi, as the address writes them.</summary>
    public static PreferenceKey RegistroWidths { get; } = new("registro.larghezze", MaxColumns);

    /// <summary>The filter that a person last used in the list of Affidamenti, as the query of an address.</summary>
    public static PreferenceKey ListFilter { get; } = new("affidamenti.filtro", 4_000);

    /// <summary>The view of the Cruscotto that a person last used: the person's own work, or that of the whole Ente.</summary>
    public static PreferenceKey CruscottoView { get; } = new("cruscotto.vista", 10);

    /// <summary>The unpublished new version of the percorso del portale on which a person is working.</summary>
    public static PreferenceKey PathDraft { get; } = new("percorso.bozza", 100_000);

    /// <summary>The id of the Appartenenza that the person chose last as the role to act in.</summary>
    public static PreferenceKey LastRole { get; } = new("accesso.appartenenza", 36);

    /// <summary>The choice of a person to receive e-mail about what waits for this person.</summary>
    public static PreferenceKey MailNotices { get; } = new("avvisi.posta", 2);

    /// <summary>The things of which an e-mail has told the person already, as JSON.</summary>
    public static PreferenceKey MailNoticesTold { get; } = new("avvisi.posta-detti", 100_000);

    public static IReadOnlyList<PreferenceKey> All { get; } =
        [
            ListRows, ListColumns, RegistroColumns, ListWidths, RegistroWidths, ListFilter, CruscottoView, PathDraft, LastRole,
            MailNotices, MailNoticesTold,
        ];

    public string Name { get; }

    /// <summary>The longest value of the choice that is stored, in characters.</summary>
    public int MaxLength { get; }
}
