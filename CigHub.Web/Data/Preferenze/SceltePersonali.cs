using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>Keeps what a person chose and ticked, found again on any computer. A help to the hand, not business data: no event.</summary>
/// <remarks>It knows nothing of Enti: ids that come out of it go through a query of the actor's before anything is shown.</remarks>
public sealed class SceltePersonali(IServiceScopeFactory scopes)
{
    /// <summary>Most Affidamenti that a person may have ticked.</summary>
    public const int MaxSelezionati = 5_000;

    /// <summary>Returns null when the person never chose.</summary>
    public Task<string?> Leggi(Guid personaId, PreferenceKey chiave) =>
        Con(db => db.Preferenze.Where(p => p.PersonaId == personaId && p.Chiave == chiave.Name).Select(p => p.Valore).SingleOrDefaultAsync());

    /// <summary>Keeps a choice; returns false, and keeps what there was, when it is too long. One statement: two tabs that choose at once do not fail each other.</summary>
    public async Task<bool> Ricorda(OwnPreferences own, PreferenceKey chiave, string valore) => valore.Length <= chiave.MaxLength && await scopes.Attempt(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Preferenze" ("PersonaId", "Chiave", "Valore") VALUES ({own.PersonaId}, {chiave.Name}, {valore})
        ON CONFLICT ("PersonaId", "Chiave") DO UPDATE SET "Valore" = excluded."Valore"
        """), 1) == 1;

    public Task<HashSet<Guid>> Selezionati(Guid personaId) =>
        Con(db => db.Selezione.Where(s => s.PersonaId == personaId).Select(s => s.AffidamentoId).ToHashSetAsync());

    /// <summary>Ticks; what is over the limit is left out. One statement: two tabs that tick at once do not fail each other, nor pass the limit together.</summary>
    public Task Seleziona(OwnPreferences own, IEnumerable<Guid> affidamenti) => Con(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "AffidamentiSelezionati" ("PersonaId", "AffidamentoId")
        SELECT {own.PersonaId}, nuovi."value" FROM json_each({IdsInJson.Of(affidamenti)}) AS nuovi
        WHERE NOT EXISTS (SELECT 1 FROM "AffidamentiSelezionati" WHERE "PersonaId" = {own.PersonaId} AND "AffidamentoId" = nuovi."value")
        ORDER BY nuovi."key"
        LIMIT MAX(0, {MaxSelezionati} - (SELECT COUNT(*) FROM "AffidamentiSelezionati" WHERE "PersonaId" = {own.PersonaId}))
        """));

    public Task Deseleziona(OwnPreferences own, IReadOnlyCollection<Guid> affidamenti) =>
        Con(db => db.Selezione.Where(s => s.PersonaId == own.PersonaId && affidamenti.Contains(s.AffidamentoId)).ExecuteDeleteAsync());

    public Task DeselezionaTutti(OwnPreferences own) => Con(db => db.Selezione.Where(s => s.PersonaId == own.PersonaId).ExecuteDeleteAsync());

    private async Task<T> Con<T>(Func<PreferenzeDbContext, Task<T>> fai)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await fai(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
    }
}
