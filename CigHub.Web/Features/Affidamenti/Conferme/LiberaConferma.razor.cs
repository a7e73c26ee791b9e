using CigHub.Web.Features.Affidamenti.Comune;

namespace CigHub.Web.Features.Affidamenti.Conferme;

/// <summary>The form that frees the capacity that a conferma holds, with the reason.</summary>
public sealed partial class LiberaConferma
{
    private const string Prefix = "Libera";

    private string? Motivo { get; set; }

    private async Task Save()
    {
        if (await Act(new LiberaCapienza(Affidamento.Id, Motivo, Affidamento.Version), OutcomeWords.CapienzaLiberata))
        {
            Motivo = null;
        }
    }
}
