using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Lists the things to do after the CIG, each with the day by which it is due and the act that proves it done. Shows the data that SC1 will
/// ask for before SC1 is due.
/// </summary>
public sealed partial class ListaPromemoria
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required DopoIlCigDetails Details { get; set; }

    private DateOnly Today => Clock.Today();

    private IEnumerable<(string Nome, string Valore)> DatiPerSc1 =>
    [
        ("inizio del contratto", Details.Affidamento.Fascicolo.ContrattoDal is { } dal ? RomeTime.Text(dal) : ""),
        ("fine del contratto", Details.Affidamento.Fascicolo.ContrattoAl is { } al ? RomeTime.Text(al) : ""),
        ("codice AUSA", Details.CodiceAusa),
        ("idPartecipante", Details.Affidamento.Bozza.Testo(PercorsoAd4.Aggiudicazione(0, "partecipanti/0/idPartecipante")) ?? ""),
        ("importo della cauzione", ""),
    ];
}
