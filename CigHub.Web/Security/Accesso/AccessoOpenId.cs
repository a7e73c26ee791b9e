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

/// <summary>Sign-in outside Development: Microsoft.Identity.Web, held to what OpenID Connect says, so that every conforming issuer will do.</summary>
public static class AccessoOpenId
{
    /// <summary>The signatures that an id_token may have: by a key of the provider's alone, never by a secret that both sides know.</summary>
    private static readonly string[] Firme =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <exception cref="OptionsValidationException">A setting of the provider is missing or wrong.</exception>
    public static WebApplicationBuilder AddAccessoOpenId(this WebApplicationBuilder builder)
    {
        _ = builder.Configuration.ReadSettings<EntraSettings>();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddMicrosoftIdentityWebApp(builder.Configuration.WithoutBlanks(EntraSettings.Section));
        builder.Services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, Configura);
        return builder;
    }

    private static void Configura(OpenIdConnectOptions options)
    {
        options.ResponseType = OpenIdConnectResponseType.Code;

        // form_post is optional for a provider, query is not.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;

        // A pushed request would carry the secret in its body, which a provider with client_secret_basic alone refuses.
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email"])
        {
            options.Scope.Add(scope);
        }

        // Claims under the names that the provider gives them, the issuer among them. A handler of our own: Microsoft.Identity.Web puts in one
        // that MapInboundClaims of these options does not reach.
        options.TokenHandler = new JsonWebTokenHandler { MapInboundClaims = false };
        options.ClaimActions.Remove("iss");

        // For id_token_hint, and for the one call of UserInfo; what is not needed later is dropped before the cookie is written.
        options.SaveTokens = true;

        // Exactly the issuer of the discovery document. Microsoft's own validator knows aliases and templates that are Entra's alone.
        var convalida = options.TokenValidationParameters;
        (convalida.ValidateIssuer, convalida.IssuerValidator, convalida.ValidIssuer, convalida.ValidIssuers) = (true, null, null, null);
        convalida.ClockSkew = TimeSpan.FromMinutes(1);
        convalida.ValidAlgorithms = Firme;

        options.Events.OnAuthorizationCodeReceived = RiscattoDelCodice.Riscatta;
        options.Events.OnTokenValidated = EventiOpenId.Controlla;
        options.Events.OnTicketReceived = EventiOpenId.Arriva;
        options.Events.OnRemoteFailure = EventiOpenId.NonRiesce;
        options.Events.OnRemoteSignOut = EventiOpenId.FineDalProvider;
        options.Events.OnRedirectToIdentityProviderForSignOut = EventiOpenId.Esce;
    }
}
