using System.Linq.Expressions;

namespace CigHub.Web.Components.Lists;

/// <summary>An order that a list offers. Equality: by reference.</summary>
public abstract class SortKey
{
    private protected SortKey(string name) => Name = name;

    /// <summary>The name of the order in the address of the list. Upper and lower case count as the same.</summary>
    public string Name { get; }
}

/// <summary>An order over the rows of a query, which EF translates to SQL.</summary>
/// <typeparam name="TSource">The result of the query before it is projected to the rows of the list.</typeparam>
public abstract class SortKey<TSource> : SortKey
{
    private protected SortKey(string name)
        : base(name)
    {
    }

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

/// <summary>The order of a list, as its address writes it. Equality: by both members. Default: the list's own order.</summary>
/// <param name="Name">The name of the <see cref="SortKey"/> of a column; null for the list's own order.</param>
/// <param name="Ascending">True when the smallest value comes first.</param>
public readonly record struct ListOrder(string? Name = null, bool Ascending = false);
