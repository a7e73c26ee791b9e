using System.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components;

/// <summary>
/// The page for an HTTP error that has no page of its own. It is static, because the circuit may be what has failed. The code at its end
/// contains the trace id of the request, by which the log entry can be found.
/// </summary>
public sealed partial class PaginaErrore
{
    [Parameter]
    public int Codice { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string Title => Codice switch
    {
        StatusCodes.Status404NotFound => "Pagina non trovata",
        StatusCodes.Status403Forbidden => "Accesso non consentito",
        StatusCodes.Status400BadRequest => "Richiesta non valida",
        StatusCodes.Status429TooManyRequests => "Troppe richieste in poco tempo",
        StatusCodes.Status503ServiceUnavailable => "In questo momento non si può",
        _ => "Qualcosa è andato storto",
    };

    private string Text => Codice switch
    {
        StatusCodes.Status404NotFound => "Questa pagina non esiste, oppure non è del tuo Ente. Controlla l'indirizzo, o riparti dal cruscotto.",
        StatusCodes.Status403Forbidden => "Il ruolo con cui stai lavorando non può aprire questa pagina.",
        StatusCodes.Status400BadRequest => "La pagina era aperta da troppo tempo: torna indietro, ricaricala e riprova.",
        StatusCodes.Status429TooManyRequests => "Da questo indirizzo di rete sono arrivate troppe richieste di accesso: aspetta un minuto, poi riprova.",
        StatusCodes.Status503ServiceUnavailable =>
            "Il server non riesce a registrare ciò che si fa, e senza registrarlo non dà nessun file. Torna indietro e riprova tra poco; se continua, "
            + "avvisa chi gestisce CigHub.",
        _ => "Niente di ciò che era salvato è andato perso. Riprova tra qualche minuto.",
    };

    private string Riferimento => $"{Codice}-{Activity.Current?.TraceId.ToString()[..8] ?? Http?.TraceIdentifier}";
}
