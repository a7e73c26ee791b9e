using CigHub.Web.Common;

namespace CigHub.Web.Demo.Componenti;

/// <summary>Keeps the pages with the parts of the kit to Development. Elsewhere their addresses answer 404.</summary>
public static class ComponentiSetup
{
    /// <summary>Call it after the middleware that shows a page for an error.</summary>
    public static WebApplication UseComponenti(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.Use((context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments(AppRoutes.Componenti))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        return app;
    }
}
