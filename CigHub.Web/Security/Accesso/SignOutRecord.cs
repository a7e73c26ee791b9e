using System.Security.Claims;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;

namespace CigHub.Web.Security.Accesso;

/// <summary>
/// Records that a known person signs out. The person signs out even when this cannot be recorded, because staying signed in would be worse.
/// </summary>
internal static partial class SignOutRecord
{
    public static async Task Record(HttpContext http, ClaimsPrincipal principal)
    {
        var services = http.RequestServices;
        var oggi = services.GetRequiredService<TimeProvider>().Today();
        try
        {
            if (await UserSession.Of(principal, services.GetRequiredService<CigHubDbContext>(), oggi, http.RequestAborted) is { } user)
            {
                await services.GetRequiredService<Recognition>().Leaves(user, http.RequestAborted);
            }
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            NotRecorded(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SignOutRecord)), fault.Code, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sign-out could not be recorded: {Code}")]
    private static partial void NotRecorded(ILogger logger, string code, Exception cause);
}
