using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra.Archivio;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The pages of the palestra, and the two files that it exports.</summary>
public static class PalestraPages
{
    public const string SessioneScaduta = AppRoutes.Palestra + "?accesso=scaduto";

    public static void MappaPubbliche(IEndpointRouteBuilder gruppo)
    {
        gruppo.MapGet(AppRoutes.Palestra, (HttpContext http, string? accesso) =>
            new RazorComponentResult<PaginaHome>(new { Ospite = http.Ospite(), Scaduta = accesso == "scaduto" }));
        gruppo.MapPost(AppRoutes.PalestraSpid, async (HttpContext http, IFormCollection modulo) =>
        {
            await SpidSession.Entra(http, http.Ospite().PersonaId);
            return TypedResults.Redirect(AppRoutes.Palestra);
        });
        gruppo.MapPost(AppRoutes.PalestraEsci, async (HttpContext http, IFormCollection modulo) =>
        {
            await SpidSession.Esci(http);
            return TypedResults.Redirect(AppRoutes.Palestra);
        });
        gruppo.MapGet(AppRoutes.PalestraAddestramento, async (HttpContext http, PalestraStore archivio, string? esito) =>
            Addestramento(http, await archivio.Comandi(http.Ospite().PersonaId), [], esito));
        gruppo.MapPost(AppRoutes.PalestraAddestramento, Imposta);
        gruppo.MapPost(AppRoutes.PalestraRicomincia, async (HttpContext http, IFormCollection modulo, PalestraStore archivio) =>
        {
            var esito = await archivio.Ricomincia(http.Ospite().PersonaId);
            return esito.IsSuccess
                ? TypedResults.Redirect(AppRoutes.PalestraAddestramento + "?esito=ricominciato")
                : (IResult)Addestramento(http, await archivio.Comandi(http.Ospite().PersonaId), esito.Errors, null);
        });
    }

    public static void Mappa(IEndpointRouteBuilder gruppo)
    {
        gruppo.MapGet(
            AppRoutes.PalestraSenzaNegoziazione,
            (HttpContext http) => new RazorComponentResult<PaginaSenzaNegoziazione>(new { Ospite = http.Ospite() }));
        gruppo.MapGet(AppRoutes.PalestraElenco, async (HttpContext http, PalestraStore archivio, string? esito) =>
            await Elenco(http, archivio, http.Request.Query, [], esito));
        gruppo.MapGet(AppRoutes.PalestraStampaElenco, async (HttpContext http, PalestraStore archivio) =>
            new RazorComponentResult<PaginaStampaElenco>(new { Ospite = http.Ospite(), Documenti = await Filtrati(http, archivio) }));
        gruppo.MapGet(AppRoutes.PalestraXls, async (HttpContext http, PalestraStore archivio) => TypedResults.File(
            PalestraFiles.Xls(
                PalestraFilter.Da(http.Request.Query).Voci,
                (await Filtrati(http, archivio)).Select(PalestraRow.Di)),
            PalestraFiles.TipoXls, "Affidamenti.xls"));
        gruppo.MapGet(AppRoutes.PalestraXlsx, async (HttpContext http, PalestraStore archivio, TimeProvider clock) => TypedResults.File(
            await PalestraFiles.Xlsx(
                PalestraFilter.Da(http.Request.Query).Voci,
                (await Filtrati(http, archivio)).Select(PalestraRow.Di),
                clock.GetUtcNow().UtcDateTime),
            PalestraFiles.TipoXlsx, "Affidamenti.xlsx"));

        // Make the id here, so that a reload or a second press on «Salva» does not create two documents.
        gruppo.MapGet(AppRoutes.PalestraNuovo, () => TypedResults.Redirect($"{AppRoutes.PalestraDocumentoDi(Guid.CreateVersion7())}?nuovo=1"));
        gruppo.MapGet(AppRoutes.PalestraDocumento, Apri);
        gruppo.MapGet(AppRoutes.PalestraStampa, async (HttpContext http, Guid id, PalestraStore archivio) =>
            await archivio.Leggi(http.Ospite().PersonaId, id) is { } documento
            ? new RazorComponentResult<PaginaStampaDocumento>(new { Ospite = http.Ospite(), Documento = documento })
            : NonTrovato(http));
        gruppo.MapGet(AppRoutes.PalestraComando, async (HttpContext http, Guid id, string comando, PalestraStore archivio) =>
            PalestraMenuItem.Trova(comando) is { } voce && await archivio.Leggi(http.Ospite().PersonaId, id) is { } documento
                ? Voce(http, documento, voce, [])
                : NonTrovato(http));
    }

