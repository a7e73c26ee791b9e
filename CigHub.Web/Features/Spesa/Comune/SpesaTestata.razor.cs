using CigHub.Web.Data;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>Shows the links to the pages of the spending, the form for the day, and the statement that says which reading the page shows.</summary>
public sealed partial class SpesaTestata
{
    private SpesaFilter? _shown;
    private DateOnly? _al;
    private SpesaClock _orologio;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required SpesaFilter Filter { get; set; }

    /// <summary>The address of the page, without its query.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>Says that the page shows the present only, so that no day can be chosen.</summary>
    [Parameter]
    public bool SoloOggi { get; set; }

    protected override void OnParametersSet()
    {
        // The page draws this part anew whenever it has read something. What the user is choosing meanwhile stays.
        if (_shown != Filter)
        {
            (_shown, _al, _orologio) = (Filter, Filter.Al, Filter.Orologio);
        }
    }

    private void Apply() => Navigation.NavigateTo(Here(_al, _orologio));

    /// <summary>Returns the present address with another day. The other parameters stay, for example the tab of the page.</summary>
    private string Here(DateOnly? al, SpesaClock orologio) => SpesaFilter.OnDay(new Uri(Navigation.Uri).PathAndQuery, al, orologio);
}
