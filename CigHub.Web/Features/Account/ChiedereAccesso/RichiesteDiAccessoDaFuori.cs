using System.Security.Claims;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security;
using CigHub.Web.Security.Accesso;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Account.ChiedereAccesso;

/// <summary>The outcome of checking whether a signed-in user may enter CigHub: admitted, or the reason why not.</summary>
public enum DoorPlace
{
    /// <summary>The user is not signed in, or the token lacks the identity or the user name.</summary>
    Ignoto,

    /// <summary>The user may enter CigHub.</summary>
    Dentro,

    /// <summary>The token contains no role of CigHub.</summary>
    SenzaRuolo,

    Disattivata,

    /// <summary>The user may request access, or read the answer to an earlier request.</summary>
    PrimoAccesso,
}

/// <summary>The data for the page of the first access. They are about the signed-in user alone.</summary>
/// <param name="Ultima">The user's latest request for access. Null when there is none.</param>
/// <param name="FondaUfficio">True when the user may become the first Amministratore of a new installation. The form then takes effect at
/// once, without approval.</param>
public sealed record DoorState(DoorPlace Posto, RichiestaDiAccesso? Ultima = null, bool FondaUfficio = false);

/// <summary>Reads and records the requests for access (richieste di accesso) of users whom CigHub does not admit yet.</summary>
public sealed partial class RichiesteDiAccessoDaFuori(
    DoorWriter portineria, IServiceScopeFactory scopes, TimeProvider clock, IOptions<SignInSettings> settings, ILogger<RichiesteDiAccessoDaFuori> log)
{
    /// <summary>The key of the setting that names the first Amministratore, for use in the event.</summary>
    private const string PrimoAmministratore = "Accesso:PrimoAmministratore";

    public async Task<DoorState> Stato(ClaimsPrincipal principal, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Stato(principal, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), ct);
    }

    /// <summary>
    /// Records a request for access, or returns the errors of its form. For the first Amministratore it creates the person and the role at
    /// once.
    /// </summary>
    public async Task<Result> Presenta(ClaimsPrincipal principal, RichiestaDiAccessoForm form, CancellationToken ct)
    {
        try
        {
            return await Write(principal, form, ct);
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            NotSaved(fault.Code, e);
            return fault.NotSaved;
        }
    }

    private Task<Result> Write(ClaimsPrincipal principal, RichiestaDiAccessoForm form, CancellationToken ct) => portineria.Write(
        async db =>
        {
            var stato = await Stato(principal, db, ct);
            if (stato.Posto != DoorPlace.PrimoAccesso)
            {
                return new DoorAnswer<Result>(new Error("richiesta-accesso.non-serve", "La tua situazione è cambiata: ricarica la pagina."));
            }

            var letto = form.Read(principal.FindFirstValue("preferred_username"), UserSession.RuoliOf(principal));
            if (!letto.TryGet(out var dati))
            {
                return new DoorAnswer<Result>(Result.Refused(letto.Errors));
            }

            var identita = principal.FindFirstValue(UserSession.ClaimIdentita)!;
            return stato.FondaUfficio ? await Fonda(identita, dati, db, ct) : await Ask(identita, dati, db, ct);
        },
        ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request from outside was not saved: {Code}")]
    private partial void NotSaved(string code, Exception cause);

    private async Task<DoorState> Stato(ClaimsPrincipal principal, CigHubDbContext db, CancellationToken ct)
    {
        if (await UserSession.Of(principal, db, clock.Today(), ct) is not null)
        {
            return new DoorState(DoorPlace.Dentro);
        }

        var identita = principal.FindFirstValue(UserSession.ClaimIdentita);
        var nomeUtente = principal.FindFirstValue("preferred_username");
        if (identita is null || nomeUtente is null)
        {
            return new DoorState(DoorPlace.Ignoto);
        }

        if (await db.Persone.AnyAsync(p => !p.Attiva && (p.Identita == identita || (p.Identita == null && p.NomeUtente == nomeUtente)), ct))
        {
            return new DoorState(DoorPlace.Disattivata);
        }

        if (UserSession.RuoliOf(principal).Count == 0)
        {
            return new DoorState(DoorPlace.SenzaRuolo);
        }

        var ultima = await db.RichiesteDiAccesso.AsNoTracking().Where(r => r.Identita == identita).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        return new DoorState(DoorPlace.PrimoAccesso, ultima, await PuoFondare(principal, nomeUtente, db, ct));
    }

    /// <summary>
    /// Says whether the user may become the first Amministratore: the setting names this user, the token contains the role, and no active
    /// person holds it.
    /// </summary>
    private async Task<bool> PuoFondare(ClaimsPrincipal principal, string nomeUtente, CigHubDbContext db, CancellationToken ct) =>
        string.Equals(settings.Value.PrimoAmministratore, nomeUtente, StringComparison.OrdinalIgnoreCase)
        && UserSession.RuoliOf(principal).Contains(Ruolo.Amministratore)
        && !await db.Appartenenze.AnyAsync(a => a.Ruolo == Ruolo.Amministratore && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva), ct);

    private async Task<DoorAnswer<Result>> Ask(string identita, DatiRichiestaDiAccesso dati, CigHubDbContext db, CancellationToken ct)
    {
        var sue = await db.RichiesteDiAccesso.AsNoTracking().Where(r => r.Identita == identita).ToListAsync(ct);
        var inAttesa = await db.RichiesteDiAccesso.CountAsync(r => r.Stato == StatoRichiestaAccesso.InAttesa, ct);
        var presentata = RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), identita, dati, sue, inAttesa, clock.GetUtcNow().UtcDateTime);
        if (!presentata.TryGet(out var richiesta))
        {
            return new DoorAnswer<Result>(Result.Refused(presentata.Errors));
        }

        db.RichiesteDiAccesso.Add(richiesta);
        var evento = new EventToWrite(
            Azioni.AccessoRichiesto,
            Oggetti.RichiestaDiAccesso,
            richiesta.Id,
            null,
            new JsonObject { ["identita"] = Recognition.Fingerprint(identita) });
        return new DoorAnswer<Result>(Result.Ok, new DoorAct(Attore.Sistema, Events.Of(evento)));
    }

    private async Task<DoorAnswer<Result>> Fonda(string identita, DatiRichiestaDiAccesso dati, CigHubDbContext db, CancellationToken ct)
    {
        if (await db.Persone.AnyAsync(
            p => p.NomeUtente == dati.Persona.NomeUtente || p.CodiceFiscale == dati.Persona.CodiceFiscale || p.Identita == identita, ct))
        {
            return new DoorAnswer<Result>(new Error(
                "persona.esiste-gia",
                "C'è già una persona con questo nome utente o codice fiscale: il primo amministratore deve essere una persona nuova."));
        }

        var persona = new Persona(Guid.CreateVersion7(), dati.Persona);
        persona.CollegaIdentita(identita);
        db.Persone.Add(persona);
        var oggi = clock.Today();
        db.Appartenenze.Add(Appartenenza.Assegna(Guid.CreateVersion7(), persona, Ruolo.Amministratore, null, oggi, oggi, []).Value);
        var eventi = Events.Of(
            new EventToWrite(Azioni.RuoloAssegnato, Oggetti.Persona, persona.Id, null, new JsonObject { ["impostazione"] = PrimoAmministratore }),
            new EventToWrite(Azioni.PersonaSalvata, Oggetti.Persona, persona.Id, null),
            Recognition.Linked(persona.Id, identita));
        return new DoorAnswer<Result>(Result.Ok, new DoorAct(Attore.Sistema, eventi));
    }
}
