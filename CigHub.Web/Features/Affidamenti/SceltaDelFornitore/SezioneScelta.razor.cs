using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.SceltaDelFornitore;

/// <summary>
/// The part of the scheda's page that asks why the supplier was chosen among those of the Lotto, beside what each of them has taken so far.
/// </summary>
public sealed partial class SezioneScelta
{
    private (string? Criterio, string? Motivo)? _salvata;

    [Inject]
    public required QueryReader Reader { get; init; }

    [Parameter, EditorRequired]
    public required AffidamentoDetails Details { get; set; }

    private Affidamento Affidamento => Details.Affidamento;

    private QuoteDelLotto? Quote { get; set; }

    private string? Criterio { get; set; }

    private string? Motivo { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var letto = await Reader.Read<QuoteDeiFornitori, QuoteDelLotto>(User.Actor, q => q.Run(Affidamento.LottoId), Leaving);
        Quote = letto.TryGet(out var quote) ? quote : null;
    }

    /// <summary>Shows what is saved, unless the user has typed something else since the last time.</summary>
    protected override void OnParametersSet()
    {
        var ora = ((Affidamento.CriterioScelta ?? Details.Convenzione.CriterioFornitori)?.ToString(), Affidamento.MotivoScelta);
        if (_salvata is null || (_salvata != ora && (Criterio, Motivo) == _salvata))
        {
            (Criterio, Motivo) = ora;
        }

        _salvata = ora;
    }

    private Task Motiva() => Act(
        new MotivaSceltaFornitore(
            Affidamento.Id,
            new SceltaFornitore(Enum.TryParse<CriterioFornitore>(Criterio, out var criterio) ? criterio : null, Motivo),
            Affidamento.Version),
        OutcomeWords.SceltaMotivata);
}
