using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>Makes a dossier in the background, shows how far it is, and gives the link to its file.</summary>
public sealed partial class DossierPart
{
    private CancellationTokenSource? _end;

    [Inject]
    public required DossierFiles Files { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    private ReadyDossier? Ready { get; set; }

    private string? WithPseudonyms { get; set; }

    private long? Percent { get; set; }

    private bool Interrupted { get; set; }

    private IReadOnlyList<Error> Errors { get; set; } = [];

    protected override ValueTask OnLeave()
    {
        _end?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Make()
    {
        if (Percent is not null)
        {
            return;
        }

        (Percent, Ready, Interrupted, Errors) = (0, null, false, []);
        _end?.Dispose();
        _end = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        var ct = _end.Token;
        try
        {
            var made = await Task.Run(() => Files.Make(Actor, WithPseudonyms == InputField.Yes, new Advance(Show), ct), ct);
            (Errors, Ready) = (made.Errors, made.IsSuccess ? made.Value : null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Interrupted = true;
        }
        finally
        {
            Percent = null;
        }
    }

    private void Interrupt() => _end?.Cancel();

    private void Show(long percent)
    {
        if (percent != Percent)
        {
            _ = InvokeAsync(() =>
            {
                Percent = Percent is null ? null : percent;
                StateHasChanged();
            });
        }
    }

    private sealed class Advance(Action<long> show) : IProgress<ConfrontoProgress>
    {
        public void Report(ConfrontoProgress value) => show(value.Totale == 0 ? 0 : Math.Min(99, value.Fatti * 100 / value.Totale));
    }
}
