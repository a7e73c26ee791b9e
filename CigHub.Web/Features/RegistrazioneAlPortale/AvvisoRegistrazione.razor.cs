using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Notice that a RUP is not active on the portal, with the way to put it right. It shows nothing when the RUP is active.</summary>
public sealed partial class AvvisoRegistrazione
{
    /// <summary>The Affidamento whose RUP is checked. Null checks the user.</summary>
    [Parameter]
    public Guid? AffidamentoId { get; set; }

    /// <summary>The RUP of the Affidamento. A new value makes the notice check again.</summary>
    [Parameter]
    public Guid? RupId { get; set; }

    private RupNonRegistrato? Manca { get; set; }

    protected override async Task LoadAsync() => Manca = await Read<RegistrazioneDelRup, RupNonRegistrato>(
        q => AffidamentoId is { } id ? q.Run(id, User!.Actor) : q.Mia(User!.Actor));
}
