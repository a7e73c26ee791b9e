using CigHub.Domain.Convenzioni;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>Shows the aggiudicatari of a Lotto: each a supplier alone or a raggruppamento, with its quota when there are several.</summary>
public sealed partial class FornitoriLotto
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required Lotto Lotto { get; set; }
}
