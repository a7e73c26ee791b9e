namespace CigHub.Web.Components.Lists;

/// <summary>The kind of input by which the user sets a filter.</summary>
public enum FilterInput
{
    /// <summary>A text, trimmed and cut to <see cref="ListAddress.MaxText"/>.</summary>
    Text,

    /// <summary>A day, chosen with a date input.</summary>
    Day,

    /// <summary>One of <see cref="Filter{TFilter}.Options"/>.</summary>
    Choice,
}

/// <summary>
/// One filter of a list, declared once: its name in the address, its caption, its input on screen, and its words in a print. Equality: by
/// members.
/// </summary>
/// <remarks>The value travels as the text of the address. It is null when the filter is not in use.</remarks>
/// <typeparam name="TFilter">The record that holds the values of all filters of the list; immutable.</typeparam>
/// <param name="Name">The name in the address and in the registro eventi. Saved links hold it, so it never changes.</param>
/// <param name="Caption">The caption over a print and beside the input.</param>
/// <param name="Input">The kind of input.</param>
/// <param name="Read">Reads the value from the record, as the text of the address.</param>
/// <param name="Set">Returns the record with another value. A text that is no value of the filter clears the filter.</param>
/// <param name="Said">Returns the value in words; null when the filter is not in use.</param>
public record Filter<TFilter>(
    string Name, string Caption, FilterInput Input, Func<TFilter, string?> Read, Func<TFilter, string?, TFilter> Set, Func<TFilter, string?> Said)
{
    /// <summary>
    /// The values that the filter offers, each with its words on screen. The first value is empty and means that the filter is not in use.
    /// </summary>
    public IReadOnlyList<(string Value, string Words)> Options { get; init; } = [];

    /// <summary>Says whether the filter has an input in the form. Without one, the page sets the filter by links. Default: true.</summary>
    public bool InForm { get; init; } = true;

    /// <summary>Says whether the input is always visible. Otherwise it stands behind «Altri filtri».</summary>
    public bool InSight { get; init; }

    /// <summary>The caption of the input when it differs from <see cref="Caption"/>, otherwise null.</summary>
    public string? InputCaption { get; init; }

    /// <summary>The place of the input in the form. Inputs with the same place keep the order of their declaration. Default: 0.</summary>
    public int Place { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>A filter with the function that applies it to a database query. Equality: by members.</summary>
/// <param name="Narrow">Narrows the query when the filter is in use, else returns it as it is.</param>
/// <inheritdoc cref="Filter{TFilter}"/>
public sealed record Filter<TFilter, TSource, TScope>(
    string Name,
    string Caption,
    FilterInput Input,
    Func<TFilter, string?> Read,
    Func<TFilter, string?, TFilter> Set,
    Func<TFilter, string?> Said,
    Func<IQueryable<TSource>, TFilter, TScope, ValueTask<IQueryable<TSource>>> Narrow) : Filter<TFilter>(Name, Caption, Input, Read, Set, Said);
