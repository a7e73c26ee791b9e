using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Riepiloghi;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Dettaglio;

/// <summary>The page of the spending on one Convenzione or on one Lotto: the terms, and one tab at a time: the burn-down, or the
/// amounts by Ente, supplier, month or year.</summary>
public sealed partial class PaginaSpesaDettaglio
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The thing by which the amounts are divided. Without it the page shows how the massimale was used up.</summary>
    [SupplyParameterFromQuery(Name = DimensioneWords.Parametro)]
    public string? Scheda { get; set; }

    private QuadroSpesaView? Quadro { get; set; }

    private ConsumoView? Consumo { get; set; }

    private RiepilogoView? Riepilogo { get; set; }

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    private bool DiUnLotto => Path.StartsWith(AppRoutes.SpesaLotto[..AppRoutes.SpesaLotto.IndexOf('{')], StringComparison.Ordinal);

    private DimensioneSpesa? Per => Enum.TryParse<DimensioneSpesa>(Scheda, ignoreCase: true, out var per) && Enum.IsDefined(per) ? per : null;

    private SpesaFilter Scelta => Filter.OnlyDay() with { LottoId = DiUnLotto ? Id : null, ConvenzioneId = DiUnLotto ? null : Id };

    private DateOnly Oggi => Filter.Al ?? Clock.Today();

    private LottoSpesa? Lotto => DiUnLotto && Quadro is { Convenzioni: [{ Lotti: [var lotto] }] } ? lotto : null;

    private DateOnly Fine => Quadro!.Convenzioni[0].Lotti.Max(l => l.AdesioniAl);

    private BurnDownForecast? Previsto => Lotto is { Previsione: { HaUnaData: true } p } ? new(p.PrimaData, p.Esaurimento, p.UltimaData) : null;

    private string? Comunicate => Lotto is null ? null
        : Lotto.ComunicateIl is { } giorno ? $"ultima comunicazione del {RomeTime.Text(giorno)}" : "mai comunicate: il residuo è stimato";

    private string Titolo => (Quadro, DiUnLotto) switch
    {
        ({ Convenzioni: [{ Lotti: [var lotto, ..] }, ..] }, true) => $"Spesa: Lotto {lotto.Numero} – {lotto.Oggetto}",
        ({ Convenzioni: [var convenzione, ..] }, false) => $"Spesa: {convenzione.Titolo}",
        _ => "Spesa",
    };

    protected override async Task LoadAsync()
    {
        Quadro = await Read<QuadroSpesa, QuadroSpesaView>(async q => await q.Run(Scelta, false));
        if (Per is { } per)
        {
            Riepilogo = await Read<RiepilogoSpesa, RiepilogoView>(async q => await q.Run(Scelta, per));
        }
        else
        {
            Consumo = await Read<ConsumoNelTempo, ConsumoView>(async q => await q.Run(Scelta));
        }
    }
}
