using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Lists the things to do after the CIG, each with its due day and the Atto of the fascicolo that proves it done. Shows the data for ANAC's
/// scheda SC1, which communicates the contract, before it is due.
/// </summary>
public sealed partial class ListaPromemoria
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required DopoIlCigDetails Details { get; set; }

    private DateOnly Today => Clock.Today();

    private bool MayTick => User.May(Permission.PreparaBozza) && Transizioni.Ammessa(Details.Affidamento.Stato, AzioneAffidamento.ModificaFascicolo);

    private IEnumerable<(string Nome, string Valore)> DatiPerSc1 =>
    [
        ("inizio del contratto", Details.Affidamento.Fascicolo.ContrattoDal is { } dal ? RomeTime.Text(dal) : ""),
        ("fine del contratto", Details.Affidamento.Fascicolo.ContrattoAl is { } al ? RomeTime.Text(al) : ""),
        ("codice AUSA", Details.CodiceAusa),
        ("idPartecipante", Details.Affidamento.Bozza.Testo(PercorsoAd4.Aggiudicazione(0, "partecipanti/0/idPartecipante")) ?? ""),
        ("importo della cauzione", ""),
    ];

    /// <summary>Records that the determina was completed today, as an act without a file.</summary>
    private Task Tick() => Act(
        new AggiungiAtto(
            Details.Affidamento.Id,
            Guid.CreateVersion7(),
            new AttoForm { Tipo = nameof(TipoAtto.DeterminaConCig), Data = RomeTime.Text(Today) },
            Details.Affidamento.Version),
        OutcomeWords.AttoAggiunto);
}
