using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// The requests that a person makes one after another, in which order, and how long each took: kept here, so that any computer goes on where
/// another stopped. What became of each is the Affidamento's to say. A help to the hand, not business data: no event.
/// </summary>
/// <remarks>It knows nothing of Enti: ids that come out of it go through a query of the actor's before anything is shown.</remarks>
public sealed class SerieRichieste(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Most requests of one series.</summary>
    public const int Massimo = 500;

    private DateTime Adesso => clock.GetUtcNow().UtcDateTime;

    /// <summary>In order.</summary>
    public Task<IReadOnlyList<VoceSerie>> Leggi(Guid personaId) =>
        Con<IReadOnlyList<VoceSerie>>(async db => await db.Serie.AsNoTracking().Where(s => s.PersonaId == personaId).OrderBy(s => s.Ordine).ToListAsync());

    /// <summary>
    /// Puts these into the series, after what is there already; what is there stays as it is, what is over the limit is left out. One statement: two tabs
    /// that add at once do not fail each other, nor pass the limit together.
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

    /// <summary>This one is being worked on from now, and no other; where it is not in the series nothing happens.</summary>
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

    /// <summary>Whatever is being worked on is not any more: a pause, an outcome.</summary>
    public Task Ferma(OwnPreferences own) => scopes.Attempt(async db =>
    {
        foreach (var voce in await db.Serie.Where(s => s.PersonaId == own.PersonaId && s.RipresoIl != null).ToListAsync())
        {
            Ferma(voce);
        }

        await db.SaveChangesAsync();
    });

    /// <summary>Puts it off until after all the others.</summary>
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
