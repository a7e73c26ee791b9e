using CigHub.Domain.Affidamenti;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;

/// <summary>Values to carry across, ticked once copied. Copying and the step to the next one happen in the browser (<c>js/pannello.js</c>), connection or not.</summary>
public sealed partial class ValoriPannello
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ValoreDaCopiare> Valori { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<string> Copiati { get; set; }

    [Parameter, EditorRequired]
    public required string Etichetta { get; set; }

    /// <summary>The single key does not come here: where these stand on the portal is not known.</summary>
    [Parameter]
    public bool FuoriPercorso { get; set; }
}
