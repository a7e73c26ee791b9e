using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>Why something was refused, in the domain's own sentences, announced at once by a screen reader. Nothing when there is nothing to say.</summary>
public sealed partial class AvvisoErrore
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errori { get; set; }
}
