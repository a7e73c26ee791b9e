using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>A Lotto in the list of Convenzioni: its Residuo, and a link to a new Affidamento when the user can begin an adhesion.</summary>
public sealed partial class LottoCard
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required Convenzione Convenzione { get; set; }

    [Parameter, EditorRequired]
    public required Lotto Lotto { get; set; }

    [Parameter, EditorRequired]
    public required Capienza Capienza { get; set; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    /// <summary>The number of the newest Affidamenti of the user's Ente on this Lotto.</summary>
    [Parameter]
    public int Usi { get; set; }

    private Apertura Stato => Apertura.Of(Convenzione, Lotto, Clock.Today());
}
