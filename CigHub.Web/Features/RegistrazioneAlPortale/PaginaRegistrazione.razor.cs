using CigHub.Domain.Persone;
using CigHub.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// The page on which RUP follow their own registration on the portal, from the request to the first access. It never asks for credentials.
/// </summary>
public sealed partial class PaginaRegistrazione
{
    [Inject]
    public required IOptions<RegistrazioneSettings> Settings { get; init; }

    [Inject]
    public required BrowserOutput Browser { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private RegistrazioneDetails? Details { get; set; }

    /// <summary>
    /// Says whether the registration is not yet active. Once it is active, the page does not show steps of which CigHub has no day as still
    /// to do.
    /// </summary>
    private bool InCammino => Details!.Stato is not (StatoRegistrazione.Attiva or StatoRegistrazione.Sospesa);

    private IReadOnlyList<Tappa> Tappe => Details is null ? [] :
    [
        new(
            1, "Richiesta", Details.Registrazione?.RichiestaIl, Details.Stato == StatoRegistrazione.DaRichiedere,
            PassoRegistrazione.SegnaRichiesta, "Ho inviato la richiesta", "Invia la richiesta con la tua posta, poi segnalo qui."),
        new(
            2, "Credenziali ricevute", Details.Registrazione?.CredenzialiIl, Details.Stato == StatoRegistrazione.Richiesta,
            PassoRegistrazione.SegnaCredenziali, "Le ho ricevute",
            "Il portale le manda con una password provvisoria. Tienile per te: qui si segna solo che sono arrivate."),
        new(
            3, "Password cambiata", Details.Registrazione?.PasswordCambiataIl, Details.Stato == StatoRegistrazione.CredenzialiRicevute,
            PassoRegistrazione.SegnaPasswordCambiata, "L'ho cambiata", "Al primo accesso cambia la password provvisoria, sul portale."),
        new(
            4, "Attiva", Details.Registrazione?.AttivaDal, Details.Stato == StatoRegistrazione.PasswordCambiata, PassoRegistrazione.SegnaAttiva,
            "È attiva", "Entra con SPID: se vedi i tuoi affidamenti, la registrazione è attiva."),
    ];

    protected override async Task LoadAsync() => Details = await Read<MiaRegistrazione, RegistrazioneDetails>(q => q.Run(User!.Actor));

    /// <summary>
    /// Records in the registro how the text leaves CigHub (copy, e-mail, file), and then downloads the file if that was chosen. The browser
    /// itself copies the text or opens the mail program.
    /// </summary>
    private Task Esce(UscitaRichiesta uscita) => Once(async () =>
    {
        if (await Run(new PreparaRichiestaRegistrazione(uscita, Details!.Sollecito), done: null) is not null && uscita == UscitaRichiesta.File)
        {
            var richiesta = Details.Richiesta;
            await Browser.Download(
                EmlLetter.NomeFile,
                EmlLetter.Of(Details.Nome, Details.Email, Settings.Value.Destinatario, richiesta.Oggetto, richiesta.Testo, Clock.GetUtcNow()));
        }
    });

    /// <summary>A step of the registration in the list that the page shows.</summary>
    /// <param name="Giorno">The day of the step. Null when it was not taken yet.</param>
    /// <param name="Attuale">Says whether this is the next step to take.</param>
    private sealed record Tappa(int Numero, string Titolo, DateOnly? Giorno, bool Attuale, PassoRegistrazione Passo, string Bottone, string CheFare);
}
