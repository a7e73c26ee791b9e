using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Offers the two corrections that ANAC allows after the CIG: CM1 and ANN. Where one is no longer possible, says why, and what the user can
/// do instead.
/// </summary>
public sealed partial class SezioneErrore
{
    [Parameter, EditorRequired]
    public required DopoIlCigDetails Details { get; set; }

    private Affidamento Affidamento => Details.Affidamento;

    private Guid? Choice { get; set; }

    private Aggiudicazione Aggiudicazione => Details.Acquisite.FirstOrDefault(a => a.Id == Choice) ?? Details.Acquisite[0];

    private ModificaForm Form { get; set; } = new();

    private IReadOnlyList<(string, string)> Adesioni => [.. Details.Acquisite.Select(a => (a.Id.ToString(), $"Adesione {a.Indice + 1}, CIG {a.CigDerivato}"))];

    private string AiutoCup =>
        $"{(Affidamento.CupDi(Aggiudicazione) is { Count: > 0 } cup ? $"Comunicati: {string.Join(", ", cup)}. " : "Nessuno comunicato. ")}"
        + "L'elenco sostituisce quello di prima: scrivili tutti. "
        + "Un CUP che arriva più tardi si può aggiungere anche con la scheda ID di ANAC, che vuole anch'essa l'elenco intero; "
        + "per toglierne uno del tutto non c'è un modo noto.";

    protected override void OnInitialized() => Prepare();

    private void Choose(string? id)
    {
        Choice = Guid.TryParse(id, out var scelta) ? scelta : Choice;
        Prepare();
    }

    private void Prepare()
    {
        Form = new ModificaForm { Importo = Aggiudicazione.Importo.ToString(), Cup = string.Join('\n', Affidamento.CupDi(Aggiudicazione)) };
        ActErrors = [];
    }

    private Task Modifica() => Act(
        new AvviaModifica(Affidamento.Id, Guid.CreateVersion7(), Aggiudicazione.Id, Form, Affidamento.Version),
        OutcomeWords.OperazioneAvviata(TipoOperazione.Modifica));

    private Task Annulla() => Act(
        new AvviaAnnullamento(Affidamento.Id, Guid.CreateVersion7(), Aggiudicazione.Id, Affidamento.Version),
        OutcomeWords.OperazioneAvviata(TipoOperazione.Annullamento));
}
