using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace CigHub.Web.Components;

/// <summary>
/// The HTML document around every page. A page marked <see cref="ExcludeFromInteractiveRoutingAttribute"/> (sign-in, sign-out, errors) is
/// static HTML. Every other page runs in a circuit, without prerendering.
/// </summary>
/// <remarks>
/// Both palettes are written into the head as CSS, and <c>js/tema.js</c> picks one before the first paint. So the theme needs neither the
/// circuit nor a second rendering. The document has no inline script, because the policy is <c>script-src 'self'</c>.
/// </remarks>
public sealed partial class App
{
    private static readonly InteractiveServerRenderMode InCircuito = new(prerender: false);

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private InteractiveServerRenderMode? Mode => Http.AcceptsInteractiveRouting() ? InCircuito : null;
}
