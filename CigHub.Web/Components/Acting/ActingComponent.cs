using CigHub.Domain.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// The base class of every page, or part of a page, that runs commands. It runs one command at a time, keeps the errors of the last one,
/// and has the layout show what was done.
/// </summary>
public abstract class ActingComponent : ReadingComponent
{
    private const string ReadAgain = "I dati attuali sono già in questa pagina, e quello che avevi scritto non è andato perso: controlla, e riprova.";

    [Inject]
    public required CommandRunner Runner { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>
    /// The layout around the page, which keeps typed text in the browser until a command has saved it. Null in another layout.
    /// </summary>
    [CascadingParameter]
    public MainLayout? Frame { get; set; }

    /// <summary>The notice of the layout that shows what the last command did. Null in a layout without a notice.</summary>
    [CascadingParameter]
    public Outcomes? Outcomes { get; set; }

    /// <summary>Says whether a command is running. Meanwhile its buttons are disabled, and a second press does nothing.</summary>
    protected bool Busy { get; private set; }

    /// <summary>The errors of the last command, when it was refused. Reading data again does not clear them.</summary>
    protected IReadOnlyList<Error> ActErrors { get; set; } = [];

    /// <summary>The actor in whose name the component runs commands.</summary>
    protected abstract Actor Actor { get; }

    /// <summary>Reads the shown data again after a command, whether it succeeded or was refused.</summary>
    protected abstract Task Reload();

    /// <summary>
    /// Runs a command, then reads the shown data again. It reads them after a refusal too, because another user's change may have caused
    /// the refusal.
    /// </summary>
    /// <param name="command">The command to run.</param>
    /// <param name="done">The sentence that the frame shows once the act is done; null when the page shows its own.</param>
    /// <returns>
    /// True when the act was done. False when another act is under way, or when the act was refused (see <see cref="ActErrors"/>).
    /// </returns>
    protected Task<bool> Act<TCommand>(TCommand command, string? done)
        where TCommand : ICommand => Once(() => RunAndReload(command, done));

    /// <summary>Runs a command, then goes to another page. After a refusal the user stays on the page and keeps the typed text.</summary>
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

    /// <summary>Runs work that is more than one command, unless other work of this component is under way.</summary>
    /// <returns>The answer of the work; false when another act is under way.</returns>
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

    /// <summary>The long work that is under way, for the page to show its progress. Null when there is none.</summary>
    protected RunningWork? LongWork { get; private set; }

    /// <summary>
    /// Runs long work, unless other work of this component is under way. The user sees its progress and may stop it. It also stops when
    /// the user leaves.
    /// </summary>
    /// <param name="step">The name of the first step, and the number of rows in it.</param>
    /// <param name="interrupted">The error to show when the user has stopped the work.</param>
    protected Task OnceAtLength((string Name, int Rows) step, Error interrupted, Func<RunningWork, Task> work) => Once(async () =>
    {
        using var running = LongWork = new RunningWork(() => InvokeAsync(StateHasChanged), Leaving);
        running.Comincia(step.Name, step.Rows);
        try
        {
            await work(running);
        }
        catch (OperationCanceledException) when (running.Ferma.IsCancellationRequested)
        {
            ActErrors = [interrupted];
        }
        finally
        {
            LongWork = null;
        }
    });

    /// <summary>
    /// Runs a command as a step of work inside <see cref="Once(Func{Task{bool}})"/>, and keeps its errors. It neither reads the shown data
    /// again nor leaves the page.
    /// </summary>
    /// <param name="command">The command to run.</param>
    /// <param name="done">The sentence that the frame shows once the act is done; null when the page shows its own.</param>
    /// <param name="away">True for an act that takes seconds: it runs outside the circuit, which goes on drawing the page.</param>
    /// <param name="ct">Stops the act before it is committed.</param>
    /// <returns>The receipt of the act; null when the act was refused (see <see cref="ActErrors"/>).</returns>
    protected async Task<Receipt?> Run<TCommand>(TCommand command, string? done, bool away = false, CancellationToken ct = default)
        where TCommand : ICommand
    {
        var actor = Actor;
        var outcome = await (away ? Task.Run(() => Runner.Run(command, actor, ct), ct) : Runner.Run(command, actor, ct));
        ActErrors = outcome.Errors;
        await (Frame?.Answered(outcome.IsSuccess) ?? Task.CompletedTask);
        Outcomes?.Say(outcome.IsSuccess ? done : null);
        return outcome.TryGet(out var receipt) ? receipt : null;
    }

    /// <summary>Runs a command as a step of work inside <see cref="Once(Func{Task{bool}})"/>, then reads the shown data again.</summary>
    /// <inheritdoc cref="Act{TCommand}(TCommand, string?)"/>
    protected async Task<bool> RunAndReload<TCommand>(TCommand command, string? done)
        where TCommand : ICommand
    {
        var taken = await Run(command, done) is not null;
        ActErrors = [.. ActErrors.Select(e => e is StaleEdit stale ? stale.WithAdvice(ReadAgain) : e)];
        await Reload();
        return taken;
    }

    /// <summary>Goes to another page and shows there the sentence about the last command.</summary>
    protected void GoOn(string address) => (Outcomes ?? new Outcomes()).GoOn(Navigation, address);
}
