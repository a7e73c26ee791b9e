using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra.Archivio;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The HTTP endpoints that show the pages of the palestra, and those of the two files that it exports.</summary>
public static class PalestraPages
{
    public const string SessioneScaduta = AppRoutes.Palestra + "?accesso=scaduto";

    public static void MappaPubbliche(IEndpointRouteBuilder gruppo)
    {
        gruppo.MapGet(AppRoutes.Palestra, (HttpContext http, string? accesso) =>
            new RazorComponentResult<PaginaHome>(new { Ospite = http.Ospite(), Scaduta = accesso == "scaduto" }));
        gruppo.MapPost(AppRoutes.PalestraSpid, async (HttpContext http, IFormCollection modulo) =>
        {
            await SpidSession.Enter(http, http.Ospite().PersonaId);
            return TypedResults.Redirect(AppRoutes.Palestra);
        });
        gruppo.MapPost(AppRoutes.PalestraEsci, async (HttpContext http, IFormCollection modulo) =>
        {
            await SpidSession.Leave(http);
            return TypedResults.Redirect(AppRoutes.Palestra);
        });
        gruppo.MapGet(AppRoutes.PalestraAddestramento, async (HttpContext http, PalestraStore store, string? esito) =>
            Addestramento(http, await store.Comandi(http.Ospite().PersonaId), [], esito));
        gruppo.MapPost(AppRoutes.PalestraAddestramento, Set);
        gruppo.MapPost(AppRoutes.PalestraRicomincia, async (HttpContext http, IFormCollection modulo, PalestraStore store) =>
        {
            var esito = await store.StartOver(http.Ospite().PersonaId);
            return esito.IsSuccess
                ? TypedResults.Redirect(AppRoutes.PalestraAddestramento + "?esito=ricominciato")
                : (IResult)Addestramento(http, await store.Comandi(http.Ospite().PersonaId), esito.Errors, null);
        });
    }

    public static void Map(IEndpointRouteBuilder gruppo)
    {
        gruppo.MapGet(
            AppRoutes.PalestraSenzaNegoziazione,
            (HttpContext http) => new RazorComponentResult<PaginaSenzaNegoziazione>(new { Ospite = http.Ospite() }));
        gruppo.MapGet(AppRoutes.PalestraElenco, async (HttpContext http, PalestraStore store, string? esito) =>
            await List(http, store, http.Request.Query, [], esito));
        gruppo.MapGet(AppRoutes.PalestraStampaElenco, async (HttpContext http, PalestraStore store) =>
            new RazorComponentResult<PaginaStampaElenco>(new { Ospite = http.Ospite(), Documenti = await Filtrati(http, store) }));
        gruppo.MapGet(AppRoutes.PalestraXls, async (HttpContext http, PalestraStore store) => TypedResults.File(
            PalestraFiles.Xls(
                PalestraFilter.From(http.Request.Query).Voci,
                (await Filtrati(http, store)).Select(PalestraRow.Of)),
            PalestraFiles.TipoXls, "Affidamenti.xls"));
        gruppo.MapGet(AppRoutes.PalestraXlsx, async (HttpContext http, PalestraStore store, TimeProvider clock) => TypedResults.File(
            await PalestraFiles.Xlsx(
                PalestraFilter.From(http.Request.Query).Voci,
                (await Filtrati(http, store)).Select(PalestraRow.Of),
                clock.GetUtcNow().UtcDateTime),
            PalestraFiles.TipoXlsx, "Affidamenti.xlsx"));

        // Make the id here, so that a reload or a second press on «Salva» does not create two documents.
        gruppo.MapGet(AppRoutes.PalestraNuovo, () => TypedResults.Redirect($"{AppRoutes.PalestraDocumentoDi(Guid.CreateVersion7())}?nuovo=1"));
        gruppo.MapGet(AppRoutes.PalestraDocumento, Open);
        gruppo.MapGet(AppRoutes.PalestraStampa, async (HttpContext http, Guid id, PalestraStore store) =>
            await store.Read(http.Ospite().PersonaId, id) is { } documento
            ? new RazorComponentResult<PaginaStampaDocumento>(new { Ospite = http.Ospite(), Documento = documento })
            : NonTrovato(http));
        gruppo.MapGet(AppRoutes.PalestraComando, async (HttpContext http, Guid id, string comando, PalestraStore store) =>
            PalestraMenuItem.Find(comando) is { } voce && await store.Read(http.Ospite().PersonaId, id) is { } documento
                ? Voce(http, documento, voce, [])
                : NonTrovato(http));
    }

