using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CigHub.Web.Security.Accesso;

/// <summary>
/// Redeems the code for tokens with the client authentication that the provider supports. It uses <c>client_secret_basic</c>, the default
/// of the standard (OpenID Connect Discovery 1.0, §3). ASP.NET knows only <c>client_secret_post</c>, which is used when basic is not
/// offered or is refused.
/// </summary>
internal static class CodeRedemption
{
    private const string Basic = "client_secret_basic";
    private const string Post = "client_secret_post";

    public static async Task Redeem(AuthorizationCodeReceivedContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        var provider = await context.Options.ConfigurationManager!.GetConfigurationAsync(ct);
        var metodi = provider.TokenEndpointAuthMethodsSupported;
        if (metodi.Count > 0 && !metodi.Contains(Basic))
        {
            return;
        }

        using var richiesta = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(context.TokenEndpointRequest!.Parameters.Where(p => p.Key is not ("client_id" or "client_secret"))),
        };

        // Client id and secret are form-encoded first (RFC 6749, §2.3.1).
        var credenziali = $"{Encode(context.Options.ClientId)}:{Encode(context.Options.ClientSecret)}";
        richiesta.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credenziali)));
        richiesta.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var risposta = await context.Backchannel.SendAsync(richiesta, ct);
        var corpo = await risposta.Content.ReadAsStringAsync(ct);
        var messaggio = risposta.Content.Headers.ContentType?.MediaType == "application/json" ? new OpenIdConnectMessage(corpo) : new OpenIdConnectMessage();
        if (risposta.IsSuccessStatusCode && messaggio.Error is null)
        {
            context.HandleCodeRedemption(messaggio);
        }
        else if (messaggio.Error != "invalid_client" || !metodi.Contains(Post))
        {
            context.Fail(new OpenIdConnectProtocolException(
                $"The token endpoint answered {(int)risposta.StatusCode}: {messaggio.Error ?? "no error code"}. {messaggio.ErrorDescription}"));
        }
    }

    private static string Encode(string? testo) => Uri.EscapeDataString(testo ?? "").Replace("%20", "+", StringComparison.Ordinal);
}
