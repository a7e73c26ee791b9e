using CigHub.Domain.Affidamenti.Ad4;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// One section of the scheda with its state. The fields in sight stand first; the others are a short list of values with the button that
/// opens the section.
/// </summary>
public sealed partial class SezioneConStato
{
    [CascadingParameter]
    public CampiInVista? Vista { get; set; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Titolo { get; set; }

    [Parameter, EditorRequired]
    public SezioneAd4 Sezione { get; set; }

    /// <summary>The index of the adhesion whose fields the section shows, from 0.</summary>
    [Parameter]
    public int Indice { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private bool Aperta => Vista!.Aperta(Sezione, Indice);

    private int Mancano => Vista!.Mancano(Sezione, Indice);

    private void Cambia() => Vista!.Cambia(Sezione, Indice);
}
