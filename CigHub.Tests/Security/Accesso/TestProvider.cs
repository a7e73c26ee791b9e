using System.Collections.Immutable;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CigHub.Tests.Security.Accesso;

/// <summary>
/// Describes the person who is signed in at the provider, and the ways in which the provider misbehaves. A test sets another one between
/// two sign-ins.
/// </summary>
internal sealed record Behaviour
{
    /// <summary>Describes a provider at which a person of the demonstration is signed in, always with the same subject.</summary>
    public static Behaviour Of(string nomeUtente, params string[] ruoli) => new() { Soggetto = $"s-{nomeUtente}", NomeUtente = nomeUtente, Ruoli = ruoli };

    public string Soggetto { get; init; } = "s-rup.tivoli";

    public string? NomeUtente { get; init; } = "rup.tivoli";

    public IReadOnlyList<string> Ruoli { get; init; } = ["Rup"];

    /// <summary>Claims that the provider adds to the id_token, by name, besides those it always sends.</summary>
    public IReadOnlyDictionary<string, string> Altri { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Says whether the user name and the roles come from the UserInfo endpoint alone and not from the id_token, as at a provider that
    /// follows the standard strictly.
    /// </summary>
    public bool SoloUserInfo { get; init; }

    /// <summary>
    /// The subject that the UserInfo endpoint returns. Null means the subject of the user who signed in, which is correct.
    /// </summary>
    public string? SoggettoDiUserInfo { get; init; }

    /// <summary>
    /// The way in which the client must send its secret to the token endpoint. Null leaves it out of the discovery document, and the
    /// standard then prescribes basic.
    /// </summary>
    public string? Metodo { get; init; } = ClientAuthenticationMethods.ClientSecretBasic;

    /// <summary>
    /// Says whether the discovery document offers both ways to send the secret, although the provider accepts only <see cref="Metodo"/>.
    /// </summary>
    public bool DichiaraEntrambi { get; init; }

    /// <summary>Says whether the provider has no end_session endpoint, so that the app cannot end the session at the provider.</summary>
    public bool SenzaUscita { get; init; }

    /// <summary>Says whether the user cancels the sign-in at the provider.</summary>
    public bool Nega { get; init; }

    /// <summary>Changes the id_token just before it is signed. Null leaves it as it is.</summary>
    public Action<SecurityTokenDescriptor>? Altera { get; init; }
}

/// <summary>
/// A real OpenID provider (OpenIddict) over HTTPS in the process of the test, with addresses like those of Entra: discovery, keys,
/// authorization code with PKCE, UserInfo, end_session. It asks for no password and signs in the user that <see cref="Ora"/> describes.
/// </summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string Tenant = "ente-di-prova";
    public const string ClientId = "cighub";
    public const string Segreto = "solo per prova: +/%&à";

    private readonly RSA _chiave = RSA.Create(2048);
    private WebApplication _app = null!;

    /// <summary>The tenant's name that stands in the addresses of this provider.</summary>
    public string TenantInUse { get; private init; } = Tenant;

    public Behaviour Ora { get; set; } = new();

    /// <summary>The address of the app. The provider redirects only to this app.</summary>
    public Uri? App { get; set; }

    public Uri Indirizzo { get; private set; } = null!;

    public string Issuer => $"{Indirizzo}{TenantInUse}/v2.0";

    /// <summary>
    /// The ways in which the client's secret has reached the token endpoint so far, one for each request: in the header or in the body.
    /// </summary>
    public List<string> MetodiUsati { get; } = [];

    public int ChiamateUserInfo { get; private set; }

    /// <summary>The query string of the last request to the end_session endpoint. Null when there was none.</summary>
    public string? UltimaUscita { get; private set; }