    internal static async Task<IResult> List(
        HttpContext http, PalestraStore store, IQueryCollection query, IReadOnlyList<Error> errori, string? esito) =>
        new RazorComponentResult<PaginaElencoPalestra>(new
        {
            Ospite = http.Ospite(),
            Filter = PalestraFilter.From(query),
            Found = PalestraFilter.From(query).Applica(await store.List(http.Ospite().PersonaId)),
            Errors = errori,
            Outcome = PalestraOutcomeWords.Of(esito),
        });

    internal static IResult Documento(HttpContext http, DocumentoPalestra documento, DatiDocumento dati, IReadOnlyList<Error> errori, string? esito) =>
        new RazorComponentResult<PaginaDocumento>(new
        {
            Ospite = http.Ospite(),
            Documento = documento,
            Dati = dati,
            Errors = errori,
            Outcome = PalestraOutcomeWords.Of(esito)
        });

    internal static IResult Voce(HttpContext http, DocumentoPalestra documento, PalestraMenuItem voce, IReadOnlyList<Error> errori) =>
        new RazorComponentResult<PaginaOperazione>(new { Ospite = http.Ospite(), Documento = documento, Voce = voce, Errors = errori });

    internal static IResult NonTrovato(HttpContext http) => Errore(http, StatusCodes.Status404NotFound, "Il documento richiesto non esiste.");

    /// <summary>
    /// Returns the simulated error page of the portal. As on the real one, the user does not learn from it whether the CIG was given, and
    /// must look in the list.
    /// </summary>
    internal static IResult ErroreDelPortale(HttpContext http) =>
        Errore(http, StatusCodes.Status500InternalServerError, "Si è verificato un errore durante l'elaborazione della richiesta. Contattare l'assistenza.");

    private static RazorComponentResult<PaginaErrorePalestra> Errore(HttpContext http, int codice, string testo) =>
        new(new { Ospite = http.Ospite(), Codice = codice, Text = testo }) { StatusCode = codice };

    private static async Task<IReadOnlyList<DocumentoPalestra>> Filtrati(HttpContext http, PalestraStore store) =>
        PalestraFilter.From(http.Request.Query).Applica(await store.List(http.Ospite().PersonaId));

    private static async Task<IResult> Open(HttpContext http, Guid id, string? nuovo, string? esito, PalestraStore store, TimeProvider clock)
    {
        var ospite = http.Ospite();
        if (await store.Read(ospite.PersonaId, id) is { } documento)
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

    private static async Task<IResult> Set(HttpContext http, IFormCollection modulo, PalestraStore store)
    {
        var guasti = AddestramentoForm.Read(modulo);
        var esito = await store.Set(http.Ospite().PersonaId, guasti);
        return esito.IsSuccess
            ? TypedResults.Redirect(AppRoutes.PalestraAddestramento + "?esito=impostato")
            : Addestramento(http, await store.Comandi(http.Ospite().PersonaId), esito.Errors, null);
    }

    private static RazorComponentResult<PaginaAddestramento> Addestramento(
        HttpContext http, Addestramento comandi, IReadOnlyList<Error> errori, string? esito) =>
        new(new { Ospite = http.Ospite(), Comandi = comandi, Errors = errori, Outcome = PalestraOutcomeWords.Of(esito) });
}
