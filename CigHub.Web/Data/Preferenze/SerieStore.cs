using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// Stores a person's series: the requests that the person makes one after another, with their order, so that any computer goes on
/// where another stopped. The series is a convenience and not business data, so it has no event. The outcome of each
/// request stands in its Affidamento.
/// </summary>
/// <remarks>The class knows nothing of Enti. Ids that come from it go through a query of the actor's before anything is shown.</remarks>
public sealed class SerieStore(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The largest number of requests in a series.</summary>
    public const int Max = 500;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Returns the requests of a person's series in their order.</summary>
    public Task<IReadOnlyList<VoceSerie>> Read(Guid personaId) =>
        With<IReadOnlyList<VoceSerie>>(async db => await db.Serie.AsNoTracking().Where(s => s.PersonaId == personaId).OrderBy(s => s.Ordine).ToListAsync());

    /// <summary>
    /// Appends requests to a person's series. Requests that are already in it keep their place, and those over <see cref="Max"/> are left
    /// out, which the caller tells the user. It is one SQL statement, so that two tabs at the same time neither make each other fail nor
    /// pass the limit together.
    /// </summary>
    public Task Add(OwnPreferences own, IEnumerable<Guid> affidamenti) => With(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "VociSerie" ("PersonaId", "AffidamentoId", "Ordine", "Saltato")
        SELECT {own.PersonaId}, nuovi."value",
            ROW_NUMBER() OVER (ORDER BY nuovi."key") + COALESCE((SELECT MAX("Ordine") FROM "VociSerie" WHERE "PersonaId" = {own.PersonaId}), 0), 0
        FROM json_each({IdsInJson.Of(affidamenti)}) AS nuovi
        WHERE NOT EXISTS (SELECT 1 FROM "VociSerie" WHERE "PersonaId" = {own.PersonaId} AND "AffidamentoId" = nuovi."value")
        ORDER BY nuovi."key"
        LIMIT MAX(0, {Max} - (SELECT COUNT(*) FROM "VociSerie" WHERE "PersonaId" = {own.PersonaId}))
        """));

    public Task Remove(OwnPreferences own, IReadOnlyCollection<Guid> affidamenti) =>
        With(db => db.Serie.Where(s => s.PersonaId == own.PersonaId && affidamenti.Contains(s.AffidamentoId)).ExecuteDeleteAsync());

    /// <summary>
    /// Marks a request of the person's series as the one that the panel shows, and every other one as left. A request that is not in the
    /// series is not marked.
    /// </summary>
    public Task Resume(OwnPreferences own, Guid affidamentoId) => scopes.Attempt(async db =>
    {
        foreach (var voce in await db.Serie.Where(s => s.PersonaId == own.PersonaId && (s.RipresoIl != null || s.AffidamentoId == affidamentoId)).ToListAsync())
        {
            if (voce.AffidamentoId == affidamentoId)
            {
                (voce.Saltato, voce.RipresoIl) = (false, voce.RipresoIl ?? Now);
            }
            else
            {
                Pause(voce);
            }
        }

        await db.SaveChangesAsync();
    });

    /// <summary>Marks the request that the panel shows as left, for a pause or after an outcome.</summary>
    public Task Pause(OwnPreferences own) => scopes.Attempt(async db =>
    {
        foreach (var voce in await db.Serie.Where(s => s.PersonaId == own.PersonaId && s.RipresoIl != null).ToListAsync())
        {
            Pause(voce);
        }

        await db.SaveChangesAsync();
    });

    /// <summary>Puts a request of the series off until after all the others, and marks it as left.</summary>
    public Task Skip(OwnPreferences own, Guid affidamentoId) => scopes.Attempt(async db =>
    {
        if (await db.Serie.FindAsync(own.PersonaId, affidamentoId) is { } voce)
        {
            voce.Saltato = true;
            Pause(voce);
        }

        await db.SaveChangesAsync();
    });

    private static void Pause(VoceSerie voce) => voce.RipresoIl = null;

    private async Task<T> With<T>(Func<PreferenzeDbContext, Task<T>> fai)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await fai(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
    }
}
