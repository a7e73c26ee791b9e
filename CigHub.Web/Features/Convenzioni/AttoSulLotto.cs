using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>A form of the Lotto's page that adds a row to the ledger; what was typed goes only when it was written.</summary>
public abstract class AttoSulLotto : ComponentBase
{
    [Parameter, EditorRequired]
    public required SchedaLotto Scheda { get; set; }

    /// <summary>Runs the command and gives its errors; with none, the page has read the Lotto again.</summary>
    [Parameter, EditorRequired]
    public required Func<ModuloAtto, Task<IReadOnlyList<Error>>> Esegui { get; set; }

    protected ModuloAtto Modulo { get; private set; } = new();

    protected IReadOnlyList<Error> Errori { get; private set; } = [];

    /// <summary>Those that belong to no field.</summary>
    protected IReadOnlyList<Error> Generali => [.. Errori.Where(e => e.Field is null)];

    protected bool Occupato { get; private set; }

    /// <summary>The last act was written: the form is empty again.</summary>
    protected bool Fatto { get; private set; }

    protected async Task Salva()
    {
        if (Occupato)
        {
            return;
        }

        (Occupato, Fatto) = (true, false);
        Errori = await Esegui(Modulo);
        if (Errori.Count == 0)
        {
            Modulo = new ModuloAtto();
            Fatto = true;
        }

        Occupato = false;
    }
}
