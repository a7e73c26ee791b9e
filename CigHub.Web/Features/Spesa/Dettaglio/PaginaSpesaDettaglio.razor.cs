using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Riepiloghi;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Dettaglio;

/// <summary>The page of the spending on one Convenzione or on one Lotto: the terms, the burn-down, and the amounts by Ente, supplier and month.</summary>
public sealed partial class PaginaSpesaDettaglio
{
    private static readonly IReadOnlyList<(DimensioneSpesa Scheda, string Nome)> _schede =
    [
        (DimensioneSpesa.Ente, "Per Ente"), (DimensioneSpesa.Fornitore, "Per fornitore"), (DimensioneSpesa.Mese, "Per mese"),
        (DimensioneSpesa.Anno, "Per anno"),
    ];

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The thing by which the amounts are divided.</summary>
    [SupplyParameterFromQuery(Name = "scheda")]
    public string? Scheda { get; set; }

    private QuadroSpesaView? Quadro { get; set; }

    private ConsumoView? Consumo { get; set; }

    private RiepilogoView? Riepilogo { get; set; }

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    private bool DiUnLotto => Path.StartsWith(AppRoutes.SpesaLotto[..AppRoutes.SpesaLotto.IndexOf('{')], StringComparison.Ordinal);

    private DimensioneSpesa Per =>
        Enum.TryParse<DimensioneSpesa>(Scheda, ignoreCase: true, out var per) && Enum.IsDefined(per) ? per : DimensioneSpesa.Ente;

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
        Consumo = await Read<ConsumoNelTempo, ConsumoView>(async q => await q.Run(Scelta));
        Riepilogo = await Read<RiepilogoSpesa, RiepilogoView>(async q => await q.Run(Scelta, Per));
    }

    private string Tab(DimensioneSpesa scheda) => ListAddress.Write(
        Filter.OnlyDay().Address(Path), [new("scheda", scheda == DimensioneSpesa.Ente ? null : scheda.ToString())]);
}
