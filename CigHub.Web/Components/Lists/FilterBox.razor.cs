using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>Shows the input of one declared filter with its caption.</summary>
/// <typeparam name="TFilter">The record that holds the values of all filters.</typeparam>
public sealed partial class FilterBox<TFilter>
{
    [Parameter, EditorRequired]
    public required Filter<TFilter> Filter { get; set; }

    /// <summary>The value of the filter as the address writes it, or null when the filter is not in use.</summary>
    [Parameter, EditorRequired]
    public string? Value { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string?> ValueChanged { get; set; }

    private string Caption => Filter.InputCaption ?? Filter.Caption;
}
