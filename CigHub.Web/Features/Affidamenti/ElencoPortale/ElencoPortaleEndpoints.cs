using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Maps the download of the lists that were loaded. They are never shown inside a page of CigHub, because one of their forms is HTML that
/// somebody else made.
/// </summary>
public static class ElencoPortaleEndpoints
{
    private static readonly string[] _estensioni = [".xls", ".xlsx"];

    public static WebApplication MapElencoPortale(this WebApplication app)
    {
        app.MapGet(AppRoutes.ElencoPortaleFile, Download);
        return app;
    }

    /// <summary>
    /// Records the event, then gives the list out. A file whose event cannot be recorded is not given. An unknown list and another Ente's
    /// list get the same 404. A storage that takes no event gets a 503.
    /// </summary>
    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> Download(
        Guid id, HttpContext http, CigHubDbContext db, TimeProvider clock, CommandRunner runner, QueryReader reader, CancellationToken ct)
    {
        if (await UserSession.Of(http.User, db, clock.Today(), ct) is not { Actor: var actor })
        {
            return TypedResults.NotFound();
        }

        if (await runner.Run(new ApriElencoPortale(id), actor, ct) is { IsSuccess: false } rifiuto)
        {
            return StorageFault.Passing(rifiuto.Errors[0]) is null ? TypedResults.NotFound() : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (!(await reader.Read<ContenutoElenco, AllegatoDaDare>(actor, q => q.Run(id, ct), ct)).TryGet(out var elenco))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(elenco.Byte, elenco.File.TipoContenuto, Name(elenco.File));
    }

    /// <summary>
    /// Returns the file's name, with an ending that a spreadsheet opens. The file may have had any name when it was dropped here.
    /// </summary>
    private static string Name(FileAllegato file) =>
        Array.Exists(_estensioni, e => file.Nome.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ? file.Nome
            : file.Nome + (file.TipoContenuto == ElencoPortaleReader.TipoXlsx ? ".xlsx" : ".xls");
}
