using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// The declaration on conflicts of interest where the RUP starts a request away from the scheda: the whole text to tick, the refusal of a
/// RUP in conflict, or nothing when valid declarations cover the suppliers.
/// </summary>
public sealed partial class DichiarazioneDelRup
{
    private Guid _letta;

    [Parameter, EditorRequired]
    public Guid AffidamentoId { get; set; }

    /// <summary>Says whether the RUP has ticked what there is to tick.</summary>
    [Parameter]
    public bool Pronta { get; set; }

    /// <summary>Raised with true when nothing keeps the RUP from starting: no conflict, and nothing left to tick.</summary>
    [Parameter]
    public EventCallback<bool> PuoPartireChanged { get; set; }

    private Procedibilita? Posizione { get; set; }

    private Affidamento? Affidamento { get; set; }

    protected override async Task LoadAsync()
    {
        if (_letta == AffidamentoId)
        {
            return;
        }

        Affidamento = (await Read<DettaglioAffidamento, AffidamentoDetails>(q => q.Run(AffidamentoId)))?.Affidamento;
        Posizione = await Read<ChiPuoProcedere, Procedibilita>(q => q.Run(AffidamentoId, User!.Actor));
        _letta = AffidamentoId;
        await PuoPartireChanged.InvokeAsync(Posizione is { Conflitto: null } libero && libero.DaSpuntare(Affidamento!).Count == 0);
    }
}
