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
/// Keeps the authentication tickets on the server. The cookie carries a random handle of 256 bits. The table holds the hash of the handle
/// and the encrypted ticket. A request whose session has ended counts as not signed in.
/// </summary>
public sealed class TicketStore(
    SessionStore archivio, OpenSessions aperte, IServiceScopeFactory scopes, IDataProtectionProvider protezione, IOptions<SessionSettings> settings,
    TimeProvider clock, ILogger<TicketStore> log) : ITicketStore
{
    /// <summary>
    /// The claim with the id of the session, which above all the circuit needs. It is added when a ticket is read, and no cookie carries
    /// it.
    /// </summary>
    public const string ClaimSessione = "cighub:sessione";

    /// <summary>The path of the traffic that the browser itself makes for a circuit. It is no activity of the user.</summary>
    private const string Circuiti = "/_blazor";

    private readonly IDataProtector _protettore = protezione.CreateProtector("CigHub.Sessioni.v1");

    /// <summary>Returns the id of the session; null when the principal has no session that CigHub keeps.</summary>
    public static Guid? IdDi(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(ClaimSessione), out var id) ? id : null;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => Apri(ticket, null, default);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        Apri(ticket, httpContext, cancellationToken);

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (await archivio.DaChiave(Hash(key)) is { } sessione)
        {
            await archivio.CambiaBiglietto(sessione.Id, Cifra(ticket));
        }
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Trova(key, null);

    public Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) => Trova(key, httpContext);

    public async Task RemoveAsync(string key)
    {
        if (await archivio.DaChiave(Hash(key)) is { } sessione)
        {
            await aperte.Termina([sessione.Id], MotivoFine.Uscita);
        }
    }

    private static string Hash(string chiave) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(chiave)));

    private static IEnumerable<Ruolo> Ruoli(ClaimsPrincipal principal) =>
        principal.FindAll(ClaimTypes.Role).Select(c => Enum.TryParse<Ruolo>(c.Value, out var r) ? r : (Ruolo?)null).OfType<Ruolo>().Distinct();

    private byte[] Cifra(AuthenticationTicket ticket) => _protettore.Protect(TicketSerializer.Default.Serialize(ticket));

    private async Task<string> Apri(AuthenticationTicket ticket, HttpContext? http, CancellationToken ct)
    {
        var chiave = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var adesso = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var utente = await UserSession.Di(ticket.Principal, db, clock.Oggi(), ct);
        var scelta = Guid.TryParse(ticket.Principal.FindFirstValue(UserSession.ClaimAppartenenza), out var id) ? id : (Guid?)null;
        if (scelta is null && utente is not null && await RuoliDiChiEntra.Di(utente.Attore, db, clock.Oggi(), ct) is [var unico])
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
            PersonaId = utente?.Attore.PersonaId,
            NomeUtente = utente?.NomeUtente ?? "",
            AppartenenzaId = scelta,
            Ruoli = SessionRights.Testo(Ruoli(ticket.Principal)),
            Biglietto = Cifra(ticket),
            ApertaIl = adesso,
            UltimaAttivita = adesso,
            Scadenza = ticket.Properties.ExpiresUtc is { } prima && prima.UtcDateTime < scadenza ? prima.UtcDateTime : scadenza,
            Browser = BrowserDescription.Di(http?.Request.Headers.UserAgent),
        };
        await archivio.Aggiungi(sessione);
        log.LogInformation("Session {Sessione} opened for {Persona}", sessione.Id, sessione.PersonaId);
        return chiave;
    }

    private async Task<AuthenticationTicket?> Trova(string chiave, HttpContext? http)
    {
        if (await archivio.DaChiave(Hash(chiave)) is not { } sessione || await aperte.Finita(sessione) is not null || Leggi(sessione) is not { } ticket)
        {
            return null;
        }

        if (http is null || !http.Request.Path.StartsWithSegments(Circuiti))
        {
            aperte.Tocca(sessione.Id);
            await Riconosci(sessione, ticket);
        }

        (ticket.Principal.Identity as ClaimsIdentity)?.AddClaim(new Claim(ClaimSessione, sessione.Id.ToString()));
        return ticket;
    }

    private AuthenticationTicket? Leggi(Sessione sessione)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protettore.Unprotect(sessione.Biglietto));
        }
        catch (CryptographicException)
        {
            // The keys were lost or changed, so every user must sign in again.
            return null;
        }
    }

    private async Task Riconosci(Sessione sessione, AuthenticationTicket ticket)
    {
        if (sessione.PersonaId is not null)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        if (await UserSession.Di(ticket.Principal, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), clock.Oggi()) is { } utente)
        {
            try
            {
                await archivio.Riconosci(sessione.Id, utente.Attore.PersonaId);
            }
            catch (Exception e) when (StorageFault.Of(e) is { } fault)
            {
                // Go on, because this request only reads. The next request tries again.
                log.LogError(e, "Whose session {Sessione} is could not be written: {Code}", sessione.Id, fault.Code);
            }
        }
    }
}
