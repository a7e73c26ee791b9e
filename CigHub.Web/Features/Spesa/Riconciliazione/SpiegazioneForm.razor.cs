using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The command by which a person explains one difference. The form opens in the row of the difference.</summary>
public sealed partial class SpiegazioneForm
{
    private bool _open;

    [Parameter, EditorRequired]
    public required DifferenzaRow Differenza { get; set; }

    private string? Motivo { get; set; }

    private void Open() => (_open, Motivo, ActErrors) = (true, null, []);

    private async Task Save()
    {
        if (await Act(new SpiegaDifferenza(Differenza.Id, Motivo), "La differenza è spiegata."))
        {
            (_open, Motivo) = (false, null);
        }
    }
}
