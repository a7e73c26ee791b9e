using CigHub.Web.Common;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// The filters of a list. The class reads them from an address, writes them into one, and puts them into words. Each list declares its
/// filters in a class of its own that derives from this one.
/// </summary>
/// <typeparam name="TFilter">The record that holds the values of all filters; immutable.</typeparam>
/// <param name="none">The record with no filter in use.</param>
/// <param name="filters">The filters, in the order of the address and of the words.</param>
public abstract class FilterSet<TFilter>(TFilter none, IReadOnlyList<Filter<TFilter>> filters)
{
    public IReadOnlyList<Filter<TFilter>> Filters => filters;

    /// <summary>The filters that have an input in the form, in the order of the form.</summary>
    public IEnumerable<Filter<TFilter>> InForm => filters.Where(f => f.InForm).OrderBy(f => f.Place);

    /// <summary>Reads the values of the filters from an address. A value that cannot be read counts as missing.</summary>
    /// <param name="read">The reader of the address, from <see cref="ListAddress.Read"/>.</param>
    public TFilter Read(Func<string, string?> read) => filters.Aggregate(none, (filter, f) => f.Set(filter, read(f.Name)));

    /// <summary>Returns the captions of the filters whose value in the address is none of theirs, for example a choice that no longer exists.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    public IEnumerable<string> Unread(Func<string, string?> read) =>
        filters.Where(f => read(f.Name) is { } text && f.Read(f.Set(none, text)) is null).Select(f => f.Caption);

    /// <summary>
    /// Returns the names and values of the filters as the address writes them. The value of a filter that is not in use is null.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string?>> Values(TFilter filter) => filters.Select(f => KeyValuePair.Create(f.Name, f.Read(filter)));

    /// <summary>
    /// Returns the filters in use in words, <c>CIG Padre: A3 · Di chi: solo i miei</c>, or an empty text when none is in use.
    /// </summary>
    public string Words(TFilter filter) => string.Join(
        " · ", filters.Select(f => (f.Caption, Said: f.Said(filter))).Where(f => f.Said is not null).Select(f => $"{f.Caption}: {f.Said}"));

    public bool IsEmpty(TFilter filter) => filters.All(f => f.Read(filter) is null);

    /// <summary>Returns a sentence that tells the user that filters contradict each other, or null when they do not.</summary>
    public virtual string? Refusal(TFilter filter) => null;
}

