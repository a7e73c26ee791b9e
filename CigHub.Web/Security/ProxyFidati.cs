using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CigHub.Web.Security;

/// <summary>Which reverse proxies may say by which scheme, for whom and under which host a request came (<c>Proxy:Fidati</c>): addresses or networks, nobody else.</summary>
public static class ProxyFidati
{
    private const string Impostazione = "Proxy:Fidati";

    public static WebApplication UseProxyFidati(this WebApplication app)
    {
        var fidati = Da(app.Configuration);
        if (fidati.Length > 0)
        {
            app.UseForwardedHeaders(Opzioni(fidati).ForProxies(app.Configuration));
        }

        return app;
    }

    /// <exception cref="SettingRefusedException">One of them is neither an address nor a network.</exception>
    public static void Controlla(IConfiguration configurazione) => Opzioni(Da(configurazione));

    private static string[] Da(IConfiguration configurazione) => configurazione.GetSection(Impostazione).Get<string[]>() ?? [];

    /// <exception cref="SettingRefusedException">One of them is neither an address nor a network.</exception>
    internal static ForwardedHeadersOptions Opzioni(IEnumerable<string> fidati)
    {
        var opzioni = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        opzioni.KnownProxies.Clear();
        opzioni.KnownIPNetworks.Clear();
        foreach (var fidato in fidati)
        {
            if (IPAddress.TryParse(fidato, out var indirizzo))
            {
                opzioni.KnownProxies.Add(indirizzo);
            }
            else if (System.Net.IPNetwork.TryParse(fidato, out var rete))
            {
                opzioni.KnownIPNetworks.Add(rete);
            }
            else
            {
                throw new SettingRefusedException($"L'impostazione «{Impostazione}» ha «{fidato}», che non è un indirizzo né una rete (per esempio 10.0.0.7 o 10.0.0.0/24). Vedi docs/operations.md.");
            }
        }

        return opzioni;
    }
}
