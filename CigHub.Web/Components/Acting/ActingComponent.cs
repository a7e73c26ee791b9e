using CigHub.Domain.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// A page, or a part of one, that runs commands: one at a time, its errors kept until the next act, its outcome said by the frame. The only
/// place that a component acts through.
/// </summary>
public abstract class ActingComponent : ComponentBase
{
    private const string ReadAgain = "I dati attuali sono già in questa pagina, e quello che avevi scritto non è andato perso: controlla, e riprova.";

    [Inject]
    public required CommandRunner Runner { get; init; }

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    /// <summary>The frame, which keeps typed text until an act has taken it.</summary>
    [CascadingParameter]
    public MainLayout? Frame { get; set; }

    /// <summary>The frame shows here what was done.</summary>
    [CascadingParameter]
    public Outcomes? Outcomes { get; set; }

    /// <summary>True while an act is under way: its buttons are disabled, and a second press does nothing.</summary>
    protected bool Busy { get; private set; }

    /// <summary>Why the last act was refused. Reading never touches them.</summary>
    protected IReadOnlyList<Error> ActErrors { get; set; } = [];

    /// <summary>The user, as whom the component acts.</summary>
    protected abstract Actor Actor { get; }

    /// <summary>Reads again what is shown, after an act was done or refused.</summary>
    protected abstract Task Reload();

    /// <summary>Runs a command, then reads again: after a refusal too, because the refusal may come from what somebody else did.</summary>
    /// <param name="command">The act.</param>
    /// <param name="done">The sentence that the frame shows once it is done; null when the page says it in its own place.</param>
    /// <returns>True when it was done; false, with <see cref="ActErrors"/>, when it was refused or another act is under way.</returns>
    protected Task<bool> Act<TCommand>(TCommand command, string? done)
        where TCommand : ICommand => Once(() => RunAndReload(command, done));

    /// <summary>Runs a command and goes to another page. After a refusal everything stays as it was typed.</summary>
    /// <inheritdoc cref="Act{TCommand}(TCommand, string?)"/>
    protected Task<bool> ActAndGoOn<TCommand>(TCommand command, string? done, string address)
        where TCommand : ICommand => Once(async () =>
        {
            var taken = await Run(command, done) is not null;
            if (taken)
            {
                GoOn(address);
            }

            return taken;
        });

    /// <summary>Does a piece of work that has more to it than one command. A press that comes while another is at work does nothing.</summary>
    /// <returns>The work's own answer; false when another act is under way.</returns>
    protected async Task<bool> Once(Func<Task<bool>> work)
    {
        if (Busy)
        {
            return false;
        }

        Busy = true;
        ActErrors = [];
        StateHasChanged();
        try
        {
            return await work();
        }
        finally
        {
            Busy = false;

            // A caller may use a function instead of an event callback. Then only this call draws the outcome.
            StateHasChanged();
        }
    }

    /// <inheritdoc cref="Once(Func{Task{bool}})"/>
    protected Task Once(Func<Task> work) => Once(async () =>
    {
        await work();
        return true;
    });

    /// <summary>Runs a command inside <see cref="Once(Func{Task{bool}})"/> and keeps its errors; neither reads again nor goes anywhere.</summary>
    /// <param name="command">The act.</param>
    /// <param name="done">The sentence that the frame shows once it is done; null when the page says it in its own place.</param>
    /// <param name="away">True for an act that takes seconds: it runs away from the circuit, which goes on drawing the page.</param>
    /// <param name="ct">Stops it before it is committed.</param>
    /// <returns>Null, with <see cref="ActErrors"/>, when it was refused.</returns>
    protected async Task<Ricevuta?> Run<TCommand>(TCommand command, string? done, bool away = false, CancellationToken ct = default)
        where TCommand : ICommand
    {
        var actor = Actor;
        var outcome = await (away ? Task.Run(() => Runner.Esegui(command, actor, ct), ct) : Runner.Esegui(command, actor, ct));
        ActErrors = outcome.Errors;
        await (Frame?.Answered(outcome.IsSuccess) ?? Task.CompletedTask);
        Outcomes?.Say(outcome.IsSuccess ? done : null);
        return outcome.TryGet(out var receipt) ? receipt : null;
    }

    /// <summary>Runs a command inside <see cref="Once(Func{Task{bool}})"/>, then reads again.</summary>
    /// <inheritdoc cref="Act{TCommand}(TCommand, string?)"/>
    protected async Task<bool> RunAndReload<TCommand>(TCommand command, string? done)
        where TCommand : ICommand
    {
        var taken = await Run(command, done) is not null;
        ActErrors = [.. ActErrors.Select(e => e is StaleEdit stale ? stale.WithAdvice(ReadAgain) : e)];
        await Reload();
        return taken;
    }

    /// <summary>Goes to another page, where the sentence that was just said still stands.</summary>
    protected void GoOn(string address) => (Outcomes ?? new Outcomes()).GoOn(Navigazione, address);
}
