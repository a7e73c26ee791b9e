using CigHub.Domain.Convenzioni;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>Who was awarded a Lotto: each alone or as a raggruppamento, with its quota.</summary>
public sealed partial class FornitoriLotto
{
    [Parameter, EditorRequired]
    public required Lotto Lotto { get; set; }
}
