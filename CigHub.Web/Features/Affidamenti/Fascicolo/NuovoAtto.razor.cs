using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The form of a new atto of the fascicolo. CMRC's answer about capacity is not among the kinds, because it has a form of its own.
/// </summary>
public sealed partial class NuovoAtto
{
    internal static readonly IReadOnlyList<(string, string)> Kinds =
        [.. Enum.GetValues<TipoAtto>().Where(t => !t.RispondeSullaCapienza()).Select(t => (t.ToString(), t.Nome()))];

    [Parameter, EditorRequired]
    public required FascicoloDetails Details { get; set; }

    private Affidamento Affidamento => Details.Affidamento;

    private bool IsOpen { get; set; }

    private AttoForm Form { get; set; } = new();

    private async Task Save()
    {
        // Do not leave a refused file out in silence: the user takes another, or none.
        if (FileError is null
            && await Act(new AggiungiAtto(Affidamento.Id, Guid.CreateVersion7(), Form, Affidamento.Version, File), OutcomeWords.AttoAggiunto))
        {
            Chiudi();
        }
    }

    private void Chiudi()
    {
        (Form, IsOpen, ActErrors) = (new AttoForm(), false, []);
        SenzaFile();
    }
}
