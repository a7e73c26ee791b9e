using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// The forms for a request that ends without a CIG: the portal refused it, gave an error or no answer, or the RUP sent nothing.
/// </summary>
public sealed partial class AltriEsiti
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private string? Nota { get; set; }

    private Task Rifiuta() => Act(new RegistraRifiuto(Affidamento.Id, Nota ?? "", Affidamento.Version), OutcomeWords.Refused(Affidamento));
}
