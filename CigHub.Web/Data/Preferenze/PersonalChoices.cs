using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// Keeps the choices and ticks of a person, so that any computer finds them again. They are a convenience and not business data, so they
/// have no event.
/// </summary>
/// <remarks>The class knows nothing of Enti. Ids that come from it go through a query of the actor's before anything is shown.</remarks>
public sealed class PersonalChoices(IServiceScopeFactory scopes)
{
    /// <summary>The largest number of Affidamenti that one person can have ticked at the same time.</summary>
    public const int MaxSelected = 5_000;

    /// <summary>Returns the stored choice of a person, or null when the person has made none.</summary>
    public Task<string?> Read(Guid personaId, PreferenceKey chiave) =>
        With(db => db.Preferenze.Where(p => p.PersonaId == personaId && p.Chiave == chiave.Name).Select(p => p.Valore).SingleOrDefaultAsync());

    /// <summary>Returns the people whose stored choice has this value.</summary>
    public Task<List<Guid>> WhoChose(PreferenceKey chiave, string valore) =>
        With(db => db.Preferenze.Where(p => p.Chiave == chiave.Name && p.Valore == valore).OrderBy(p => p.PersonaId).Select(p => p.PersonaId).ToListAsync());

    /// <summary>
    /// Stores a choice of a person. Returns false, and keeps the old choice, when the new one is too long. A write that the disk refuses
    /// counts as done. It is one SQL statement, so that two tabs at the same time do not make each other fail.
    /// </summary>
    public async Task<bool> Remember(OwnPreferences own, PreferenceKey chiave, string valore) =>
        valore.Length <= chiave.MaxLength && await scopes.Attempt(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Preferenze" ("PersonaId", "Chiave", "Valore") VALUES ({own.PersonaId}, {chiave.Name}, {valore})
        ON CONFLICT ("PersonaId", "Chiave") DO UPDATE SET "Valore" = excluded."Valore"
        """), 1) == 1;

    public Task<HashSet<Guid>> Selected(Guid personaId) =>
        With(db => db.Selezione.Where(s => s.PersonaId == personaId).Select(s => s.AffidamentoId).ToHashSetAsync());

    /// <summary>
    /// Ticks Affidamenti and leaves out those over the limit. It is one statement, so that two tabs at the same time neither make each
    /// other fail nor pass the limit together.
    /// </summary>
    public Task Select(OwnPreferences own, IEnumerable<Guid> affidamenti) => With(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "AffidamentiSelezionati" ("PersonaId", "AffidamentoId")
        SELECT {own.PersonaId}, nuovi."value" FROM json_each({IdsInJson.Of(affidamenti)}) AS nuovi
        WHERE NOT EXISTS (SELECT 1 FROM "AffidamentiSelezionati" WHERE "PersonaId" = {own.PersonaId} AND "AffidamentoId" = nuovi."value")
        ORDER BY nuovi."key"
        LIMIT MAX(0, {MaxSelected} - (SELECT COUNT(*) FROM "AffidamentiSelezionati" WHERE "PersonaId" = {own.PersonaId}))
        """));

    public Task Deselect(OwnPreferences own, IReadOnlyCollection<Guid> affidamenti) =>
        With(db => db.Selezione.Where(s => s.PersonaId == own.PersonaId && affidamenti.Contains(s.AffidamentoId)).ExecuteDeleteAsync());

    public Task DeselectAll(OwnPreferences own) => With(db => db.Selezione.Where(s => s.PersonaId == own.PersonaId).ExecuteDeleteAsync());

    private async Task<T> With<T>(Func<PreferenzeDbContext, Task<T>> fai)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await fai(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
    }
}
