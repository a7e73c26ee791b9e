using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// The form above a list, with an input for each filter that its <see cref="FilterSet{TFilter}"/> declares. Some inputs stand behind «Altri
/// filtri». Sending the form only goes to the address with the new filters.
/// </summary>
/// <typeparam name="TFilter">The record that holds the values of all filters.</typeparam>
public sealed partial class FilterForm<TFilter>
    where TFilter : class
{
    /// <summary>The texts of the inputs as the address writes them, by the name of the filter.</summary>
    private readonly Dictionary<string, string?> _texts = [];

    private TFilter? _shown;
    private bool _open;

    /// <summary>Says whether «Altri filtri» has been open. Its inputs are drawn only then: most visits need none, and a circuit holds each.</summary>
    private bool _drawn;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The accessible name of the form.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required FilterSet<TFilter> Filters { get; set; }

    /// <summary>The values of all filters of the list, as the address has them now.</summary>
    [Parameter, EditorRequired]
    public required TFilter Filter { get; set; }

    /// <summary>Returns the address of the list for given values of the filters.</summary>
    [Parameter, EditorRequired]
    public required Func<TFilter, string> Address { get; set; }

    /// <summary>The address of the list without filters.</summary>
    [Parameter, EditorRequired]
    public required string Clear { get; set; }

    /// <summary>Says whether the link «Togli i filtri» is shown even when no filter is in use.</summary>
    [Parameter]
    public bool AlwaysClear { get; set; }

    /// <summary>The words on the button that sends the form. Default: «Cerca».</summary>
    [Parameter]
    public string Command { get; set; } = "Cerca";

    /// <summary>The CSS classes of the form.</summary>
    [Parameter]
    public string Class { get; set; } = "filtri";

    private IEnumerable<Filter<TFilter>> InSight => Filters.InForm.Where(f => f.InSight);

    private List<Filter<TFilter>> Hidden => [.. Filters.InForm.Where(f => !f.InSight)];

    private int HiddenInUse => Hidden.Count(f => f.Read(Filter) is not null);

    /// <summary>The values of all filters as the inputs have them. A filter without an input keeps its value.</summary>
    private TFilter Written => Filters.InForm.Aggregate(Filter, (filter, f) => f.Set(filter, Text(f)));

    private string? Refusal => Filters.Refusal(Written);

    protected override void OnParametersSet()
    {
        if (Filter.Equals(_shown))
        {
            return;
        }

        _shown = Filter;
        _open = HiddenInUse > 0;
        _drawn |= _open;
        foreach (var filter in Filters.InForm)
        {
            _texts[filter.Name] = filter.Read(Filter);
        }
    }

    private string? Text(Filter<TFilter> filter) => _texts.GetValueOrDefault(filter.Name);

    private void Send()
    {
        if (Refusal is null)
        {
            Navigation.NavigateTo(Address(Written));
        }
    }
}
