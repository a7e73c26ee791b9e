using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.DueDiligence;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>Shows the aggiudicatari of a Lotto: each a supplier alone or a raggruppamento, with its quota when there are several.</summary>
public sealed partial class FornitoriLotto
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required Lotto Lotto { get; set; }

    /// <summary>The due diligence about the suppliers. Null while it is read.</summary>
    [Parameter, EditorRequired]
    public DueDiligenceView? DueDiligence { get; set; }

    /// <summary>Returns the state of the due diligence about a supplier, or null while nobody uses the register for the Lotto.</summary>
    private StatoVerifica? StatoOf(Fornitore fornitore) => DueDiligence is { InUso: true } view
        ? view.Fornitori.FirstOrDefault(f => f.Fornitore.CodiceFiscale == fornitore.CodiceFiscale.Valore)?.Stato
        : null;
}
