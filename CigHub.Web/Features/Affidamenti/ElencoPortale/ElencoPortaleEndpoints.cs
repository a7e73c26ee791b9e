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
/// Maps the download of the stored elenchi del portale. A browser saves them and never shows them as a page of CigHub, because they may be
/// HTML that somebody else made.
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
    /// Records the event, then answers with the file. Answers 404 for an unknown elenco and in the same way for another Ente's, so that
    /// nobody learns that it exists. Answers 503, without the file, when the event cannot be stored.
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
    /// Returns the name of the downloaded file, with an extension that a spreadsheet program opens. The uploaded file may have had any
    /// name.
    /// </summary>
    private static string Name(FileAllegato file) =>
        Array.Exists(_estensioni, e => file.Nome.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ? file.Nome
            : file.Nome + (file.TipoContenuto == ElencoPortaleReader.TipoXlsx ? ".xlsx" : ".xls");
}
