using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Components;
using CigHub.Web.Features.RegistrazioneAlPortale;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace CigHub.Web.Features.Affidamenti.Conferme;

/// <summary>
/// The section of the fascicolo about the conferma di capienza: its state, the request to CMRC with three ways to send it, and CMRC's answer.
/// </summary>
public sealed partial class SezioneConferma
{
    [Inject]
    public required IOptions<ConfermaSettings> Settings { get; init; }

    [Inject]
    public required BrowserOutput Browser { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Destinatario => Settings.Value.Destinatario;

    private string? Address => Mailto.Link(Destinatario, Details.Richiesta.Oggetto, Details.Richiesta.Testo);

    private bool MayChange => May<RegistraRisposta>(AzioneAffidamento.GestisciConferma);

    private Task Esce(UscitaRichiesta uscita) => Once(async () =>
    {
        var richiesta = Details.Richiesta;
        var inviata = await RunAndReload(new ChiediConferma(Affidamento.Id, uscita, Affidamento.Version), null);
        if (inviata && uscita == UscitaRichiesta.File)
        {
            await Browser.Download(
                "conferma-di-capienza.eml",
                EmlLetter.Of(Details.Rup, Details.EmailRup, Destinatario, richiesta.Oggetto, richiesta.Testo, Clock.GetUtcNow()));
        }
    });

    private static string Icon(StatoConferma stato) => stato switch
    {
        StatoConferma.InVigore => Icons.Material.Outlined.Check,
        StatoConferma.Consumata => Icons.Material.Outlined.TaskAlt,
        _ => Icons.Material.Outlined.EventBusy,
    };

    private static Color Color(StatoConferma stato) => stato switch
    {
        StatoConferma.InVigore => MudBlazor.Color.Success,
        StatoConferma.Terminata => MudBlazor.Color.Error,
        _ => MudBlazor.Color.Default,
    };
}
