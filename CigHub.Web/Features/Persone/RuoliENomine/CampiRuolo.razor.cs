using CigHub.Domain.Common;
using CigHub.Web.Features.Persone.UnaPersona;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The fields of a role's act, and of its reason where one is due, inside the caller's form.</summary>
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

    /// <summary>Raised when an answer changes. The fields depend on it, so the caller must render again.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    // The command reads only the fields that the form shows.
    protected override void OnParametersSet() => Form.Giustificato = Form.VuoleGiustificazione(Suoi, Today) || Rifiutato;

    /// <summary>Says whether the last command asked for the reason, whatever the page knows about the person's other roles.</summary>
    private bool Rifiutato => Errors?.Any(e => e.Field == nameof(RuoloForm.MotivoRuolo)) == true;
}
