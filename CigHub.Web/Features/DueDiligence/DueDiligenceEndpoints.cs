using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>Maps the download of the files of checks about suppliers. A browser saves them and never shows them as a page of CigHub.</summary>
public static class DueDiligenceEndpoints
{
    public static WebApplication MapDueDiligence(this WebApplication app)
    {
        app.MapGet(AppRoutes.FileVerifica, Download);
        return app;
    }

    /// <summary>
    /// Records the event, then answers with the file. Answers 404 for an unknown file and in the same way for another Ente's. Answers 503,
    /// without the file, when the event cannot be stored.
    /// </summary>
    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> Download(
        Guid id, HttpContext http, CigHubDbContext db, TimeProvider clock, CommandRunner runner, QueryReader reader, CancellationToken ct)
    {
        if (await UserSession.Of(http.User, db, clock.Today(), ct) is not { Actor: var actor })
        {
            return TypedResults.NotFound();
        }

        if (await runner.Run(new ApriFileVerifica(id), actor, ct) is { IsSuccess: false } rifiuto)
        {
            return StorageFault.Passing(rifiuto.Errors[0]) is null ? TypedResults.NotFound() : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (!(await reader.Read<ContenutoFileVerifica, FileDaDare>(actor, q => q.Run(id, actor, ct), ct)).TryGet(out var file))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(file.Byte, file.File.TipoContenuto, RiconosciAllegato.NomePerScaricare(file.File));
    }
}
