using CigHub.Domain.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>A part of the hand-off that acts: runs a command on the version that is shown and tells the page.</summary>
public abstract class AttoRichiesta : ComponentBase
{
    [Inject]
    public required CommandRunner Runner { get; init; }

    /// <summary>The frame, which keeps what is typed until it is told that it was taken.</summary>
    [CascadingParameter]
    public MainLayout? Frame { get; set; }

    /// <summary>The frame shows here what was done.</summary>
    [CascadingParameter]
    public Outcomes? Outcomes { get; set; }

    [Parameter, EditorRequired]
    public required Utente Utente { get; set; }

    [Parameter]
    public bool Abilitato { get; set; } = true;

    /// <summary>Done (no error) or refused.</summary>
    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Fatto { get; set; }

    protected bool Occupato { get; private set; }

    /// <param name="command">The action.</param>
    /// <param name="done">What to say once it is done.</param>
    protected async Task<IReadOnlyList<Error>> Agisci<TCommand>(TCommand command, string done)
        where TCommand : ICommand
    {
        Occupato = true;
        var esito = await Runner.Esegui(command, Utente.Attore);
        await (Frame?.Answered(esito.IsSuccess) ?? Task.CompletedTask);
        Outcomes?.Say(esito.IsSuccess ? done : null);
        Occupato = false;
        await Fatto.InvokeAsync(esito.Errors);
        return esito.Errors;
    }

    /// <summary>Goes to another page, where what was just said still stands.</summary>
    protected void GoOn(NavigationManager navigation, string address) => (Outcomes ?? new Outcomes()).GoOn(navigation, address);
}
