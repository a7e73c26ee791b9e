using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Says beforehand that a RUP is not active on the portal, and where that is put right; nothing when she is.</summary>
public sealed partial class AvvisoRegistrazione
{
    /// <summary>The Affidamento whose RUP is meant; null: who is looking.</summary>
    [Parameter]
    public Guid? AffidamentoId { get; set; }

    /// <summary>Its RUP: when another takes over, it is asked again.</summary>
    [Parameter]
    public Guid? RupId { get; set; }

    private RupNonRegistrato? Manca { get; set; }

    protected override async Task Carica() => Manca = await Leggi<RegistrazioneDelRup, RupNonRegistrato>(
        q => AffidamentoId is { } id ? q.Esegui(id, Utente!.Attore) : q.Mia(Utente!.Attore));
}
