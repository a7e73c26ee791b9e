using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// The rilettura: the RUP reads CIG Padre, CUP, amount and supplier on the portal and ticks each one that is right. It is needed because a
/// value that was copied may not have been pasted.
/// </summary>
public sealed partial class Rilettura
{
    private readonly HashSet<string> _read = [];
    private MudBlazor.MudButton? _conferma;
    private bool _tuttiLetti;

    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required AffidamentoDetails Details { get; set; }

    /// <summary>The step of the percorso that asks for the rilettura.</summary>
    [Parameter, EditorRequired]
    public required PassoPortale Passo { get; set; }

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

    /// <summary>Puts the focus on the button that confirms once all the values are ticked, so that the next key confirms.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_tuttiLetti && _conferma is not null)
        {
            _tuttiLetti = false;
            await _conferma.FocusAsync();
        }
    }

    private void Tick(string nome, ChangeEventArgs e)
    {
        if (e.Value is true)
        {
            _read.Add(nome);
            _tuttiLetti = _read.Count == Voci.Count;
        }
        else
        {
            _read.Remove(nome);
        }
    }

    private Task Confirm() => Act(new ConfermaRilettura(Details.Affidamento.Id, Details.Affidamento.Version), OutcomeWords.Riletto);
}
