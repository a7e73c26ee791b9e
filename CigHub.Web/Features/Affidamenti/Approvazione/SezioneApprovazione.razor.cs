using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

/// <summary>
/// The section of an Affidamento's page while the Affidamento waits for approval. A user who may approve sees the buttons to approve or
/// return it. Any other user sees the names of the people who may approve.
/// </summary>
public sealed partial class SezioneApprovazione
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    [Parameter, EditorRequired]
    public required Procedibilita Posizione { get; set; }

    private bool PuoApprovare => User.May(Permission.ApprovaAffidamenti) && Posizione.NonPuoApprovare is null;

    private string? Nota { get; set; }

    /// <summary>Says whether the user has ticked the declaration on conflicts of interest.</summary>
    private bool Spuntata { get; set; }

    private Task Approva() => Act(
        new ApprovaAffidamento(Affidamento.Id, Affidamento.Version, Spuntata ? DichiarazioneConflitto.VersioneTesto : null), OutcomeWords.Approvato);

    private Task Restituisci() => Act(new RestituisciAffidamento(Affidamento.Id, Nota ?? "", Affidamento.Version), OutcomeWords.Restituito);
}