    public static async Task<TestProvider> Start(TestAuthority autorita, string tenant = Tenant)
    {
        var provider = new TestProvider { TenantInUse = tenant };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0, l => l.UseHttps(autorita.Macchina)));
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(provider.Configure);
        provider._app = builder.Build();
        provider._app.UseAuthentication();
        await provider._app.StartAsync();
        provider.Indirizzo = new Uri(provider._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        provider._app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.Issuer = new Uri(provider.Issuer);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _chiave.Dispose();
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.SetConfigurationEndpointUris($"{TenantInUse}/v2.0/.well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris($"{TenantInUse}/discovery/v2.0/keys")
            .SetAuthorizationEndpointUris($"{TenantInUse}/oauth2/v2.0/authorize").SetTokenEndpointUris($"{TenantInUse}/oauth2/v2.0/token")
            .SetUserInfoEndpointUris($"{TenantInUse}/userinfo").SetEndSessionEndpointUris($"{TenantInUse}/oauth2/v2.0/logout");
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
        server.AddEphemeralEncryptionKey().AddSigningKey(new RsaSecurityKey(_chiave) { KeyId = "chiave-1" });
        server.UseAspNetCore();
        Gestisci<HandleConfigurationRequestContext>(server, Dichiara, int.MaxValue);
        Gestisci<ValidateAuthorizationRequestContext>(server, ControllaLaDomanda);
        Gestisci<HandleAuthorizationRequestContext>(server, Rispondi);
        Gestisci<ValidateTokenRequestContext>(server, ControllaIlClient);
        Gestisci<HandleUserInfoRequestContext>(server, Racconta);
        Gestisci<ValidateEndSessionRequestContext>(server, c => UltimaUscita = c.RequestUri!.Query);
        Gestisci<HandleEndSessionRequestContext>(server, c => c.SignOut());
        server.AddEventHandler<GenerateTokenContext>(
            b => b.SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 500).UseInlineHandler(c =>
        {
            if (c.TokenType == TokenTypeIdentifiers.IdentityToken)
            {
                Ora.Altera?.Invoke(c.SecurityTokenDescriptor);
            }

            return default;
        }));
    }

    private static void Gestisci<TContext>(OpenIddictServerBuilder server, Action<TContext> fai, int posto = 0)
        where TContext : BaseContext => server.AddEventHandler<TContext>(b => b.SetOrder(posto).UseInlineHandler(c =>
        {
            fai(c);
            return default;
        }));

    private void Dichiara(HandleConfigurationRequestContext c)
    {
        c.EndSessionEndpoint = Ora.SenzaUscita ? null : c.EndSessionEndpoint;
        c.TokenEndpointAuthenticationMethods.Clear();
        if (Ora.DichiaraEntrambi)
        {
            c.TokenEndpointAuthenticationMethods.UnionWith([ClientAuthenticationMethods.ClientSecretBasic, ClientAuthenticationMethods.ClientSecretPost]);
        }
        else if (Ora.Metodo is { } metodo)
        {
            c.TokenEndpointAuthenticationMethods.Add(metodo);
        }
    }

    private void ControllaLaDomanda(ValidateAuthorizationRequestContext c)
    {
        if (c.ClientId != ClientId || c.RedirectUri != $"{App}signin-oidc")
        {
            c.Reject(Errors.InvalidClient, "Unknown client or redirect_uri.");
        }
    }

    private void Rispondi(HandleAuthorizationRequestContext c)
    {
        if (Ora.Nega)
        {
            c.Reject(Errors.AccessDenied, "The user said no.");
        }
        else
        {
            c.SignIn(Who());
        }
    }

    private void ControllaIlClient(ValidateTokenRequestContext c)
    {
        var usato = c.Transaction.GetHttpRequest()!.Headers.ContainsKey("Authorization")
            ? ClientAuthenticationMethods.ClientSecretBasic : ClientAuthenticationMethods.ClientSecretPost;
        MetodiUsati.Add(usato);
        if (c.ClientId != ClientId || c.ClientSecret != Segreto || usato != (Ora.Metodo ?? ClientAuthenticationMethods.ClientSecretBasic))
        {
            c.Reject(Errors.InvalidClient, "The client is not authenticated.");
        }
    }

    private ClaimsPrincipal Who()
    {
        var identity = new ClaimsIdentity("prova", Claims.PreferredUsername, "roles");
        identity.AddClaim(new Claim(Claims.Subject, Ora.Soggetto));
        if (!Ora.SoloUserInfo)
        {
            identity.AddClaims(Ora.Ruoli.Select(r => new Claim("roles", r)));
            identity.AddClaims(Ora.Altri.Select(a => new Claim(a.Key, a.Value)));
            if (Ora.NomeUtente is { } nome)
            {
                identity.AddClaim(new Claim(Claims.PreferredUsername, nome));
            }
        }

        var principal = new ClaimsPrincipal(identity);
        principal.SetDestinations(_ => [Destinations.IdentityToken]);
        return principal.SetScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
    }

    private void Racconta(HandleUserInfoRequestContext c)
    {
        ChiamateUserInfo++;
        c.Subject = Ora.SoggettoDiUserInfo ?? c.AccessTokenPrincipal.GetClaim(Claims.Subject);
        c.PreferredUsername = Ora.NomeUtente;
        c.Claims["roles"] = new OpenIddictParameter(Ora.Ruoli.Cast<string?>().ToImmutableArray());
    }
}
