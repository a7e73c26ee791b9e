using System.Linq.Expressions;

namespace CigHub.Web.Components.Lists;

/// <summary>An order in which a list can be sorted. Equality: by reference.</summary>
public abstract class SortKey
{
    private protected SortKey(string name) => Name = name;

    /// <summary>The name of the order in the list's address. Upper and lower case are not distinguished.</summary>
    public string Name { get; }
}

/// <summary>An order in which a database query sorts the rows of a list. EF translates it to SQL.</summary>
/// <typeparam name="TSource">The result of the query before it is projected to the rows of the list.</typeparam>
public abstract class SortKey<TSource> : SortKey
{
    private protected SortKey(string name)
        : base(name)
    {
    }

    /// <summary>The key that sorts rows that are equal in this one, before the list's unique key does. Null for none.</summary>
    public SortKey<TSource>? Then { get; init; }

    public abstract IOrderedQueryable<TSource> First(IQueryable<TSource> rows, bool ascending);

    public abstract IOrderedQueryable<TSource> Next(IOrderedQueryable<TSource> rows, bool ascending);
}

internal sealed class SortKey<TSource, TKey>(string name, Expression<Func<TSource, TKey>> key) : SortKey<TSource>(name)
{
    public override IOrderedQueryable<TSource> First(IQueryable<TSource> rows, bool ascending) =>
        ascending ? rows.OrderBy(key) : rows.OrderByDescending(key);

    public override IOrderedQueryable<TSource> Next(IOrderedQueryable<TSource> rows, bool ascending) =>
        ascending ? rows.ThenBy(key) : rows.ThenByDescending(key);
}

/// <summary>The chosen order of a list: the name and the direction. Equality: by both members. Default: the list's own order.</summary>
/// <param name="Name">The name of the <see cref="SortKey"/> of a column; null for the list's own order.</param>
/// <param name="Ascending">True when the smallest value comes first.</param>
public readonly record struct ListOrder(string? Name = null, bool Ascending = false);
