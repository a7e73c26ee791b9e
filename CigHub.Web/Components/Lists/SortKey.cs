using System.Linq.Expressions;

namespace CigHub.Web.Components.Lists;

/// <summary>An order that a list offers. Equality: by reference.</summary>
public abstract class SortKey
{
    private protected SortKey(string name) => Name = name;

    /// <summary>Its name in the address of the list; upper and lower case are the same.</summary>
    public string Name { get; }
}

/// <summary>An order over the rows of a query, translated to SQL.</summary>
/// <typeparam name="TSource">What the query gives before it is projected to the rows of the list.</typeparam>
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

/// <summary>What a list is sorted by, as its address has it. Default: the list's own order, which is no column's.</summary>
/// <param name="Name">The name of a column's <see cref="SortKey"/>; null: the list's own order.</param>
/// <param name="Ascending">The smallest first.</param>
public readonly record struct ListOrder(string? Name = null, bool Ascending = false);
