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
/// Keeps the sign-in on the server: the cookie carries a random handle of 256 bits, the table its hash and the encrypted ticket. A
/// request whose session has ended is simply not signed in.
/// </summary>
public sealed class ArchivioBiglietti(
    ArchivioSessioni archivio, SessioniAperte aperte, IServiceScopeFactory scopes, IDataProtectionProvider protezione, IOptions<SessioneSettings> settings,
    TimeProvider clock, ILogger<ArchivioBiglietti> log) : ITicketStore
{
    /// <summary>Claim that names the session, to the circuit above all. It is added when a ticket is read: no cookie carries it.</summary>
    public const string ClaimSessione = "cighub:sessione";

    /// <summary>Where the browser's own traffic of a circuit goes: it says nothing of the person.</summary>
    private const string Circuiti = "/_blazor";

    private readonly IDataProtector _protettore = protezione.CreateProtector("CigHub.Sessioni.v1");

    /// <summary>Null: nobody's, or somebody's whose session CigHub does not keep.</summary>
    public static Guid? IdDi(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(ClaimSessione), out var id) ? id : null;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => Apri(ticket, null, default);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) => Apri(ticket, httpContext, cancellationToken);

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
        var utente = await SessioneUtente.Di(ticket.Principal, db, clock.Oggi(), ct);
        var scelta = Guid.TryParse(ticket.Principal.FindFirstValue(SessioneUtente.ClaimAppartenenza), out var id) ? id : (Guid?)null;
        if (scelta is null && utente is not null && await RuoliDisponibili.Di(utente.Attore, db, clock.Oggi(), ct) is [var unico])
        {
            // With one role there is nothing to choose; written down now, so that one given later does not take its place unasked.
            scelta = unico.Id;
            ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(SessioneUtente.ClaimAppartenenza, unico.Id.ToString()));
        }

        // A session opened in the place of another (a change of role) ends when that one would have.
        var scadenza = adesso + settings.Value.DurataMassima;
        var sessione = new Sessione
        {
            Id = Guid.CreateVersion7(),
            Chiave = Hash(chiave),
            PersonaId = utente?.Attore.PersonaId,
            NomeUtente = utente?.NomeUtente ?? "",
            AppartenenzaId = scelta,
            Ruoli = DirittiDelleSessioni.Testo(Ruoli(ticket.Principal)),
            Biglietto = Cifra(ticket),
            ApertaIl = adesso,
            UltimaAttivita = adesso,
            Scadenza = ticket.Properties.ExpiresUtc is { } prima && prima.UtcDateTime < scadenza ? prima.UtcDateTime : scadenza,
            Browser = DescrizioneBrowser.Di(http?.Request.Headers.UserAgent),
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
            // The keys were lost or changed: everybody signs in again.
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
        if (await SessioneUtente.Di(ticket.Principal, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), clock.Oggi()) is { } utente)
        {
            try
            {
                await archivio.Riconosci(sessione.Id, utente.Attore.PersonaId);
            }
            catch (Exception e) when (StorageFault.Of(e) is { } fault)
            {
                // The next request tries again; this one only wants to read.
                log.LogError(e, "Whose session {Sessione} is could not be written: {Code}", sessione.Id, fault.Code);
            }
        }
    }
}
