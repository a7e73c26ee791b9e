using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CigHub.Web.Security.Accesso;

/// <summary>What the app does where OpenID Connect leaves it the word. No token enters the log.</summary>
internal static partial class EventiOpenId
{
    private const int MaxMotivo = 600;

    /// <summary>
    /// What the framework leaves out: with the code flow it takes an unsigned id_token for good, and when the code was redeemed by
    /// <see cref="RiscattoDelCodice"/> it does not compare nonce and at_hash.
    /// </summary>
    public static Task Controlla(TokenValidatedContext context)
    {
        if (string.IsNullOrEmpty(context.SecurityToken.RawSignature))
        {
            throw new OpenIdConnectProtocolException("The id_token is not signed.");
        }

        ControllaIlTenant(context);

        context.Options.ProtocolValidator.ValidateTokenResponse(new OpenIdConnectProtocolValidationContext
        {
            ClientId = context.Options.ClientId,
            ProtocolMessage = context.TokenEndpointResponse,
            ValidatedIdToken = context.SecurityToken,
            Nonce = context.Nonce,
        });
        return Task.CompletedTask;
    }

    /// <summary>The issuer is checked by its address. Where our tenant is known by its id and the token names one, the two must be the same as well.</summary>
    private static void ControllaIlTenant(TokenValidatedContext context)
    {
        var configurato = context.HttpContext.RequestServices.GetRequiredService<IOptions<EntraSettings>>().Value.TenantId;
        var dichiarato = context.SecurityToken.Claims.FirstOrDefault(c => c.Type == "tid")?.Value;
        if (Guid.TryParse(configurato, out var nostro) && dichiarato is not null && !(Guid.TryParse(dichiarato, out var suo) && suo == nostro))
        {
            throw new OpenIdConnectProtocolException("The id_token is of another tenant (tid).");
        }
    }

    /// <summary>All checks of the protocol are done: who is it, and where does she go.</summary>
    public static async Task Arriva(TicketReceivedContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        var token = DatiDelToken.Da(context.Principal);
        var motivo = "the id_token has no usable issuer and subject";
        if (token is { Incompleti: true } incompleti)
        {
            (token, motivo) = await ConUserInfo(incompleti, context, ct);
        }

        if (token is null)
        {
            Rimanda(context, motivo);
            return;
        }

        var chi = await context.HttpContext.RequestServices.GetRequiredService<Riconoscimento>().Riconosci(token, ct);
        context.Principal = token.Principal(chi.PersonaId, context.Scheme.Name);
        var properties = context.Properties!;
        var idToken = properties.GetTokenValue(OpenIdConnectParameterNames.IdToken);
        properties.StoreTokens(idToken is null ? [] : [new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = idToken }]);
        context.ReturnUri = chi.Rifiuto is not null ? AppRoutes.NonAbilitato : AccountEndpoints.Locale(context.ReturnUri) ? context.ReturnUri : AppRoutes.Cruscotto;
    }

    /// <summary>The provider refused, or what it answered does not hold: a page of ours, with a code that the log has too.</summary>
    public static Task NonRiesce(RemoteFailureContext context)
    {
        Rimanda(context, context.Failure is { } errore ? $"{errore.GetType().Name}: {errore.Message}" : "unknown");
        return Task.CompletedTask;
    }

    /// <summary>To the provider's end_session, if it has one: not every provider ends its own session.</summary>
    public static Task Esce(RedirectContext context)
    {
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            context.Response.Redirect(AppRoutes.Uscita);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    /// <summary>Front-channel logout: the framework ends the session when it is the one that the provider means; the registro says so.</summary>
    public static async Task FineDalProvider(RemoteSignOutContext context)
    {
        var principal = (await context.HttpContext.AuthenticateAsync(context.Options.SignOutScheme)).Principal;
        var sid = principal?.FindFirst("sid")?.Value;
        if (principal is not null && (sid is null || sid == context.ProtocolMessage?.Sid))
        {
            await Uscita.Registra(context.HttpContext, principal);
        }
    }

    private static async Task<(DatiDelToken? Token, string Motivo)> ConUserInfo(DatiDelToken token, TicketReceivedContext context, CancellationToken ct)
    {
        var options = (OpenIdConnectOptions)context.Options;
        var provider = await options.ConfigurationManager!.GetConfigurationAsync(ct);
        var accesso = context.Properties!.GetTokenValue(OpenIdConnectParameterNames.AccessToken);
        if (string.IsNullOrEmpty(provider.UserInfoEndpoint) || accesso is null)
        {
            return (token, "");
        }

        using var richiesta = new HttpRequestMessage(HttpMethod.Get, provider.UserInfoEndpoint);
        richiesta.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accesso);
        richiesta.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var risposta = await options.Backchannel.SendAsync(richiesta, ct);
            if (risposta.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                // What it does not tell us she does not have.
                return (token, "");
            }

            risposta.EnsureSuccessStatusCode();
            using var corpo = JsonDocument.Parse(await risposta.Content.ReadAsStringAsync(ct));
            return (token.Con(corpo.RootElement), "UserInfo answered about another subject");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return (null, $"UserInfo: {e.Message}");
        }
    }

    private static void Rimanda<TOptions>(HandleRequestContext<TOptions> context, string motivo)
        where TOptions : AuthenticationSchemeOptions
    {
        context.Response.Redirect(AppRoutes.AccessoNonRiuscitoCon(Annota(context.HttpContext, motivo)));
        context.HandleResponse();
    }

    /// <summary>Writes why into the log, and gives the code by which it is found there.</summary>
    internal static string Annota(HttpContext http, string motivo)
    {
        var codice = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        var pulito = new string([.. motivo.Take(MaxMotivo).Select(c => char.IsControl(c) ? ' ' : c)]);
        NonRiuscito(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("CigHub.Accesso"), codice, pulito);
        return codice;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in did not succeed, code {Codice}: {Motivo}")]
    private static partial void NonRiuscito(ILogger diario, string codice, string motivo);
}
