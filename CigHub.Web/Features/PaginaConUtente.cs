using CigHub.Domain.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features;

/// <summary>What every page behind the sign-in shares: who is looking, how it asks, how it acts, what went wrong.</summary>
public abstract class PaginaConUtente : ComponentBase
{
    [Inject]
    public required SessioneUtente Sessione { get; init; }

    [Inject]
    public required Lettore Lettore { get; init; }

    [Inject]
    public required CommandRunner Runner { get; init; }

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    /// <summary>The frame, which keeps what is typed until it is told that it was taken.</summary>
    [CascadingParameter]
    public MainLayout? Frame { get; set; }

    /// <summary>The frame shows here what was done.</summary>
    [CascadingParameter]
    public Outcomes? Outcomes { get; set; }

    /// <summary>Null until it is known.</summary>
    protected Utente? Utente { get; private set; }

    /// <summary>Why the last question or act was refused; shown by the page.</summary>
    protected IReadOnlyList<Error> Errori { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        Utente = await Sessione.Corrente();
        if (Utente is null)
        {
            Navigazione.NavigateTo(AppRoutes.NonAbilitato, forceLoad: true);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Utente is not null)
        {
            await Carica();
        }
    }

    /// <summary>Reads what the page shows; called again when its address changes.</summary>
    protected abstract Task Carica();

    /// <summary>Asks; null, with <see cref="Errori"/> filled in, when it is refused or not there.</summary>
    protected async Task<T?> Leggi<TQuery, T>(Func<TQuery, Task<T?>> domanda)
        where TQuery : class, IQuery
        where T : class
    {
        var esito = await Lettore.Leggi(Utente!.Attore, domanda);
        Errori = esito.Errors;
        return esito.IsSuccess ? esito.Value : null;
    }

    /// <summary>Acts; false, with <see cref="Errori"/> filled in, when it is refused.</summary>
    /// <param name="command">The action.</param>
    /// <param name="done">What to say once it is done; null: the page says it in its own place.</param>
    protected async Task<bool> Esegui<TCommand>(TCommand command, string? done)
        where TCommand : ICommand
    {
        var esito = await Runner.Esegui(command, Utente!.Attore);
        Errori = esito.Errors;
        await Answered(esito.IsSuccess);
        Outcomes?.Say(esito.IsSuccess ? done : null);
        return esito.IsSuccess;
    }

    /// <summary>Goes to another page, where what was just said still stands.</summary>
    protected void GoOn(string address) => (Outcomes ?? new Outcomes()).GoOn(Navigazione, address);

    protected Task Answered(bool taken) => Frame?.Answered(taken) ?? Task.CompletedTask;
}
