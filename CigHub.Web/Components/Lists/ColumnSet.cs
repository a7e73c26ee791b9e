using System.Linq.Expressions;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// The columns of a list, in the order in which screen and sheet show them. Each list declares its columns in a class of its own that
/// derives from this one.
/// </summary>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
public abstract class ColumnSet<TRow>(IReadOnlyList<Column<TRow>> columns)
{
    public IReadOnlyList<Column<TRow>> Columns => columns;

    /// <summary>Returns the columns that the screen shows, in order: first those with a <see cref="Column{TRow}.Place"/>.</summary>
    /// <param name="acrossEnti">True when the user sees rows of several Enti.</param>
    /// <param name="all">False for the columns with a place alone.</param>
    public IReadOnlyList<Column<TRow>> OnScreen(bool acrossEnti = true, bool all = true) =>
        [.. For(acrossEnti).Where(c => all || c.Place is not null).OrderBy(c => c.Place ?? int.MaxValue)];

    /// <summary>Returns the columns that the screen shows to a user who has chosen none, in order.</summary>
    /// <inheritdoc cref="OnScreen" path="/param"/>
    public IReadOnlyList<Column<TRow>> Usual(bool acrossEnti = true) =>
        OnScreen(acrossEnti, all: false) is { Count: > 0 } few ? few : OnScreen(acrossEnti);

    /// <summary>
    /// Returns the columns that a user has chosen, in the user's order. A name that is no column, or none that the user may see, is left
    /// out. The column that names the row comes first when the choice leaves it out.
    /// </summary>
    /// <param name="written">The names, as <see cref="ColumnNames"/> writes them.</param>
    /// <param name="acrossEnti">True when the user sees rows of several Enti.</param>
    /// <param name="unknown">The names that were left out.</param>
    /// <returns>The columns; null when the text names none.</returns>
    public IReadOnlyList<Column<TRow>>? Chosen(string? written, bool acrossEnti, out IReadOnlyList<string> unknown)
    {
        var may = OnScreen(acrossEnti);
        var names = ColumnNames.Read(written);
        if (names is [ColumnNames.All])
        {
            unknown = [];
            return may;
        }

        var found = names.Select(n => (Name: n, Column: may.FirstOrDefault(c => c.Name.Equals(n, StringComparison.OrdinalIgnoreCase)))).ToList();
        unknown = [.. found.Where(f => f.Column is null).Select(f => f.Name)];
        List<Column<TRow>> chosen = [.. found.Select(f => f.Column).OfType<Column<TRow>>()];
        return chosen.Count == 0 ? null : [.. may.Where(c => c.NamesRow).Except(chosen), .. chosen];
    }

    /// <summary>Returns the columns that a sheet for download has, in order.</summary>
    /// <param name="acrossEnti">True when the user sees rows of several Enti.</param>
    /// <param name="shown">The columns that the list shows, in order. Null for all the columns of a sheet.</param>
    public IReadOnlyList<Column<TRow>> InSheet(bool acrossEnti = true, IReadOnlyList<Column<TRow>>? shown = null) =>
        [.. (shown ?? columns).Intersect(For(acrossEnti)).Where(c => c.Sheet is not null)];

    /// <summary>Returns the columns that a print has, from the left.</summary>
    /// <inheritdoc cref="OnScreen" path="/param"/>
    public IReadOnlyList<Column<TRow>> OnPaper(bool acrossEnti = true) => [.. For(acrossEnti).Where(c => c.Print is not null).OrderBy(c => c.Print)];

    /// <summary>
    /// Returns the new order of the list after a press on a caption. A second press reverses the direction. Otherwise amounts, numbers and
    /// dates begin with the largest, texts with the first letter.
    /// </summary>
    public static ListOrder Pressed(Column<TRow> column, ListOrder now) => now.Name == column.Sort!.Name
        ? now with { Ascending = !now.Ascending }
        : new ListOrder(column.Sort.Name, column.Kind is CellKind.Text);

    private IEnumerable<Column<TRow>> For(bool acrossEnti) => columns.Where(c => acrossEnti || !c.AcrossEnti);
}

/// <summary>The columns of a list whose rows a database query sorts.</summary>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
/// <typeparam name="TSource">The result of the query before it is projected to rows. The keys of the orders are members of this type.</typeparam>
public abstract class ColumnSet<TRow, TSource> : ColumnSet<TRow>
{
    private readonly SortKey<TSource> _usual;
    private readonly SortKey<TSource> _unique;
    private readonly Dictionary<string, SortKey<TSource>> _keys;

    /// <param name="columns">The columns, from left to right.</param>
    /// <param name="usual">The list's own order, used when the address names none.</param>
    /// <param name="unique">The key that sorts rows with equal values, so that no row stands on two pages.</param>
    protected ColumnSet(IReadOnlyList<Column<TRow>> columns, SortKey<TSource> usual, SortKey<TSource> unique)
        : base(columns)
    {
        (_usual, _unique) = (usual, unique);
        _keys = columns.Select(c => c.Sort).OfType<SortKey>().Cast<SortKey<TSource>>().ToDictionary(k => k.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names of all orders, as addresses contain them.</summary>
    public IEnumerable<string> SortNames => _keys.Keys;

    /// <summary>
    /// Returns the declared name of an order, found without regard to upper and lower case, or null when there is no such order.
    /// </summary>
    public string? SortName(string? written) => written is not null && _keys.TryGetValue(written, out var key) ? key.Name : null;

    /// <summary>
    /// Sorts a query by the order, and rows that are equal in it by the unique key in the same direction. An unknown order counts as the
    /// list's usual one.
    /// </summary>
    public IQueryable<TSource> Sorted(IQueryable<TSource> rows, ListOrder order)
    {
        var key = order.Name is { } name && _keys.TryGetValue(name, out var found) ? found : _usual;
        var sorted = key.First(rows, order.Ascending);
        return _unique.Next(key.Then?.Next(sorted, order.Ascending) ?? sorted, order.Ascending);
    }

    /// <summary>Declares the order in which a press on a column's caption sorts the list.</summary>
    /// <param name="name">The name in the address. Saved links hold it, so it never changes.</param>
    /// <param name="key">The expression that the query sorts by.</param>
    /// <param name="then">The key of rows that are equal in the first one. Null for the list's unique key.</param>
    protected static SortKey<TSource> By<TKey>(string name, Expression<Func<TSource, TKey>> key, SortKey<TSource>? then = null) =>
        new SortKey<TSource, TKey>(name, key) { Then = then };
}
