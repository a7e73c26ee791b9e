using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>Where the lists that were loaded are downloaded from: never shown inside a page of ours, because one of their forms is HTML of somebody else's.</summary>
public static class ElencoPortaleEndpoints
{
    private static readonly string[] _estensioni = [".xls", ".xlsx"];

    public static WebApplication MapElencoPortale(this WebApplication app)
    {
        app.MapGet(AppRoutes.ElencoPortaleFile, Scarica);
        return app;
    }

    /// <summary>
    /// The event comes first: a file that could not be recorded as given is not given. Unknown and another Ente's: the same 404; a storage that takes no
    /// event: 503.
    /// </summary>
    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> Scarica(
        Guid id, HttpContext http, CigHubDbContext db, TimeProvider clock, CommandRunner runner, Lettore lettore, CancellationToken ct)
    {
        if (await SessioneUtente.Di(http.User, db, clock.Oggi(), ct) is not { Attore: var attore })
        {
            return TypedResults.NotFound();
        }

        if (await runner.Esegui(new ApriElencoPortale(id), attore, ct) is { IsSuccess: false } rifiuto)
        {
            return StorageFault.Passing(rifiuto.Errors[0]) is null ? TypedResults.NotFound() : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (!(await lettore.Leggi<ContenutoElenco, AllegatoDaDare>(attore, q => q.Esegui(id, ct), ct)).TryGet(out var elenco))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(elenco.Byte, elenco.File.TipoContenuto, Nome(elenco.File));
    }

    /// <summary>With an ending that a spreadsheet opens: what was dropped here may have been called anything.</summary>
    private static string Nome(FileAllegato file) =>
        Array.Exists(_estensioni, e => file.Nome.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ? file.Nome
            : file.Nome + (file.TipoContenuto == ElencoDaFile.TipoXlsx ? ".xlsx" : ".xls");
}
