using CigHub.Web.Components.Acting;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>A form of the Lotto's page that adds a row to the ledger; what was typed goes only when it was written.</summary>
public abstract class AttoSulLotto : ActingPart
{
    [Parameter, EditorRequired]
    public required SchedaLotto Scheda { get; set; }

    protected ModuloAtto Modulo { get; private set; } = new();

    /// <summary>True when the last act was written: the form is empty again.</summary>
    protected bool Scritto { get; private set; }

    protected async Task Salva<TCommand>(TCommand command)
        where TCommand : ICommand
    {
        Scritto = await Act(command, done: null);
        Modulo = Scritto ? new ModuloAtto() : Modulo;
    }
}
