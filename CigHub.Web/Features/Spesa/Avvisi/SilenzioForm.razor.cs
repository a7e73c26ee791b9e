using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Avvisi;

/// <summary>The command by which a dirigente mutes one alert. The form opens below the alert.</summary>
public sealed partial class SilenzioForm
{
    private bool _open;

    [Parameter, EditorRequired]
    public required AvvisoShown Avviso { get; set; }

    /// <summary>The beginning of the fields' ids, because the forms of several alerts may be open at once.</summary>
    private string Prefix => $"Avviso{Avviso.LottoId:N}{Avviso.Tipo}";

    private string? FinoAl { get; set; }

    private string? Motivo { get; set; }

    private void Open() => (_open, FinoAl, Motivo, ActErrors) = (true, null, null, []);

    private async Task Save()
    {
        if (await Act(new SilenziaAvviso(Avviso.LottoId, Avviso.Tipo, Avviso.Gravita, FinoAl, Motivo), "L'avviso è silenziato."))
        {
            _open = false;
        }
    }
}
