using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>
/// The page of a Lotto: aderito, riservato and Residuo, and the rows of the ledger behind them. An Amministratore can also change the
/// massimale and record altre adesioni here.
/// </summary>
public sealed partial class PaginaLotto
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ListeInVigore InVigore { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private LottoDetails? Details { get; set; }

    private DueDiligenceView? DueDiligence { get; set; }

    private IReadOnlyList<CigFuoriDaCigHub> DaContare { get; set; } = [];

    /// <summary>The number of rows of the ledger that the user has asked to see.</summary>
    private int MovimentiShown { get; set; } = DettaglioLotto.Passo;

    private RaccoltaListe Liste => InVigore.Correnti;

    private Lotto Lotto => Details!.Lotto;

    private bool MayManage => User!.May(Permission.GestisciCatalogo);

    private Apertura Stato => Apertura.Of(Details!.Convenzione, Lotto, Clock.Today());

    protected override async Task LoadAsync()
    {
        Details = await Read<DettaglioLotto, LottoDetails>(q => q.Run(Id, MovimentiShown));
        DueDiligence = Details is null ? null : await Read<DueDiligenceLotto, DueDiligenceView>(q => q.Run(Id));
        DaContare = MayManage ? await Read<AdesioniDaContare, IReadOnlyList<CigFuoriDaCigHub>>(async q => await q.Run(Id)) ?? [] : [];
    }

    private Task ShowMovimenti(int quanti)
    {
        MovimentiShown = quanti;
        return Reload();
    }

    private Task Chiudi() => Act(new ChiudiLotto(Id, Lotto.Version), OfficeOutcomeWords.LottoChiuso);

    private Task Riapri() => Act(new RiapriLotto(Id, Lotto.Version), OfficeOutcomeWords.LottoRiaperto);
}
