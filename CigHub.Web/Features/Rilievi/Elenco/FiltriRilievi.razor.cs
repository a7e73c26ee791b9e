using CigHub.Domain.Rilievi;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>The form with the filters of a page of rilievi. Sending it only goes to the address with the new choice.</summary>
public sealed partial class FiltriRilievi
{
    private RilieviFilter? _shown;
    private string _regola = "", _stato = "", _convenzione = "", _ente = "";

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required RilieviFilter Filter { get; set; }

    [Parameter, EditorRequired]
    public required RilieviView View { get; set; }

    [Parameter, EditorRequired]
    public required FamigliaRilievi Famiglia { get; set; }

    /// <summary>The address of the page, without its query.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    protected override void OnParametersSet()
    {
        // The page draws this part anew whenever it has read something. What the user is choosing meanwhile stays.
        if (_shown != Filter)
        {
            (_shown, _regola, _stato) = (Filter, Filter.Regola ?? "", Filter.Stato?.ToString() ?? "");
            (_convenzione, _ente) = (Filter.ConvenzioneId?.ToString() ?? "", Filter.EnteId?.ToString() ?? "");
        }
    }

    private void Send() => Navigation.NavigateTo(new RilieviFilter
    {
        Regola = _regola.Length > 0 ? _regola : null,
        Stato = Enum.TryParse<StatoRilievo>(_stato, out var stato) ? stato : null,
        ConvenzioneId = Guid.TryParse(_convenzione, out var convenzione) ? convenzione : null,
        EnteId = Guid.TryParse(_ente, out var ente) ? ente : null,
    }.Address(Path));
}
