namespace CigHub.Web.Components.Lists;

/// <summary>The input by which a person sets a filter.</summary>
public enum FilterInput
{
    /// <summary>A text, trimmed and cut to <see cref="ListAddress.MaxText"/>.</summary>
    Text,

    /// <summary>A day.</summary>
    Day,

    /// <summary>One of <see cref="Filter{TFilter}.Options"/>.</summary>
    Choice,
}

/// <summary>One filter of a list, declared once: name in the address, caption, input, and the words over a print. Equality: by members.</summary>
/// <remarks>The value travels as text, as the address has it; null means that the filter is not in use.</remarks>
/// <typeparam name="TFilter">The record that holds the values of all filters of the list; immutable.</typeparam>
/// <param name="Name">In the address and in the registro; links that people kept hold it, so it never changes.</param>
/// <param name="Caption">In words over a print, and beside the input.</param>
/// <param name="Input">The kind of input.</param>
/// <param name="Read">Reads the value from the record, as the address has it.</param>
/// <param name="Set">Gives the record with another value; a text that is no value of the filter leaves the filter out.</param>
/// <param name="Said">Says the value in words; null when the filter is not in use.</param>
public record Filter<TFilter>(
    string Name, string Caption, FilterInput Input, Func<TFilter, string?> Read, Func<TFilter, string?, TFilter> Set, Func<TFilter, string?> Said)
{
    /// <summary>The values of a choice and their words; the first, empty, is for «not in use».</summary>
    public IReadOnlyList<(string Value, string Words)> Options { get; init; } = [];

    /// <summary>Has an input in the form. Default: yes; the page offers the others by links.</summary>
    public bool InForm { get; init; } = true;

    /// <summary>Always in sight, before «Altri filtri».</summary>
    public bool InSight { get; init; }

    /// <summary>The caption of the input, where it differs.</summary>
    public string? InputCaption { get; init; }

    /// <summary>The place of the input; inputs with the same place stand as they were declared. Default: 0.</summary>
    public int Place { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>A filter that narrows a query.</summary>
/// <param name="Narrow">Narrows the query when the filter is in use, else gives it back.</param>
/// <inheritdoc cref="Filter{TFilter}"/>
public sealed record Filter<TFilter, TSource, TScope>(
    string Name,
    string Caption,
    FilterInput Input,
    Func<TFilter, string?> Read,
    Func<TFilter, string?, TFilter> Set,
    Func<TFilter, string?> Said,
    Func<IQueryable<TSource>, TFilter, TScope, ValueTask<IQueryable<TSource>>> Narrow) : Filter<TFilter>(Name, Caption, Input, Read, Set, Said);
