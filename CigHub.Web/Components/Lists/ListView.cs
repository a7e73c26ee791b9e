using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Lists;

/// <summary>A column among which the user chooses.</summary>
/// <param name="Fixed">Says whether the user cannot take the column away.</param>
public sealed record ColumnChoice(string Name, string Caption, bool Fixed);

/// <summary>
/// The present look of a list: its address, the columns that it shows, and the views that the user has saved. <see cref="SavedViews"/>
/// reads it.
/// </summary>
public abstract class ListView
{
    public required ListKey Key { get; init; }

    public required Permission Requires { get; init; }

    /// <summary>The address of the list without filters.</summary>
    public required string Path { get; init; }

    /// <summary>The relative address whose filters, order and columns the list shows.</summary>
    public required string Address { get; init; }

    /// <summary>Says whether the list opens with the user's opening view, whose address the browser does not show yet.</summary>
    public required bool Opened { get; init; }

    /// <summary>The views of the user, by name.</summary>
    public required IReadOnlyList<VistaSalvata> Views { get; init; }

    /// <summary>Filters, order and columns as a saved view keeps them: only names that the list knows.</summary>
    public required string State { get; init; }

    /// <summary>The names of the chosen columns as the address has them, or null when it has none.</summary>
    public required string? Kept { get; init; }

    /// <summary>The widths that the user has given to columns, in CSS pixels, by the column's name.</summary>
    public required IReadOnlyDictionary<string, int> Widths { get; init; }

    /// <summary>The widths as the address has them, or null when it has none.</summary>
    public required string? KeptWidths { get; init; }

    /// <summary>The columns and filters that the address asks for and the list does not have, in words.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>All the columns that the user may see: first the shown ones, in order.</summary>
    public required IReadOnlyList<ColumnChoice> Choices { get; init; }

    /// <summary>The names of the shown columns, in order.</summary>
    public required IReadOnlyList<string> Shown { get; init; }

    /// <summary>The names of the columns that the list shows to a user who has chosen none, in order.</summary>
    public required IReadOnlyList<string> Usual { get; init; }

    /// <summary>Returns an address of the list with the chosen columns, which otherwise a link would lose.</summary>
    public string Keep(string address)
    {
        var kept = Kept is null ? address : ListAddress.With(address, ListAddress.Columns, Kept);
        kept = KeptWidths is null ? kept : ListAddress.With(kept, ListAddress.Widths, KeptWidths);
        return kept == Path && Views.Any(v => v.Apre) ? ListAddress.With(kept, ListAddress.WithoutView, ListAddress.On) : kept;
    }

    /// <summary>Returns the present address with other columns.</summary>
    public string With(string columns) => ListAddress.With(Address, ListAddress.Columns, columns);

    /// <summary>Returns the present address with other widths of columns.</summary>
    public string WithWidths(string widths) => ListAddress.With(Address, ListAddress.Widths, widths);

    public string AddressOf(VistaSalvata view) => $"{Path}?{view.Filtri}";
}

/// <summary>The present look of a list, with the columns that its table shows.</summary>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
public sealed class ListView<TRow> : ListView
{
    public required IReadOnlyList<Column<TRow>> Columns { get; init; }

    /// <summary>The columns that the user has chosen, or null when the list shows its usual ones.</summary>
    public IReadOnlyList<Column<TRow>>? Chosen { get; init; }
}
