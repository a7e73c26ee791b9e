using CigHub.Web.Common;
using CigHub.Web.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Accesso;

/// <summary>Handles a sign-in that cannot be recorded: it is refused, and the user sees the reason.</summary>
internal static partial class SignInFaults
{
    public static WebApplication UseSignInFaults(this WebApplication app)
    {
        var callback = app.Services.GetRequiredService<IOptions<EntraSettings>>().Value.CallbackPath;
        bool IsSignIn(HttpRequest request) => request.Path == AccountEndpoints.SignIn || request.Path == callback;
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (Exception e) when (!http.Response.HasStarted && IsSignIn(http.Request) && StorageFault.Of(e) is { } fault)
            {
                NotRecorded(app.Logger, fault.Code, e);
                http.Response.Clear();
                http.Response.Redirect(AppRoutes.AccessoNonRegistrato(fault.Code));
            }
        });
        return app;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sign-in could not be recorded: {Code}")]
    private static partial void NotRecorded(ILogger logger, string code, Exception cause);
}
