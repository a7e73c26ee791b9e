using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>Shows the whole course of one Affidamento, on its page and in the file to take home.</summary>
public sealed partial class IterSections
{
    /// <summary>The number of characters from which a text of a step is folded away. The text of a declaration is longer.</summary>
    private const int LongText = 300;

    [Parameter, EditorRequired]
    public required IterView View { get; set; }

    /// <summary>Says whether the reader may open the events.</summary>
    [Parameter]
    public bool Linked { get; set; }

    /// <inheritdoc cref="ProveIter.Files"/>
    [Parameter]
    public IReadOnlyDictionary<string, string>? Files { get; set; }
}
