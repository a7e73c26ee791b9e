using CigHub.Domain.Convenzioni;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>Lists the suppliers of a Lotto, alone or as a raggruppamento, with their quota.</summary>
public sealed partial class FornitoriLotto
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required Lotto Lotto { get; set; }
}
