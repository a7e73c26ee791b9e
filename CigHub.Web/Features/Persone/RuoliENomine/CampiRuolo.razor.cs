using CigHub.Domain.Common;
using CigHub.Web.Features.Persone.UnaPersona;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>
/// The fields of the act of appointment for a new role, and of its reason where one is due, for use inside another component's form.
/// </summary>
public sealed partial class CampiRuolo
{
    /// <summary>The errors of the caller's last command.</summary>
    [CascadingParameter]
    public IReadOnlyList<Error>? Errors { get; set; }

    [Parameter, EditorRequired]
    public required RuoloForm Form { get; set; }

    /// <summary>The roles that the person already holds.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RuoloDellaPersona> Suoi { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Raised when the user has changed an answer on which other fields depend, so that the caller renders again.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    // The command reads only the fields that the form shows.
    protected override void OnParametersSet() => Form.Giustificato = Form.VuoleGiustificazione(Suoi, Today) || Rifiutato;

    /// <summary>
    /// Says whether the last command was refused for lack of the reason, even when the page itself did not expect one to be due.
    /// </summary>
    private bool Rifiutato => Errors?.Any(e => e.Field == nameof(RuoloForm.MotivoRuolo)) == true;
}
