using CigHub.Domain.Convenzioni;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>Who was awarded a Lotto: each alone or as a raggruppamento, with its quota.</summary>
public sealed partial class FornitoriLotto
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required Lotto Lotto { get; set; }
}
