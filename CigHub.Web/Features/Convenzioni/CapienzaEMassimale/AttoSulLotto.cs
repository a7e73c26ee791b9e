using CigHub.Web.Components.Acting;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>
/// Base of the forms on the Lotto's page that add a row to its ledger. After a refusal the form keeps what the user typed.
/// </summary>
public abstract class AttoSulLotto : ActingPart
{
    [Parameter, EditorRequired]
    public required LottoDetails Details { get; set; }

    protected AttoSulLottoForm Form { get; private set; } = new();

    /// <summary>Says whether the last save succeeded. The form is empty again after it.</summary>
    protected bool Scritto { get; private set; }

    /// <summary>Puts texts that are known already into the form.</summary>
    protected void Fill(AttoSulLottoForm form) => (Form, Scritto, ActErrors) = (form, false, []);

    protected async Task Save<TCommand>(TCommand command)
        where TCommand : ICommand
    {
        // The second press of a double click finds the form that the first one has emptied.
        if (Scritto && Form.Vuoto)
        {
            return;
        }

        Scritto = await Act(command, done: null);
        Form = Scritto ? new AttoSulLottoForm() : Form;
    }
}
