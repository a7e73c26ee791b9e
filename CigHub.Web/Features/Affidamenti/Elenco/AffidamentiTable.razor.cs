using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The table of the list of Affidamenti. The user can tick each row.</summary>
public sealed partial class AffidamentiTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<AffidamentoRow> Righe { get; set; }

    [Parameter, EditorRequired]
    public required AffidamentiFilter Filter { get; set; }

    /// <summary>Says whether the table has a column for the Ente, because the user sees all Enti.</summary>
    [Parameter, EditorRequired]
    public bool ShowsEnte { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<Guid> Ticked { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<(IReadOnlyCollection<Guid> Righe, bool Si)> OnTick { get; set; }

    [Parameter, EditorRequired]
    public required Actor Chi { get; set; }

    [Inject]
    public required ListPreferences Preferenze { get; init; }

    /// <summary>Says whether the user wants every column of the portal's list, or the few that the work needs.</summary>
    private bool Tutte { get; set; }

    private bool TuttaLaPagina => Righe.All(r => Ticked.Contains(r.Id));

    protected override async Task OnInitializedAsync() => Tutte = await Preferenze.TutteLeColonne(Chi.PersonaId);

    private Task ShowAll(ChangeEventArgs e)
    {
        Tutte = e.Value is true;
        return Preferenze.RicordaColonne(Chi, Tutte);
    }

    private Task Tick(IReadOnlyCollection<Guid> righe, bool si) => OnTick.InvokeAsync((righe, si));
}
