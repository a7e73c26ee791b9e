using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Conferme;

/// <summary>
/// The form of CMRC's answer about capacity. The atto that it leaves has its id from the opening of the form, so that the same answer is never
/// recorded twice.
/// </summary>
public sealed partial class NuovaRisposta
{
    private static readonly IReadOnlyList<(string, string)> Esiti =
    [
        (nameof(TipoAtto.ConfermaDiCapienza), "conferma la capienza"),
        (nameof(TipoAtto.CapienzaNegata), "non conferma la capienza"),
    ];

    [Parameter, EditorRequired]
    public required FascicoloDetails Details { get; set; }

    internal override string Prefix => "Risposta";

    private Affidamento Affidamento => Details.Affidamento;

    private bool IsOpen { get; set; }

    private RispostaForm Form { get; set; } = new();

    private Guid AttoId { get; set; } = Guid.CreateVersion7();

    private string Field(string name) => Prefix + name;

    private async Task Save()
    {
        var done = Form.Confermata ? OutcomeWords.CapienzaConfermata : OutcomeWords.CapienzaNegata;
        if (FileError is null && await Act(new RegistraRisposta(Affidamento.Id, AttoId, Form, Affidamento.Version, File), done))
        {
            Chiudi();
        }
    }

    private void Chiudi()
    {
        (Form, AttoId, IsOpen, ActErrors) = (new RispostaForm(), Guid.CreateVersion7(), false, []);
        SenzaFile();
    }
}
