using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>Maps the download of dossiers. The event was recorded when the dossier was made.</summary>
public static class DossierEndpoints
{
    public static WebApplication MapDossier(this WebApplication app)
    {
        app.MapGet(AppRoutes.Dossier, Download);
        return app;
    }

    /// <summary>Answers with the file to the person who made it, and 404 to everybody else.</summary>
    private static async Task<Results<PhysicalFileHttpResult, NotFound>> Download(
        Guid id, HttpContext http, CigHubDbContext db, TimeProvider clock, DossierFiles files, CancellationToken ct)
    {
        var user = await UserSession.Of(http.User, db, clock.Today(), ct);
        if (user is null || files.Of(id, user.Actor) is not { } made || !File.Exists(made.File))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.PhysicalFile(made.File, "application/zip", made.Name);
    }
}
