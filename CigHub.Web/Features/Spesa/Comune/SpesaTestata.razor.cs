using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>Shows the links to the pages of the spending, the form for the day, and the statement that says which reading the page shows.</summary>
public sealed partial class SpesaTestata
{
    private static readonly IReadOnlyList<(string Path, string Name)> _pages =
    [
        (AppRoutes.Spesa, "Convenzioni e Lotti"),
        (AppRoutes.SpesaPerEnte, "Per Ente"),
        (AppRoutes.SpesaPerFornitore, "Per fornitore"),
        (AppRoutes.SpesaPerMese, "Per mese"),
        (AppRoutes.SpesaPerAnno, "Per anno"),
        (AppRoutes.SpesaInCorso, "In corso di adesione"),
        (AppRoutes.SpesaScadenze, "Scadenze"),
        (AppRoutes.SpesaDaVerificare, "Da verificare"),
        (AppRoutes.SpesaRiconciliazione, "Riconciliazione con ANAC"),
        (AppRoutes.SpesaRelazione, "Relazione"),
    ];

    private SpesaFilter? _shown;
    private DateOnly? _al;
    private SpesaClock _orologio;

    private bool _rilievi;

    [Inject]
    public required UserSession Session { get; init; }

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

    /// <summary>The pages that the user may open. Rilievi are not for everybody.</summary>
    private IEnumerable<(string Path, string Name)> Pages =>
        _pages.Where(p => _rilievi || p.Path is not (AppRoutes.SpesaDaVerificare or AppRoutes.SpesaRiconciliazione));

    protected override async Task OnInitializedAsync() => _rilievi = await Session.Current() is { } user && user.May(Permission.LeggiRilievi);

    protected override void OnParametersSet()
    {
        // The page draws this part anew whenever it has read something. What the user is choosing meanwhile stays.
        if (_shown != Filter)
        {
            (_shown, _al, _orologio) = (Filter, Filter.Al, Filter.Orologio);
        }
    }

    private void Apply() => Navigation.NavigateTo(
        (Filter with { Al = _al, Orologio = _al is null ? SpesaClock.Adesione : _orologio, Tardivi = false }).Address(Path));
}
