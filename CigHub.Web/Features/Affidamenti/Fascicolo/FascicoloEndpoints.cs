using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>Where the files of acts are downloaded from: never shown inside a page of ours, because what is in them is not ours.</summary>
public static class FascicoloEndpoints
{
    public static WebApplication MapFascicolo(this WebApplication app)
    {
        app.MapGet(AppRoutes.Allegato, Scarica);
        return app;
    }

    /// <summary>
    /// The event comes first: a file that could not be recorded as given is not given. Unknown and another Ente's: the same 404; a storage that takes no
    /// event: 503.
    /// </summary>
    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> Scarica(
        Guid id, Guid attoId, HttpContext http, CigHubDbContext db, TimeProvider clock, CommandRunner runner, Lettore lettore, CancellationToken ct)
    {
        if (await SessioneUtente.Di(http.User, db, clock.Oggi(), ct) is not { Attore: var attore })
        {
            return TypedResults.NotFound();
        }

        if (await runner.Esegui(new ApriAllegato(id, attoId), attore, ct) is { IsSuccess: false } rifiuto)
        {
            return StorageFault.Passing(rifiuto.Errors[0]) is null ? TypedResults.NotFound() : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (!(await lettore.Leggi<ContenutoAllegato, AllegatoDaDare>(attore, q => q.Esegui(id, attoId, ct), ct)).TryGet(out var allegato))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(allegato.Byte, allegato.File.TipoContenuto, RiconosciAllegato.NomePerScaricare(allegato.File));
    }
}
