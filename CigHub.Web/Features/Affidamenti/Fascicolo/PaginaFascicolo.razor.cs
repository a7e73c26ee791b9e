using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.DueDiligence;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>The page of the fascicolo: atti and their files, due diligence, amounts, contract, the portal's data, and the cronologia.</summary>
public sealed partial class PaginaFascicolo
{
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>
    /// The number of events of the cronologia to show, from the newest. Null for <see cref="CronologiaAffidamento.Passo"/>.
    /// </summary>
    [SupplyParameterFromQuery]
    public int? Eventi { get; set; }

    private FascicoloDetails? Details { get; set; }

    private DueDiligenceView? DueDiligence { get; set; }

    private Cronologia? Cronologia { get; set; }

    private bool MayRecord => User!.Actor.IsRupOf(Details!.Affidamento)
        && Details.Affidamento.Stato is not (StatoAffidamento.Eliminato or StatoAffidamento.AffidamentoAnnullato);

    private int Count => Math.Clamp(Eventi ?? 0, CronologiaAffidamento.Passo, 100 * CronologiaAffidamento.Passo);

    protected override async Task LoadAsync()
    {
        Details = await Read<DettaglioFascicolo, FascicoloDetails>(q => q.Run(Id));
        DueDiligence = Details is null ? null : await Read<DueDiligenceAffidamento, DueDiligenceView>(q => q.Run(Id));
        Cronologia = Details is null ? null : await Read<CronologiaAffidamento, Cronologia>(q => q.Run(Id, Count));
    }
}