    internal static async Task<IResult> Elenco(
        HttpContext http, PalestraStore archivio, IQueryCollection query, IReadOnlyList<Error> errori, string? esito) =>
        new RazorComponentResult<PaginaElencoPalestra>(new
        {
            Ospite = http.Ospite(),
            Filtro = PalestraFilter.Da(query),
            Trovati = PalestraFilter.Da(query).Applica(await archivio.Elenco(http.Ospite().PersonaId)),
            Errori = errori,
            Esito = PalestraOutcomeWords.Di(esito),
        });

    internal static IResult Documento(HttpContext http, DocumentoPalestra documento, DatiDocumento dati, IReadOnlyList<Error> errori, string? esito) =>
        new RazorComponentResult<PaginaDocumento>(new
        {
            Ospite = http.Ospite(),
            Documento = documento,
            Dati = dati,
            Errori = errori,
            Esito = PalestraOutcomeWords.Di(esito)
        });

    internal static IResult Voce(HttpContext http, DocumentoPalestra documento, PalestraMenuItem voce, IReadOnlyList<Error> errori) =>
        new RazorComponentResult<PaginaOperazione>(new { Ospite = http.Ospite(), Documento = documento, Voce = voce, Errori = errori });

    internal static IResult NonTrovato(HttpContext http) => Errore(http, StatusCodes.Status404NotFound, "Il documento richiesto non esiste.");

    /// <summary>Returns the error page of the portal, which does not tell whether the work was done. The user finds that in the list.</summary>
    internal static IResult ErroreDelPortale(HttpContext http) =>
        Errore(http, StatusCodes.Status500InternalServerError, "Si è verificato un errore durante l'elaborazione della richiesta. Contattare l'assistenza.");

    private static RazorComponentResult<PaginaErrorePalestra> Errore(HttpContext http, int codice, string testo) =>
        new(new { Ospite = http.Ospite(), Codice = codice, Testo = testo }) { StatusCode = codice };

    private static async Task<IReadOnlyList<DocumentoPalestra>> Filtrati(HttpContext http, PalestraStore archivio) =>
        PalestraFilter.Da(http.Request.Query).Applica(await archivio.Elenco(http.Ospite().PersonaId));

    private static async Task<IResult> Apri(HttpContext http, Guid id, string? nuovo, string? esito, PalestraStore archivio, TimeProvider clock)
    {
        var ospite = http.Ospite();
        if (await archivio.Leggi(ospite.PersonaId, id) is { } documento)
        {
            return Documento(http, documento, documento.Dati, [], esito);
        }

        return nuovo is null
            ? NonTrovato(http)
            : Documento(
                http,
                DocumentoPalestra.Nuovo(id, ospite.PersonaId, ospite.Nome, clock.GetUtcNow().UtcDateTime),
                new DatiDocumento { EnteProponente = ospite.Ente },
                [], null);
    }

    private static async Task<IResult> Imposta(HttpContext http, IFormCollection modulo, PalestraStore archivio)
    {
        var guasti = AddestramentoForm.Leggi(modulo);
        var esito = await archivio.Imposta(http.Ospite().PersonaId, guasti);
        return esito.IsSuccess
            ? TypedResults.Redirect(AppRoutes.PalestraAddestramento + "?esito=impostato")
            : Addestramento(http, await archivio.Comandi(http.Ospite().PersonaId), esito.Errors, null);
    }

    private static RazorComponentResult<PaginaAddestramento> Addestramento(
        HttpContext http, Addestramento comandi, IReadOnlyList<Error> errori, string? esito) =>
        new(new { Ospite = http.Ospite(), Comandi = comandi, Errori = errori, Esito = PalestraOutcomeWords.Di(esito) });
}
