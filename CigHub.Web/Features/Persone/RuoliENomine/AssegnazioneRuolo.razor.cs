using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The form that gives a person a role, with the act of appointment where one is due.</summary>
public sealed partial class AssegnazioneRuolo
{
    private static readonly (string Codice, string Parola)[] Ruoli = [.. CigHub.Domain.Persone.Ruoli.Assegnabili.Select(r => (r.ToString(), r.Name()))];

    private Guid _newId = Guid.CreateVersion7();

    [Parameter, EditorRequired]
    public required PersonaDetails Details { get; set; }

    private IReadOnlyList<(string Codice, string Parola)> Enti =>
        [(RuoloForm.TuttiGliEnti, "Tutti gli Enti, o l'ufficio"), .. Details.Enti.Select(e => (e.Id.ToString(), e.Denominazione))];

    private RuoloForm Nuovo { get; set; } = new();

    protected override void OnInitialized() => Nuovo.Dal = RomeTime.Text(Details.Oggi);

    private async Task Assegna()
    {
        if (await Act(new AssegnaRuolo(_newId, Details.Persona.Id, Nuovo, Details.Persona.Version), OfficeOutcomeWords.RuoloAssegnato))
        {
            (_newId, Nuovo) = (Guid.CreateVersion7(), new RuoloForm { Dal = RomeTime.Text(Details.Oggi) });
        }
    }
}
