using CigHub.Domain.Common;
using CigHub.Web.Components.Acting;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// A part of a page that runs one long check in the background. It knows how far the check is, can stop it, and stops it when the user
/// leaves the page.
/// </summary>
public abstract class LongCheck : ReadingComponent
{
    private CancellationTokenSource? _end;

    [Inject]
    public required QueryReader Reader { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>The progress of the check that runs. Null when none runs.</summary>
    protected ConfrontoProgress? InCorso { get; private set; }

    /// <summary>Says whether the user stopped the last check.</summary>
    protected bool Interrupted { get; private set; }

    protected IReadOnlyList<Error> Errors { get; private set; } = [];

    protected long Percent => InCorso is { Totale: > 0 } a ? Math.Min(99, a.Fatti * 100 / a.Totale) : 0;

    /// <summary>Frees the stop of the last check, which leaving the page has stopped already.</summary>
    protected override ValueTask OnLeave()
    {
        _end?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Runs a check in a worker, so that the circuit stays free to show the progress and to receive «Interrompi». Returns null when another
    /// one runs already, and when the check was stopped or failed.
    /// </summary>
    protected async Task<T?> Check<TQuery, T>(Func<TQuery, IProgress<ConfrontoProgress>, CancellationToken, Task<T?>> check)
        where TQuery : class, IQuery
        where T : class
    {
        // On a slow line a second press may arrive while the first check runs.
        if (InCorso is not null)
        {
            return null;
        }

        (InCorso, Interrupted, Errors) = (new ConfrontoProgress(0, 1), false, []);
        _end?.Dispose();
        _end = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        var ct = _end.Token;
        try
        {
            var esito = await Reader.ReadLong<TQuery, T>(Actor, q => check(q, new Immediate(Advance), ct), ct);
            Errors = esito.Errors;
            return esito.IsSuccess ? esito.Value : null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Interrupted = true;
            return null;
        }
        finally
        {
            InCorso = null;
        }
    }

    protected void Interrupt() => _end?.Cancel();

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
