using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CigHub.Web.Components.Display;

/// <summary>
/// The base class of a part whose markup depends on its parameters alone. It needs no component of its own: the cell of a list draws it
/// with <see cref="Drawn.By"/> into the component of the list.
/// </summary>
/// <remarks>
/// A component costs a circuit about 2 KB for as long as it stands on the page, however little it draws. So the cells of a list have none.
/// A plain part has no event, no injected service, no cascading value and no reference, which all belong to a component.
/// </remarks>
public abstract class PlainPart : ComponentBase
{
    /// <summary>Writes the markup of the part at the present place of a component that is being drawn.</summary>
    internal void DrawInto(RenderTreeBuilder builder) => BuildRenderTree(builder);
}
