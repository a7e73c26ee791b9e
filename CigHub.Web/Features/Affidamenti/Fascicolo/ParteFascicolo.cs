using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>A section of the fascicolo with a form of its own: what was refused stands in it, what was typed stays in it.</summary>
public abstract class ParteFascicolo : ComponentBase
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
    public required SchedaFascicolo Scheda { get; set; }

    [Parameter, EditorRequired]
    public required Utente Utente { get; set; }

    /// <summary>Something was saved, or somebody else saved first: the page reads again, so that the next attempt sees what is true.</summary>
    [Parameter, EditorRequired]
    public EventCallback Cambiato { get; set; }

    protected Affidamento Affidamento => Scheda.Affidamento;

    protected bool Occupato { get; private set; }

    /// <summary>What the last save was refused for.</summary>
    protected IReadOnlyList<Error> Errori { get; set; } = [];

    /// <summary>When this section was last saved here, to be said.</summary>
    protected DateTime? SalvatoIl { get; set; }

    /// <summary>Those that no field shows.</summary>
    protected IReadOnlyList<Error> DiNessunCampo => [.. Errori.Where(e => e.Field is null)];

    protected bool Puo(AzioneAffidamento azione) => Utente.Puo(Permission.PreparaBozza) && Transizioni.Ammessa(Affidamento.Stato, azione);

    /// <param name="command">The action.</param>
    /// <param name="done">What to say once it is done; null: the section says it itself.</param>
    protected async Task<bool> Agisci<TCommand>(TCommand command, string? done)
        where TCommand : ICommand
    {
        Occupato = true;
        var esito = await Runner.Esegui(command, Utente.Attore);
        await (Frame?.Answered(esito.IsSuccess) ?? Task.CompletedTask);
        Outcomes?.Say(esito.IsSuccess ? done : null);
        Occupato = false;
        Errori = esito.Errors;
        if (Errori is [StaleEdit stale])
        {
            // The page reads again by itself: a reload, which the general words ask for, would lose what was typed.
            Errori = [stale.WithAdvice("I dati attuali sono già in questa pagina e quello che hai scritto è ancora qui: controlla, e salva di nuovo.")];
            await Cambiato.InvokeAsync();
        }
        else if (esito.IsSuccess)
        {
            await Cambiato.InvokeAsync();
        }

        return esito.IsSuccess;
    }
}
