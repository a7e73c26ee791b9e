using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// The rilettura: the RUP reads CIG Padre, CUP, amount and supplier on the portal and confirms that they are the same. It is needed because
/// a value that was copied may not have been pasted.
/// </summary>
public sealed partial class Rilettura
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required AffidamentoDetails Details { get; set; }

    /// <summary>The step of the percorso that asks for the rilettura.</summary>
    [Parameter, EditorRequired]
    public required PassoPortale Passo { get; set; }

    /// <summary>The reason why the user was brought back here, shown where it is put right. Null when there is none.</summary>
    [Parameter]
    public string? Avviso { get; set; }

    /// <summary>Raised after the confirmation, to go on to the next step.</summary>
    [Parameter, EditorRequired]
    public EventCallback Avanti { get; set; }

    private IReadOnlyList<(string Nome, string Valore)> Voci
    {
        get
        {
            var bozza = Details.Affidamento.Bozza;
            var cup = RaccoltaValoriPortale.DaiPercorsi(bozza, [$"{PercorsoAd4.Aggiudicazioni}/*/cupLotto/*"], Liste.Correnti);
            var fornitori = RaccoltaValoriPortale.DaiPercorsi(bozza, [$"{PercorsoAd4.Aggiudicazioni}/*/partecipanti/*/denominazione"], Liste.Correnti);
            return
            [
                ("CIG Padre", Details.Lotto.CigPadre.Valore),
                ("CUP", cup.Count == 0 ? "nessuno" : string.Join(", ", cup.Select(c => c.Valore))),
                ("Importo", Details.Affidamento.Importo.ToString("E", null)),
                ("Fornitore", string.Join(", ", fornitori.Select(f => f.Valore))),
            ];
        }
    }

    /// <summary>Records the rilettura and goes on: one confirmation for the four values, which the RUP has on the screen.</summary>
    private async Task Confirm()
    {
        if (await Act(new ConfermaRilettura(Details.Affidamento.Id, Details.Affidamento.Version), OutcomeWords.Riletto))
        {
            await Avanti.InvokeAsync();
        }
    }
}
