using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>Remembers what a person chose (<see cref="Preferenza"/>). A convenience, not business data: no event.</summary>
public sealed class ScelteDiPersona(IServiceScopeFactory scopes)
{
    /// <summary>Null when she never chose.</summary>
    public async Task<string?> Leggi(Guid personaId, string chiave)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Preferenze
            .Where(p => p.PersonaId == personaId && p.Chiave == chiave).Select(p => p.Valore).SingleOrDefaultAsync();
    }

    /// <summary>In one statement: two tabs that choose at once do not fail each other.</summary>
    public async Task Ricorda(Guid personaId, string chiave, string valore)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Preferenze" ("PersonaId", "Chiave", "Valore") VALUES ({personaId}, {chiave}, {valore})
            ON CONFLICT ("PersonaId", "Chiave") DO UPDATE SET "Valore" = excluded."Valore"
            """);
    }
}
