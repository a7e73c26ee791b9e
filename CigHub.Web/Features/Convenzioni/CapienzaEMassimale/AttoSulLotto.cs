using CigHub.Web.Components.Acting;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Base of the forms on the Lotto's page that add a row to the ledger. The form keeps its text until the row is written.</summary>
public abstract class AttoSulLotto : ActingPart
{
    [Parameter, EditorRequired]
    public required LottoDetails Details { get; set; }

    protected AttoSulLottoForm Form { get; private set; } = new();

    /// <summary>Says whether the last act was written. The form is then empty again.</summary>
    protected bool Scritto { get; private set; }

    protected async Task Save<TCommand>(TCommand command)
        where TCommand : ICommand
    {
        Scritto = await Act(command, done: null);
        Form = Scritto ? new AttoSulLottoForm() : Form;
    }
}
