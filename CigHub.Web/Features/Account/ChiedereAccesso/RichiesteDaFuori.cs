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

/// <summary>Where somebody stands who is signed in at the provider.</summary>
public enum PostoAllaPorta
{
    /// <summary>Nobody is signed in, or her token says too little.</summary>
    Ignoto,

    /// <summary>She may come in.</summary>
    Dentro,

    /// <summary>Her token has no role of CigHub's.</summary>
    SenzaRuolo,

    Disattivata,

    /// <summary>She may ask to be let in, or see what became of it.</summary>
    PrimoAccesso,
}

/// <summary>What the page of the first access shows: her own and nobody else's.</summary>
/// <param name="Ultima">Her latest request.</param>
/// <param name="FondaUfficio">She is the first Amministratore of a new installation: what she writes counts at once.</param>
public sealed record StatoAllaPorta(PostoAllaPorta Posto, RichiestaDiAccesso? Ultima = null, bool FondaUfficio = false);

/// <summary>What somebody may see and do who is not let in yet: ask, and read the answer.</summary>
public sealed partial class RichiesteDaFuori(
    Portineria portineria, IServiceScopeFactory scopes, TimeProvider clock, IOptions<AccessoSettings> settings, ILogger<RichiesteDaFuori> log)
{
    /// <summary>The setting, as the event of a first Amministratore names it.</summary>
    private const string PrimoAmministratore = "Accesso:PrimoAmministratore";

    public async Task<StatoAllaPorta> Stato(ClaimsPrincipal principal, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Stato(principal, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), ct);
    }

    /// <summary>Takes the request; of the first Amministratore it makes the office.</summary>
    public async Task<Result> Presenta(ClaimsPrincipal principal, ModuloRichiestaAccesso modulo, CancellationToken ct)
    {
        try
        {
            return await Scrivi(principal, modulo, ct);
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            NotSaved(fault.Code, e);
            return fault.NotSaved;
        }
    }

    private Task<Result> Scrivi(ClaimsPrincipal principal, ModuloRichiestaAccesso modulo, CancellationToken ct) => portineria.Scrivi(
        async db =>
        {
            var stato = await Stato(principal, db, ct);
            if (stato.Posto != PostoAllaPorta.PrimoAccesso)
            {
                return new RispostaAllaPorta<Result>(new Error("richiesta-accesso.non-serve", "La tua situazione è cambiata: ricarica la pagina."));
            }

            var letto = modulo.Leggi(principal.FindFirstValue("preferred_username"), SessioneUtente.RuoliDi(principal));
            if (!letto.TryGet(out var dati))
            {
                return new RispostaAllaPorta<Result>(Result.Refused(letto.Errors));
            }

            var identita = principal.FindFirstValue(SessioneUtente.ClaimIdentita)!;
            return stato.FondaUfficio ? await Fonda(identita, dati, db, ct) : await Chiedi(identita, dati, db, ct);
        },
        ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request from outside was not saved: {Code}")]
    private partial void NotSaved(string code, Exception cause);

    private async Task<StatoAllaPorta> Stato(ClaimsPrincipal principal, CigHubDbContext db, CancellationToken ct)
    {
        if (await SessioneUtente.Di(principal, db, clock.Oggi(), ct) is not null)
        {
            return new StatoAllaPorta(PostoAllaPorta.Dentro);
        }

        var identita = principal.FindFirstValue(SessioneUtente.ClaimIdentita);
        var nomeUtente = principal.FindFirstValue("preferred_username");
        if (identita is null || nomeUtente is null)
        {
            return new StatoAllaPorta(PostoAllaPorta.Ignoto);
        }

        if (await db.Persone.AnyAsync(p => !p.Attiva && (p.Identita == identita || (p.Identita == null && p.NomeUtente == nomeUtente)), ct))
        {
            return new StatoAllaPorta(PostoAllaPorta.Disattivata);
        }

        if (SessioneUtente.RuoliDi(principal).Count == 0)
        {
            return new StatoAllaPorta(PostoAllaPorta.SenzaRuolo);
        }

        var ultima = await db.RichiesteDiAccesso.AsNoTracking().Where(r => r.Identita == identita).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        return new StatoAllaPorta(PostoAllaPorta.PrimoAccesso, ultima, await PuoFondare(principal, nomeUtente, db, ct));
    }

    /// <summary>Only while nobody at all keeps the office, only by that user name, only with the role in the token.</summary>
    private async Task<bool> PuoFondare(ClaimsPrincipal principal, string nomeUtente, CigHubDbContext db, CancellationToken ct) =>
        string.Equals(settings.Value.PrimoAmministratore, nomeUtente, StringComparison.OrdinalIgnoreCase)
        && SessioneUtente.RuoliDi(principal).Contains(Ruolo.Amministratore)
        && !await db.Appartenenze.AnyAsync(a => a.Ruolo == Ruolo.Amministratore && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva), ct);

    private async Task<RispostaAllaPorta<Result>> Chiedi(string identita, DatiRichiestaDiAccesso dati, CigHubDbContext db, CancellationToken ct)
    {
        var sue = await db.RichiesteDiAccesso.AsNoTracking().Where(r => r.Identita == identita).ToListAsync(ct);
        var inAttesa = await db.RichiesteDiAccesso.CountAsync(r => r.Stato == StatoRichiestaAccesso.InAttesa, ct);
        var presentata = RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), identita, dati, sue, inAttesa, clock.GetUtcNow().UtcDateTime);
        if (!presentata.TryGet(out var richiesta))
        {
            return new RispostaAllaPorta<Result>(Result.Refused(presentata.Errors));
        }

        db.RichiesteDiAccesso.Add(richiesta);
        var evento = new EventoDaScrivere(
            Azioni.AccessoRichiesto,
            Oggetti.RichiestaDiAccesso,
            richiesta.Id,
            null,
            new JsonObject { ["identita"] = Riconoscimento.Impronta(identita) });
        return new RispostaAllaPorta<Result>(Result.Ok, new AttoAllaPorta(Attore.Sistema, Eventi.Di(evento)));
    }

    private async Task<RispostaAllaPorta<Result>> Fonda(string identita, DatiRichiestaDiAccesso dati, CigHubDbContext db, CancellationToken ct)
    {
        if (await db.Persone.AnyAsync(p => p.NomeUtente == dati.Persona.NomeUtente || p.CodiceFiscale == dati.Persona.CodiceFiscale || p.Identita == identita, ct))
        {
            return new RispostaAllaPorta<Result>(new Error("persona.esiste-gia", "C'è già una persona con questo nome utente o codice fiscale: il primo amministratore deve essere una persona nuova."));
        }

        var persona = new Persona(Guid.CreateVersion7(), dati.Persona);
        persona.CollegaIdentita(identita);
        db.Persone.Add(persona);
        var oggi = clock.Oggi();
        db.Appartenenze.Add(Appartenenza.Assegna(Guid.CreateVersion7(), persona, Ruolo.Amministratore, null, oggi, oggi, []).Value);
        var eventi = Eventi.Di(
            new EventoDaScrivere(Azioni.RuoloAssegnato, Oggetti.Persona, persona.Id, null, new JsonObject { ["impostazione"] = PrimoAmministratore }),
            new EventoDaScrivere(Azioni.PersonaSalvata, Oggetti.Persona, persona.Id, null),
            Riconoscimento.Collegata(persona.Id, identita));
        return new RispostaAllaPorta<Result>(Result.Ok, new AttoAllaPorta(Attore.Sistema, eventi));
    }
}
