using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

/// <summary>What an Affidamento that waits for approval offers: to its approver, and to those who wait.</summary>
public sealed partial class SezioneApprovazione
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    [Parameter, EditorRequired]
    public required Procedibilita Posizione { get; set; }

    private bool PuoApprovare => Utente.Puo(Permission.ApprovaAffidamenti) && Posizione.NonPuoApprovare is null;

    private string? Nota { get; set; }

    private Task Approva() => Act(new ApprovaAffidamento(Affidamento.Id, Affidamento.Version, DichiarazioneConflitto.VersioneTesto), ParoleDiEsito.Approvato);

    private Task Restituisci() => Act(new RestituisciAffidamento(Affidamento.Id, Nota ?? "", Affidamento.Version), ParoleDiEsito.Restituito);
}
