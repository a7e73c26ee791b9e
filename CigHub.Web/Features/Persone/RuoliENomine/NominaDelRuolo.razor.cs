using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.UnaPersona;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Shows the act of appointment of a person's role, and lets an Amministratore complete or correct it.</summary>
public sealed partial class NominaDelRuolo
{
    private const string Prefix = "Nomina";

    [Parameter, EditorRequired]
    public required RuoloDellaPersona Ruolo { get; set; }

    [Parameter, EditorRequired]
    public bool MayManage { get; set; }

    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    private string OpenerId => $"nomina-{Ruolo.Id}";

    private NominaForm Form { get; set; } = new();

    private bool IsOpen { get; set; }

    private AttoDelRuolo Atto => Ruolo.Ruolo.Atto();

    private bool ConNomina => Ruolo.Motivo is not null || Atto != AttoDelRuolo.Mai;

    private string Words => Ruolo.Nomina.Atto is not null ? "Correggi l'atto di nomina…" : "Registra l'atto di nomina…";

    private void Open() => (Form, IsOpen) = (NominaForm.Of(Ruolo.Nomina), true);

    private async Task Save() =>
        IsOpen = !await Act(new RegistraAttoDiNomina(Ruolo.Id, Persona.Id, Form, Persona.Version), OfficeOutcomeWords.AttoDiNominaRegistrato);
}
