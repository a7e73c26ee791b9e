using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// The requests that a person makes one after another, with their order and the time of each. They are stored here, so that any computer
/// goes on where another stopped. The Affidamento has the outcome of each request. The series is a convenience and not business data, so it
/// has no event.
/// </summary>
/// <remarks>The class knows nothing of Enti. Ids that come from it go through a query of the actor's before anything is shown.</remarks>
public sealed class SerieStore(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The largest number of requests in a series.</summary>
    public const int Massimo = 500;

    private DateTime Adesso => clock.GetUtcNow().UtcDateTime;

    /// <summary>Returns the requests of the series in their order.</summary>
    public Task<IReadOnlyList<VoceSerie>> Leggi(Guid personaId) =>
        Con<IReadOnlyList<VoceSerie>>(async db => await db.Serie.AsNoTracking().Where(s => s.PersonaId == personaId).OrderBy(s => s.Ordine).ToListAsync());

    /// <summary>
    /// Appends requests to the series. Requests that are in it already stay as they are, and those over the limit are left out. It is one
    /// statement, so that two tabs at the same time neither make each other fail nor pass the limit together.
    /// </summary>
    public Task Aggiungi(OwnPreferences own, IEnumerable<Guid> affidamenti) => Con(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "VociSerie" ("PersonaId", "AffidamentoId", "Ordine", "Saltato", "Millisecondi")
        SELECT {own.PersonaId}, nuovi."value",
            ROW_NUMBER() OVER (ORDER BY nuovi."key") + COALESCE((SELECT MAX("Ordine") FROM "VociSerie" WHERE "PersonaId" = {own.PersonaId}), 0), 0, 0
        FROM json_each({IdsInJson.Of(affidamenti)}) AS nuovi
        WHERE NOT EXISTS (SELECT 1 FROM "VociSerie" WHERE "PersonaId" = {own.PersonaId} AND "AffidamentoId" = nuovi."value")
        ORDER BY nuovi."key"
        LIMIT MAX(0, {Massimo} - (SELECT COUNT(*) FROM "VociSerie" WHERE "PersonaId" = {own.PersonaId}))
        """));

    public Task Togli(OwnPreferences own, IReadOnlyCollection<Guid> affidamenti) =>
        Con(db => db.Serie.Where(s => s.PersonaId == own.PersonaId && affidamenti.Contains(s.AffidamentoId)).ExecuteDeleteAsync());

    /// <summary>Starts the work on a request, if it is in the series, and stops the work on every other one.</summary>
    public Task Riprendi(OwnPreferences own, Guid affidamentoId) => scopes.Attempt(async db =>
    {
        foreach (var voce in await db.Serie.Where(s => s.PersonaId == own.PersonaId && (s.RipresoIl != null || s.AffidamentoId == affidamentoId)).ToListAsync())
        {
            if (voce.AffidamentoId == affidamentoId)
            {
                (voce.Saltato, voce.RipresoIl) = (false, voce.RipresoIl ?? Adesso);
            }
            else
            {
                Ferma(voce);
            }
        }

        await db.SaveChangesAsync();
    });

    /// <summary>Stops the work on the current request, for a pause or after an outcome.</summary>
    public Task Ferma(OwnPreferences own) => scopes.Attempt(async db =>
    {
        foreach (var voce in await db.Serie.Where(s => s.PersonaId == own.PersonaId && s.RipresoIl != null).ToListAsync())
        {
            Ferma(voce);
        }

        await db.SaveChangesAsync();
    });

    /// <summary>Puts a request off until after all the others.</summary>
    public Task Salta(OwnPreferences own, Guid affidamentoId) => scopes.Attempt(async db =>
    {
        if (await db.Serie.FindAsync(own.PersonaId, affidamentoId) is { } voce)
        {
            voce.Saltato = true;
            Ferma(voce);
        }

        await db.SaveChangesAsync();
    });

    private void Ferma(VoceSerie voce)
    {
        if (voce.RipresoIl is { } dal)
        {
            voce.Millisecondi += (long)(Adesso - dal).TotalMilliseconds;
            voce.RipresoIl = null;
        }
    }

    private async Task<T> Con<T>(Func<PreferenzeDbContext, Task<T>> fai)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await fai(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
    }
}
