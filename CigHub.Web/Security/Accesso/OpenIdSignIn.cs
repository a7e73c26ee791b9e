using CigHub.Web.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CigHub.Web.Security.Accesso;

/// <summary>
/// Configures the sign-in outside Development: Microsoft.Identity.Web, restricted to the OpenID Connect standard, so that any conforming
/// provider works.
/// </summary>
public static class OpenIdSignIn
{
    /// <summary>
    /// The algorithms that may sign an id_token. All of them use a key that only the provider has, never a secret that both sides know.
    /// </summary>
    private static readonly string[] Signatures =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <exception cref="OptionsValidationException">A setting of the provider is missing or wrong.</exception>
    public static WebApplicationBuilder AddOpenIdSignIn(this WebApplicationBuilder builder)
    {
        _ = builder.Configuration.ReadSettings<EntraSettings>();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddMicrosoftIdentityWebApp(builder.Configuration.WithoutBlanks(EntraSettings.Section));
        builder.Services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, Configure);
        return builder;
    }

    private static void Configure(OpenIdConnectOptions options)
    {
        options.ResponseType = OpenIdConnectResponseType.Code;

        // A provider must support query, while form_post is optional.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;

        // A pushed request would carry the secret in its body. A provider that supports client_secret_basic alone refuses that.
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email"])
        {
            options.Scope.Add(scope);
        }

        // Keep the claims, iss among them, under the names of the provider. This needs a handler of our own, because MapInboundClaims of
        // these options does not reach the handler of Microsoft.Identity.Web.
        options.TokenHandler = new JsonWebTokenHandler { MapInboundClaims = false };
        options.ClaimActions.Remove("iss");

        // Keep the tokens for id_token_hint and for the call of UserInfo. OpenIdEvents drops the others before the cookie is written.
        options.SaveTokens = true;

        // Accept exactly the issuer of the discovery document. The validator of Microsoft also accepts aliases and templates that only
        // Entra has.
        var convalida = options.TokenValidationParameters;
        (convalida.ValidateIssuer, convalida.IssuerValidator, convalida.ValidIssuer, convalida.ValidIssuers) = (true, null, null, null);
        convalida.ClockSkew = TimeSpan.FromMinutes(1);
        convalida.ValidAlgorithms = Signatures;

        options.Events.OnAuthorizationCodeReceived = CodeRedemption.Redeem;
        options.Events.OnTokenValidated = OpenIdEvents.Check;
        options.Events.OnTicketReceived = OpenIdEvents.Arrives;
        options.Events.OnRemoteFailure = OpenIdEvents.Fails;
        options.Events.OnRemoteSignOut = OpenIdEvents.EndedByProvider;
        options.Events.OnRedirectToIdentityProviderForSignOut = OpenIdEvents.Leaves;
    }
}
