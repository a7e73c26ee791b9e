using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

/// <summary>
/// The part of an Affidamento's page while it waits for approval: the actions of its approver, and for other users the people who may
/// approve.
/// </summary>
public sealed partial class SezioneApprovazione
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    [Parameter, EditorRequired]
    public required Procedibilita Posizione { get; set; }

    private bool PuoApprovare => User.May(Permission.ApprovaAffidamenti) && Posizione.NonPuoApprovare is null;

    private string? Nota { get; set; }

    private Task Approva() => Act(new ApprovaAffidamento(Affidamento.Id, Affidamento.Version, DichiarazioneConflitto.VersioneTesto), OutcomeWords.Approvato);

    private Task Restituisci() => Act(new RestituisciAffidamento(Affidamento.Id, Nota ?? "", Affidamento.Version), OutcomeWords.Restituito);
}
