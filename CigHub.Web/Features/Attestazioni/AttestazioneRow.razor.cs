using CigHub.Web.Data.Attestazioni;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>One row of the table of attestazioni, with where it was sent and what can be downloaded.</summary>
public sealed partial class AttestazioneRow
{
    [Parameter, EditorRequired]
    public required Attestazione Row { get; set; }

    [Parameter, EditorRequired]
    public required AttestazioniView View { get; set; }

    [Parameter]
    public EventCallback<(Attestazione, AttestazioneDownload)> Download { get; set; }

    private Task Ask(AttestazioneDownload what) => Download.InvokeAsync((Row, what));
}
