using CigHub.Web.Features.Convenzioni.UnLotto;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>The ledger of a Lotto, newest first, with the act behind each row.</summary>
public sealed partial class MovimentiLotto
{
    [Parameter, EditorRequired]
    public required SchedaLotto Scheda { get; set; }

    /// <summary>The office sees none, and reads so.</summary>
    [Parameter, EditorRequired]
    public bool VedeAffidamenti { get; set; }
}
