using System.Security.Claims;
using CigHub.Web.Data;
using CigHub.Web.WritePath;

namespace CigHub.Web.Security.Accesso;

/// <summary>Whoever goes out leaves an event, if CigHub knew her.</summary>
internal static class Uscita
{
    public static async Task Registra(HttpContext http, ClaimsPrincipal principal)
    {
        var services = http.RequestServices;
        var oggi = services.GetRequiredService<TimeProvider>().Oggi();
        if (await SessioneUtente.Di(principal, services.GetRequiredService<CigHubDbContext>(), oggi, http.RequestAborted) is { } utente)
        {
            await services.GetRequiredService<Riconoscimento>().Esce(utente, http.RequestAborted);
        }
    }
}
