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

/// <summary>Handles the OpenID Connect events that the framework leaves to the app. No token is written to the log.</summary>
internal static partial class OpenIdEvents
{
    private const int MaxReason = 600;

    /// <summary>
    /// Makes the checks of the id_token that the framework leaves out: its signature, which the code flow does not require, and nonce and
    /// at_hash, which are not compared when <see cref="CodeRedemption"/> has redeemed the code.
    /// </summary>
    public static Task Check(TokenValidatedContext context)
    {
        if (string.IsNullOrEmpty(context.SecurityToken.RawSignature))
        {
            throw new OpenIdConnectProtocolException("The id_token is not signed.");
        }

        CheckTenant(context);

        context.Options.ProtocolValidator.ValidateTokenResponse(new OpenIdConnectProtocolValidationContext
        {
            ClientId = context.Options.ClientId,
            ProtocolMessage = context.TokenEndpointResponse,
            ValidatedIdToken = context.SecurityToken,
            Nonce = context.Nonce,
        });
        return Task.CompletedTask;
    }

    /// <summary>
    /// Checks the tenant by its id, when the settings name our tenant by id and the token names one. The address of the issuer is checked
    /// elsewhere.
    /// </summary>
    private static void CheckTenant(TokenValidatedContext context)
    {
        var configurato = context.HttpContext.RequestServices.GetRequiredService<IOptions<EntraSettings>>().Value.TenantId;
        var dichiarato = context.SecurityToken.Claims.FirstOrDefault(c => c.Type == "tid")?.Value;
        if (Guid.TryParse(configurato, out var nostro) && dichiarato is not null && !(Guid.TryParse(dichiarato, out var suo) && suo == nostro))
        {
            throw new OpenIdConnectProtocolException("The id_token is of another tenant (tid).");
        }
    }

    /// <summary>
    /// Handles a sign-in that the provider has confirmed: finds the person, builds the principal of the session, and chooses the page to go
    /// to. It runs after all checks of the protocol.
    /// </summary>
    public static async Task Arrives(TicketReceivedContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        var token = TokenData.From(context.Principal);
        var motivo = "the id_token has no usable issuer and subject";
        if (token is { Incomplete: true } incompleti)
        {
            (token, motivo) = await WithUserInfo(incompleti, context, ct);
        }

        if (token is null)
        {
            Redirect(context, motivo);
            return;
        }

        var chi = await context.HttpContext.RequestServices.GetRequiredService<Recognition>().Recognize(token, ct);
        context.Principal = token.Principal(chi.PersonaId, context.Scheme.Name);
        var properties = context.Properties!;
        var idToken = properties.GetTokenValue(OpenIdConnectParameterNames.IdToken);
        properties.StoreTokens(idToken is null ? [] : [new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = idToken }]);
        context.ReturnUri = chi.Refusal is not null
            ? AppRoutes.NonAbilitato
            : AccountEndpoints.Local(context.ReturnUri) ? context.ReturnUri : AppRoutes.Cruscotto;
    }

    /// <summary>
    /// Shows our own error page when the provider refuses the sign-in or its answer is invalid. The page shows a code by which the log
    /// entry can be found.
    /// </summary>
    public static Task Fails(RemoteFailureContext context)
    {
        Redirect(context, context.Failure is { } errore ? $"{errore.GetType().Name}: {errore.Message}" : "unknown");
        return Task.CompletedTask;
    }

    /// <summary>Shows our own sign-out page when the provider has no end_session endpoint.</summary>
    public static Task Leaves(RedirectContext context)
    {
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            context.Response.Redirect(AppRoutes.Uscita);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Records in the registro a sign-out that the provider asks for (front-channel logout). The framework itself ends the session, if it
    /// is the one that the provider names.
    /// </summary>
    public static async Task EndedByProvider(RemoteSignOutContext context)
    {
        var principal = (await context.HttpContext.AuthenticateAsync(context.Options.SignOutScheme)).Principal;
        var sid = principal?.FindFirst("sid")?.Value;
        if (principal is not null && (sid is null || sid == context.ProtocolMessage?.Sid))
        {
            await SignOutRecord.Record(context.HttpContext, principal);
        }
    }

    private static async Task<(TokenData? Token, string Motivo)> WithUserInfo(TokenData token, TicketReceivedContext context, CancellationToken ct)
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
                // A claim that UserInfo does not give counts as absent.
                return (token, "");
            }

            risposta.EnsureSuccessStatusCode();
            using var corpo = JsonDocument.Parse(await risposta.Content.ReadAsStringAsync(ct));
            return (token.With(corpo.RootElement), "UserInfo answered about another subject");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return (null, $"UserInfo: {e.Message}");
        }
    }

    private static void Redirect<TOptions>(HandleRequestContext<TOptions> context, string motivo)
        where TOptions : AuthenticationSchemeOptions
    {
        context.Response.Redirect(AppRoutes.AccessoNonRiuscitoCon(Note(context.HttpContext, motivo)));
        context.HandleResponse();
    }

    /// <summary>
    /// Logs the reason of a failed sign-in. Returns the short code that the page shows and by which the log entry can be found.
    /// </summary>
    internal static string Note(HttpContext http, string motivo)
    {
        var codice = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        var pulito = new string([.. motivo.Take(MaxReason).Select(c => char.IsControl(c) ? ' ' : c)]);
        Failed(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("CigHub.Accesso"), codice, pulito);
        return codice;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in did not succeed, code {Codice}: {Motivo}")]
    private static partial void Failed(ILogger diario, string codice, string motivo);
}
