using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// Stores the authentication tickets on the server. The cookie carries only a random handle of 256 bits. The database holds the hash of the
/// handle and the encrypted ticket. A request whose session has ended counts as not signed in.
/// </summary>
public sealed class TicketStore(
    SessionStore store, OpenSessions aperte, IServiceScopeFactory scopes, IDataProtectionProvider protezione, IOptions<SessionSettings> settings,
    TimeProvider clock, ILogger<TicketStore> log) : ITicketStore
{
    /// <summary>
    /// The claim with the id of the session, by which a circuit finds its session. It is added when a ticket is read and stands in no
    /// cookie.
    /// </summary>
    public const string ClaimSessione = "cighub:sessione";

    /// <summary>
    /// The path of the requests that a browser makes by itself to keep a circuit open. They do not count as activity of the user.
    /// </summary>
    private const string Circuits = "/_blazor";

    private readonly IDataProtector _protector = protezione.CreateProtector("CigHub.Sessioni.v1");

    /// <summary>
    /// Returns the id of the principal's session, or null when the principal has none, as in a request that is not signed in.
    /// </summary>
    public static Guid? IdOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(ClaimSessione), out var id) ? id : null;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => Open(ticket, null, default);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        Open(ticket, httpContext, cancellationToken);

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (await store.ByKey(Hash(key)) is { } sessione)
        {
            await store.ChangeTicket(sessione.Id, Encrypt(ticket));
        }
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Find(key, null);

    public Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) => Find(key, httpContext);

    public async Task RemoveAsync(string key)
    {
        if (await store.ByKey(Hash(key)) is { } sessione)
        {
            await aperte.End([sessione.Id], MotivoFine.Uscita);
        }
    }

    private static string Hash(string chiave) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(chiave)));

    private static IEnumerable<Ruolo> Ruoli(ClaimsPrincipal principal) =>
        principal.FindAll(ClaimTypes.Role).Select(c => Enum.TryParse<Ruolo>(c.Value, out var r) ? r : (Ruolo?)null).OfType<Ruolo>().Distinct();

    private byte[] Encrypt(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private async Task<string> Open(AuthenticationTicket ticket, HttpContext? http, CancellationToken ct)
    {
        var chiave = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var adesso = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var user = await UserSession.Of(ticket.Principal, db, clock.Today(), ct);
        var scelta = Guid.TryParse(ticket.Principal.FindFirstValue(UserSession.ClaimAppartenenza), out var id) ? id : (Guid?)null;
        if (scelta is null && user is not null && await RuoliDiChiEntra.Of(user.Actor, db, clock.Today(), ct) is [var unico])
        {
            // Choose the only role now, so that a role given later does not replace it without the user's choice.
            scelta = unico.Id;
            ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(UserSession.ClaimAppartenenza, unico.Id.ToString()));
        }

        // A session that replaces another (after a change of role) ends when the first would have ended.
        var scadenza = adesso + settings.Value.DurataMassima;
        var sessione = new Sessione
        {
            Id = Guid.CreateVersion7(),
            Chiave = Hash(chiave),
            PersonaId = user?.Actor.PersonaId,
            NomeUtente = user?.NomeUtente ?? "",
            AppartenenzaId = scelta,
            Ruoli = SessionRights.Text(Ruoli(ticket.Principal)),
            Biglietto = Encrypt(ticket),
            ApertaIl = adesso,
            UltimaAttivita = adesso,
            Scadenza = ticket.Properties.ExpiresUtc is { } prima && prima.UtcDateTime < scadenza ? prima.UtcDateTime : scadenza,
            Browser = BrowserDescription.Of(http?.Request.Headers.UserAgent),
        };
        await store.Add(sessione);
        log.LogInformation("Session {Sessione} opened for {Persona}", sessione.Id, sessione.PersonaId);
        return chiave;
    }

    private async Task<AuthenticationTicket?> Find(string chiave, HttpContext? http)
    {
        if (await store.ByKey(Hash(chiave)) is not { } sessione || await aperte.HasEnded(sessione) is not null || Read(sessione) is not { } ticket)
        {
            return null;
        }

        if (http is null || !http.Request.Path.StartsWithSegments(Circuits))
        {
            aperte.Touch(sessione.Id);
            await Recognize(sessione, ticket);
        }

        (ticket.Principal.Identity as ClaimsIdentity)?.AddClaim(new Claim(ClaimSessione, sessione.Id.ToString()));
        return ticket;
    }

    private AuthenticationTicket? Read(Sessione sessione)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(sessione.Biglietto));
        }
        catch (CryptographicException)
        {
            // The keys were lost or changed, so every user must sign in again.
            return null;
        }
    }

    private async Task Recognize(Sessione sessione, AuthenticationTicket ticket)
    {
        if (sessione.PersonaId is not null)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        if (await UserSession.Of(ticket.Principal, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), clock.Today()) is { } user)
        {
            try
            {
                await store.Recognize(sessione.Id, user.Actor.PersonaId);
            }
            catch (Exception e) when (StorageFault.Of(e) is { } fault)
            {
                // Go on, because this request only reads. The next request tries again.
                log.LogError(e, "Whose session {Sessione} is could not be written: {Code}", sessione.Id, fault.Code);
            }
        }
    }
}
