using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Runs a comparison between database and registro on request. It shows the progress, can be stopped, and shows the last outcome, including
/// that of the nightly comparison.
/// </summary>
public sealed partial class ConfrontoRegistro
{
    private const int Passo = 50;

    private CancellationTokenSource? _end;

    [Inject]
    public required QueryReader Reader { get; init; }

    [Inject]
    public required NightlyConfronto Nightly { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>Raised when a comparison has ended or a difference was explained, so that the page shows the new event.</summary>
    [Parameter]
    public EventCallback Compared { get; set; }

    private ConfrontoProgress? InCorso { get; set; }

    private Concordanza? Outcome => Nightly.Ultimo;

    /// <summary>The outcome of the last comparison before the app was started, which has no list of differences.</summary>
    private ConfrontoRegistrato? Prima { get; set; }

    private int Shown { get; set; } = Passo;

    private bool Interrupted { get; set; }

    private IReadOnlyList<Error> Errors { get; set; } = [];

    private long Percent => InCorso is { Totale: > 0 } a ? Math.Min(99, a.Fatti * 100 / a.Totale) : 0;

    protected override async Task OnInitializedAsync()
    {
        if (Outcome is null && await Reader.Read<UltimoConfronto, ConfrontoRegistrato>(Actor, q => q.Run(), Leaving) is { IsSuccess: true } letto)
        {
            Prima = letto.Value;
        }
    }

    /// <summary>Stops a comparison that is running when the user leaves the page.</summary>
    protected override ValueTask OnLeave()
    {
        _end?.Cancel();
        _end?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Compare()
    {
        // On a slow line a second press may arrive while the first comparison runs.
        if (InCorso is not null)
        {
            return;
        }

        (InCorso, Interrupted, Errors, Shown) = (new ConfrontoProgress(0, 1), false, [], Passo);
        _end?.Dispose();
        _end = new CancellationTokenSource();
        var ct = _end.Token;
        try
        {
            var esito = await Reader.ReadLong<ConfrontoConIDati, Concordanza>(Actor, q => q.Run(new Immediate(Advance), ct), ct);
            Errors = esito.Errors;
            if (esito.IsSuccess)
            {
                await Nightly.Note(esito.Value, Actor, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Interrupted = true;
        }

        InCorso = null;
        await Compared.InvokeAsync();
    }

    private void Interrupt() => _end?.Cancel();

    private void Advance(ConfrontoProgress avanzamento) => _ = InvokeAsync(() =>
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
