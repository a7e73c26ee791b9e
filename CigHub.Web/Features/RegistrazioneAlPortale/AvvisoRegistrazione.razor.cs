using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// The notice (avviso) that a RUP is not active on the portal, with the way to change that. It shows nothing when the RUP is active.
/// </summary>
public sealed partial class AvvisoRegistrazione
{
    /// <summary>The id of the Affidamento whose RUP is checked. When it is null, the signed-in user is checked.</summary>
    [Parameter]
    public Guid? AffidamentoId { get; set; }

    /// <summary>The id of the Affidamento's RUP. When it changes, the notice checks again.</summary>
    [Parameter]
    public Guid? RupId { get; set; }

    private RupNonRegistrato? Manca { get; set; }

    protected override async Task LoadAsync() => Manca = await Read<RegistrazioneDelRup, RupNonRegistrato>(
        q => AffidamentoId is { } id ? q.Run(id, User!.Actor) : q.Mia(User!.Actor));
}
