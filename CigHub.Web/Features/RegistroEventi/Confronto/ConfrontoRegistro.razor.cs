using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Compares data and registro on request, shows the progress and can be stopped. It also shows the last outcome, including the nightly one.
/// </summary>
public sealed partial class ConfrontoRegistro : IDisposable
{
    private const int Passo = 50;

    private CancellationTokenSource? _fine;

    [Inject]
    public required QueryReader Lettore { get; init; }

    [Inject]
    public required NightlyConfronto Notturno { get; init; }

    [Parameter, EditorRequired]
    public required Actor Attore { get; set; }

    /// <summary>Raised when a comparison has ended or a difference is explained, so that the new event appears in the list.</summary>
    [Parameter]
    public EventCallback Confrontato { get; set; }

    private ConfrontoProgress? InCorso { get; set; }

    private Concordanza? Esito => Notturno.Ultimo;

    /// <summary>The last outcome before the start of the app, without its list of differences.</summary>
    private ConfrontoRegistrato? Prima { get; set; }

    private int Mostrati { get; set; } = Passo;

    private bool Interrotto { get; set; }

    private IReadOnlyList<Error> Errori { get; set; } = [];

    private long Percento => InCorso is { Totale: > 0 } a ? Math.Min(99, a.Fatti * 100 / a.Totale) : 0;

    protected override async Task OnInitializedAsync()
    {
        if (Esito is null && await Lettore.Leggi<UltimoConfronto, ConfrontoRegistrato>(Attore, q => q.Esegui()) is { IsSuccess: true } letto)
        {
            Prima = letto.Value;
        }
    }

    /// <summary>Stops the comparison when the user leaves the page.</summary>
    public void Dispose()
    {
        _fine?.Cancel();
        _fine?.Dispose();
    }

    private async Task Confronta()
    {
        // On a slow line a second press may arrive while the first comparison runs.
        if (InCorso is not null)
        {
            return;
        }

        (InCorso, Interrotto, Errori, Mostrati) = (new ConfrontoProgress(0, 1), false, [], Passo);
        _fine?.Dispose();
        _fine = new CancellationTokenSource();
        var ct = _fine.Token;
        try
        {
            // The comparison runs outside the circuit, which must stay free to show the progress and to receive «Interrompi».
            var esito = await Task.Run(() => Lettore.Leggi<ConfrontoConIDati, Concordanza>(Attore, q => q.Esegui(new Immediate(Avanza), ct), ct), ct);
            Errori = esito.Errors;
            if (esito.IsSuccess)
            {
                await Notturno.Annota(esito.Value, Attore, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Interrotto = true;
        }

        InCorso = null;
        await Confrontato.InvokeAsync();
    }

    private void Interrompi() => _fine?.Cancel();

    private void Avanza(ConfrontoProgress avanzamento) => _ = InvokeAsync(() =>
    {
        if (InCorso is not null)
        {
            InCorso = avanzamento;
            StateHasChanged();
        }
    });

    private sealed class Immediate(Action<ConfrontoProgress> avanti) : IProgress<ConfrontoProgress>
    {
        public void Report(ConfrontoProgress value) => avanti(value);
    }
}
