using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Components.Acting;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Asks how an operation on the portal ended, and records it: accepted, refused or given up. An operation whose outcome the user does not
/// know stays open.
/// </summary>
public sealed partial class EsitoOperazione
{
    [Parameter, EditorRequired]
    public required OperazionePortale Operazione { get; set; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>
    /// The HTML id of this operation's file input. Two operations may be open at once on the page, so the id contains the kind of the
    /// operation.
    /// </summary>
    private string Id => $"evidenza-{Operazione.Tipo}";

    private string? Risposta { get; set; }

    private ChosenFile? Evidenza { get; set; }

    private string? EvidenzaError { get; set; }

    private async Task Choose(InputFileChangeEventArgs scelta)
    {
        var esito = await UploadedAllegato.Read(scelta.File, EvidenzaDelPortale.Recognize);
        (Evidenza, EvidenzaError) = esito.TryGet(out var allegato) ? (allegato.File, null) : ((ChosenFile?)null, esito.Errors[0].Message);
    }

    private Task Accetta() =>
        Act(new AccettaOperazione(Affidamento.Id, Operazione.Id, Affidamento.Version, Evidenza), OutcomeWords.OperazioneAccettata(Operazione, Affidamento));

    private Task Rifiuta() => Act(new RifiutaOperazione(Affidamento.Id, Operazione.Id, Risposta ?? "", Affidamento.Version), OutcomeWords.OperazioneRifiutata);
}