/// <summary>The filters of a list that can be applied to a database query.</summary>
/// <typeparam name="TFilter">The record that holds the values of all filters; immutable.</typeparam>
/// <typeparam name="TSource">The result of the query before it is projected to rows.</typeparam>
/// <typeparam name="TScope">The data that filters may use beside the query: the user, other tables.</typeparam>
public abstract class FilterSet<TFilter, TSource, TScope>(TFilter none, IReadOnlyList<Filter<TFilter, TSource, TScope>> filters)
    : FilterSet<TFilter>(none, filters)
{
    /// <summary>Returns the query narrowed by the filters in use.</summary>
    public async Task<IQueryable<TSource>> Narrow(IQueryable<TSource> rows, TFilter filter, TScope scope)
    {
        foreach (var each in filters)
        {
            rows = await each.Narrow(rows, filter, scope);
        }

        return rows;
    }

    /// <summary>Declares a filter whose value is a typed text. Its function may use the scope.</summary>
    /// <param name="name">The name in the address.</param>
    /// <param name="caption">The caption in words.</param>
    /// <param name="get">Reads the value from the record.</param>
    /// <param name="set">Returns the record with another value.</param>
    /// <param name="narrow">Narrows the query to the value.</param>
    protected static Filter<TFilter, TSource, TScope> Text(
        string name,
        string caption,
        Func<TFilter, string?> get,
        Func<TFilter, string?, TFilter> set,
        Func<IQueryable<TSource>, string, TScope, ValueTask<IQueryable<TSource>>> narrow) => new(
            name, caption, FilterInput.Text, get, (f, text) => set(f, ListAddress.Clean(text)), get,
            (rows, f, scope) => get(f) is { } text ? narrow(rows, text, scope) : new(rows));

    /// <summary>Declares a filter whose value is a typed text. Its function uses the query alone.</summary>
    protected static Filter<TFilter, TSource, TScope> Text(
        string name,
        string caption,
        Func<TFilter, string?> get,
        Func<TFilter, string?, TFilter> set,
        Func<IQueryable<TSource>, string, IQueryable<TSource>> narrow) =>
        Text(name, caption, get, set, (rows, text, _) => new ValueTask<IQueryable<TSource>>(narrow(rows, text)));

    /// <summary>Declares a filter whose value is a day.</summary>
    protected static Filter<TFilter, TSource, TScope> Day(
        string name,
        string caption,
        Func<TFilter, DateOnly?> get,
        Func<TFilter, DateOnly?, TFilter> set,
        Func<IQueryable<TSource>, DateOnly, IQueryable<TSource>> narrow) => Day(name, caption, get, set, (rows, day, _) => narrow(rows, day));

    /// <summary>Declares a filter whose value is a day. Its function may use the scope.</summary>
    protected static Filter<TFilter, TSource, TScope> Day(
        string name,
        string caption,
        Func<TFilter, DateOnly?> get,
        Func<TFilter, DateOnly?, TFilter> set,
        Func<IQueryable<TSource>, DateOnly, TScope, IQueryable<TSource>> narrow) => new(
            name, caption, FilterInput.Day, f => ListAddress.Text(get(f)), (f, text) => set(f, ListAddress.Day(text)),
            f => get(f) is { } day ? RomeTime.Text(day) : null,
            (rows, f, scope) => new(get(f) is { } day ? narrow(rows, day, scope) : rows));

    /// <summary>Declares a filter whose value is chosen from several texts.</summary>
    /// <param name="options">The texts and their words. The first text is empty and means that the filter is not in use.</param>
    protected static Filter<TFilter, TSource, TScope> Option(
        string name,
        string caption,
        Func<TFilter, string?> get,
        Func<TFilter, string?, TFilter> set,
        IReadOnlyList<(string Value, string Words)> options,
        Func<IQueryable<TSource>, string, IQueryable<TSource>> narrow) =>
        Text(name, caption, get, set, narrow) with
        {
            Input = FilterInput.Choice,
            Options = options,
            Said = f => get(f) is { } value ? options.Where(o => o.Value == value).Select(o => o.Words).FirstOrDefault() ?? value : null,
        };

    /// <summary>Declares a filter whose value is chosen from an enum. The address contains the name of the enum value.</summary>
    /// <param name="words">Returns the words of a value.</param>
    protected static Filter<TFilter, TSource, TScope> Choice<T>(
        string name,
        string caption,
        Func<TFilter, T?> get,
        Func<TFilter, T?, TFilter> set,
        Func<T, string> words,
        Func<IQueryable<TSource>, T, TScope, IQueryable<TSource>> narrow)
        where T : struct, Enum => new(
            name, caption, FilterInput.Choice, f => get(f)?.ToString(),
            (f, text) => set(f, Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null),
            f => get(f) is { } value ? words(value) : null, (rows, f, scope) => new(get(f) is { } value ? narrow(rows, value, scope) : rows))
        {
            Options = [("", "Tutti"), .. Enum.GetValues<T>().Select(v => (v.ToString(), words(v)))],
        };

    /// <summary>Declares a filter that is either on or not in use.</summary>
    /// <param name="said">The words of the filter when it is on.</param>
    /// <param name="options">The words of the two choices.</param>
    protected static Filter<TFilter, TSource, TScope> Flag(
        string name,
        string caption,
        Func<TFilter, bool> get,
        Func<TFilter, bool, TFilter> set,
        string said,
        (string Off, string On) options,
        Func<IQueryable<TSource>, TScope, ValueTask<IQueryable<TSource>>> narrow) => new(
            name, caption, FilterInput.Choice, f => get(f) ? ListAddress.On : null, (f, text) => set(f, !string.IsNullOrWhiteSpace(text)),
            f => get(f) ? said : null,
            (rows, f, scope) => get(f) ? narrow(rows, scope) : new(rows))
        {
            Options = [("", options.Off), (ListAddress.On, options.On)],
        };
}
