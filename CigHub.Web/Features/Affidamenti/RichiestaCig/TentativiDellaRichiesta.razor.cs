using CigHub.Domain.Affidamenti;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Lists the tries to get the CIG with their hours, the portal's errors and the looks into its list, and lets the user correct the codes of
/// an error.
/// </summary>
public sealed partial class TentativiDellaRichiesta
{
    private Guid? _refused;

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>The typed codes of each try, by the id of the try. A try that is not in it shows its recorded codes.</summary>
    private Dictionary<Guid, string> Typed { get; } = [];

    /// <summary>Registers the text boxes of the codes, so that the error of a wrong code appears there and nowhere else.</summary>
    protected override void OnInitialized() => Fields.Show(this, new FormField(nameof(CorreggiCodici.Codici), "Codici dell'errore", "tentativi"));

    private static string IdOf(Tentativo tentativo) => $"codici-{tentativo.Numero}";

    private string TextOf(Tentativo tentativo) => Typed.GetValueOrDefault(tentativo.Id) ?? tentativo.Codici;

    private string? MessageOf(Tentativo tentativo) =>
        _refused == tentativo.Id ? ActErrors.FirstOrDefault(e => e.Field == nameof(CorreggiCodici.Codici))?.Message : null;

    private async Task Correct(Tentativo tentativo)
    {
        var taken = await Act(
            new CorreggiCodici(Affidamento.Id, tentativo.Id, TextOf(tentativo), Affidamento.Version), OutcomeWords.CodiciCorretti);
        _refused = taken ? null : tentativo.Id;
        if (taken)
        {
            Typed.Remove(tentativo.Id);
        }
    }
}
