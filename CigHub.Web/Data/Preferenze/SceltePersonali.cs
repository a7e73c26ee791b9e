using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>What a person chose and what she ticked, found again on any computer. A help to the hand, not business data: no event.</summary>
/// <remarks>It knows nothing of Enti: ids that come out of it go through a query of the actor's before anything is shown.</remarks>
public sealed class SceltePersonali(IServiceScopeFactory scopes)
{
    /// <summary>Most Affidamenti that a person may have ticked.</summary>
    public const int MaxSelezionati = 5_000;

    /// <summary>Null when she never chose.</summary>
    public Task<string?> Leggi(Guid personaId, string chiave) =>
        Con(db => db.Preferenze.Where(p => p.PersonaId == personaId && p.Chiave == chiave).Select(p => p.Valore).SingleOrDefaultAsync());

    /// <summary>In one statement: two tabs that choose at once do not fail each other.</summary>
    public Task Ricorda(Guid personaId, string chiave, string valore) => scopes.Attempt(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Preferenze" ("PersonaId", "Chiave", "Valore") VALUES ({personaId}, {chiave}, {valore})
        ON CONFLICT ("PersonaId", "Chiave") DO UPDATE SET "Valore" = excluded."Valore"
        """));

    public Task<HashSet<Guid>> Selezionati(Guid personaId) =>
        Con(db => db.Selezione.Where(s => s.PersonaId == personaId).Select(s => s.AffidamentoId).ToHashSetAsync());

    /// <summary>Ticks; what is over the limit is left out.</summary>
    public Task Seleziona(Guid personaId, IEnumerable<Guid> affidamenti) => Con(async db =>
    {
        var gia = await db.Selezione.Where(s => s.PersonaId == personaId).Select(s => s.AffidamentoId).ToHashSetAsync();
        db.Selezione.AddRange(affidamenti.Distinct().Where(id => !gia.Contains(id)).Take(MaxSelezionati - gia.Count)
            .Select(id => new AffidamentoSelezionato { PersonaId = personaId, AffidamentoId = id }));
        return await db.SaveChangesAsync();
    });

    public Task Deseleziona(Guid personaId, IReadOnlyCollection<Guid> affidamenti) =>
        Con(db => db.Selezione.Where(s => s.PersonaId == personaId && affidamenti.Contains(s.AffidamentoId)).ExecuteDeleteAsync());

    public Task DeselezionaTutti(Guid personaId) => Con(db => db.Selezione.Where(s => s.PersonaId == personaId).ExecuteDeleteAsync());

    private async Task<T> Con<T>(Func<PreferenzeDbContext, Task<T>> fai)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await fai(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
    }
}
