using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security;

/// <summary>Applies forwarded headers only when they come from the reverse proxies that the settings name.</summary>
public static class TrustedProxies
{
    public static WebApplication UseTrustedProxies(this WebApplication app)
    {
        var fidati = app.Services.GetRequiredService<IOptions<ProxySettings>>().Value.Fidati;
        if (fidati.Length > 0)
        {
            app.UseForwardedHeaders(Options(fidati).ForProxies(app.Configuration));
        }

        return app;
    }

    /// <param name="fidati">The addresses and networks of the proxies.</param>
    internal static ForwardedHeadersOptions Options(IEnumerable<string> fidati)
    {
        var opzioni = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        opzioni.KnownProxies.Clear();
        opzioni.KnownIPNetworks.Clear();
        foreach (var fidato in fidati)
        {
            if (IPAddress.TryParse(fidato, out var indirizzo))
            {
                opzioni.KnownProxies.Add(indirizzo);
            }
            else
            {
                opzioni.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(fidato));
            }
        }

        return opzioni;
    }
}
