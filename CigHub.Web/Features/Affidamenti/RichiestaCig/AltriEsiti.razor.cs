using CigHub.Domain.Affidamenti;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// The forms for a request that ends without a CIG: the portal refused it, gave an error or no answer, or the RUP sent nothing.
/// </summary>
public sealed partial class AltriEsiti
{
    /// <summary>The two forms with error codes, each by the id of its text box.</summary>
    private const string Rifiuto = "codice-rifiuto", Dubbio = "codice-dubbio";

    private string? _sent;

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private string? Nota { get; set; }

    private string? Codici { get; set; }

    private string? CodiciDelDubbio { get; set; }

    /// <summary>Registers the text boxes of the codes, so that the error of a wrong code appears there and nowhere else.</summary>
    protected override void OnInitialized() => Fields.Show(this, new FormField(nameof(RegistraRifiuto.Codici), "Codice dell'errore", Rifiuto));

    private string? MessageOf(string form) => _sent == form ? ActErrors.FirstOrDefault(e => e.Field == nameof(RegistraRifiuto.Codici))?.Message : null;

    private Task Rifiuta()
    {
        _sent = Rifiuto;
        return Act(new RegistraRifiuto(Affidamento.Id, Nota ?? "", Affidamento.Version, Codici), OutcomeWords.Refused(Affidamento));
    }

    private Task Dubita()
    {
        _sent = Dubbio;
        return Act(
            new SegnaEsitoDaVerificare(Affidamento.Id, Affidamento.Version, CodiciDelDubbio), OutcomeWords.EsitoDaVerificare(Affidamento));
    }
}
