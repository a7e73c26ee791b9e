using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>What became of a request for access.</summary>
public sealed partial class StatoRichiesta
{
    [Parameter, EditorRequired]
    public required StatoRichiestaAccesso Stato { get; set; }
}
