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
    /// <summary>Says whether the last save succeeded. The form is empty again after it.</summary>
    private bool _recorded;

    [Parameter, EditorRequired]
    public required LottoDetails Details { get; set; }

    protected AttoSulLottoForm Form { get; private set; } = new();

    /// <summary>Puts texts that are known already into the form.</summary>
    protected void Fill(AttoSulLottoForm form) => (Form, _recorded, ActErrors) = (form, false, []);

    /// <summary>Runs the command, and says what was done with the figures of the Lotto that were read again after it.</summary>
    protected async Task Save<TCommand>(TCommand command, Func<string> done)
        where TCommand : ICommand
    {
        // The second press of a double click finds the form that the first one has emptied.
        if (_recorded && Form.Vuoto)
        {
            return;
        }

        _recorded = await Act(command, done: null);
        if (_recorded)
        {
            Form = new AttoSulLottoForm();
            Outcomes?.Say(done());
        }
    }
}
