using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The form that records the withdrawal of an accepted ANN, with its reason and its act.</summary>
public sealed partial class SezioneRitiro
{
    [Parameter, EditorRequired]
    public required DopoIlCigDetails Details { get; set; }

    private RipresaForm Form { get; } = new();

    private Guid? Choice { get; set; }

    private Aggiudicazione Aggiudicazione => Details.Annullate.FirstOrDefault(a => a.Id == Choice) ?? Details.Annullate[0];

    private Importo Residuo => Details.Capienza.Residuo > Importo.Zero ? Details.Capienza.Residuo : Importo.Zero;

    private IReadOnlyList<(string, string)> Adesioni =>
        [.. Details.Annullate.Select(a => (a.Id.ToString(), $"Adesione {a.Indice + 1}, CIG {a.CigDerivato}"))];

    private void Choose(string? id) => Choice = Guid.TryParse(id, out var scelta) ? scelta : Choice;

    private Task Ritira() => Act(
        new RitiraAnnullamento(Details.Affidamento.Id, Guid.CreateVersion7(), Aggiudicazione.Id, Form, Details.Affidamento.Version),
        OutcomeWords.AnnullamentoRitirato(Aggiudicazione));
}
