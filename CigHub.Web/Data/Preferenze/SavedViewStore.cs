using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>The outcome of writing a saved view.</summary>
public enum SavedViewOutcome
{
    Saved,

    /// <summary>Another view of the same person and list has the name.</summary>
    NameTaken,

    /// <summary>The person has as many views of the list as there may be.</summary>
    TooMany,

    /// <summary>The person has no such view, for example because it was removed in another tab.</summary>
    Gone,
}

/// <summary>Keeps the views of lists that a person has saved by name, so that any computer finds them again.</summary>
/// <remarks>
/// Every write is one SQL statement, so that two tabs at the same time neither make each other fail nor pass the limit together. A write
/// that is repeated changes nothing more.
/// </remarks>
public sealed class SavedViewStore(IServiceScopeFactory scopes)
{
    /// <summary>The most views that one person may keep of one list.</summary>
    public const int Most = 20;

    /// <summary>Returns the views of a person for a list, by name.</summary>
    public Task<List<VistaSalvata>> Read(Guid personaId, ListKey lista) => With(db =>
        db.Viste.AsNoTracking().Where(v => v.PersonaId == personaId && v.Lista == lista.Name).OrderBy(v => v.Chiave).ToListAsync());

    /// <summary>Saves a new view. A second call with the same id and the same name saves nothing more.</summary>
    public Task<SavedViewOutcome> Add(OwnPreferences own, ListKey lista, Guid id, string nome, string filtri) => With(async db =>
    {
        var chiave = Key(nome);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "VisteSalvate" ("Id", "PersonaId", "Lista", "Nome", "Chiave", "Filtri", "Apre")
            SELECT {id}, {own.PersonaId}, {lista.Name}, {nome}, {chiave}, {filtri}, 0
            WHERE (SELECT COUNT(*) FROM "VisteSalvate" WHERE "PersonaId" = {own.PersonaId} AND "Lista" = {lista.Name}) < {Most}
            ON CONFLICT DO NOTHING
            """);
        if (added == 1)
        {
            return SavedViewOutcome.Saved;
        }

        var named = await db.Viste.Where(v => v.PersonaId == own.PersonaId && v.Lista == lista.Name && v.Chiave == chiave)
            .Select(v => (Guid?)v.Id).SingleOrDefaultAsync();
        return named == id ? SavedViewOutcome.Saved : named is not null ? SavedViewOutcome.NameTaken : SavedViewOutcome.TooMany;
    });

    public Task<SavedViewOutcome> Rename(OwnPreferences own, Guid id, string nome) => With(async db =>
    {
        var renamed = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE OR IGNORE "VisteSalvate" SET "Nome" = {nome}, "Chiave" = {Key(nome)} WHERE "Id" = {id} AND "PersonaId" = {own.PersonaId}
            """);
        return renamed == 1 ? SavedViewOutcome.Saved
            : await db.Viste.AnyAsync(v => v.Id == id && v.PersonaId == own.PersonaId) ? SavedViewOutcome.NameTaken
            : SavedViewOutcome.Gone;
    });

    /// <summary>Replaces the filters, order and columns of a view. Its name stays.</summary>
    public Task<SavedViewOutcome> Replace(OwnPreferences own, Guid id, string filtri) => With(async db =>
        await db.Viste.Where(v => v.Id == id && v.PersonaId == own.PersonaId).ExecuteUpdateAsync(set => set.SetProperty(v => v.Filtri, filtri)) == 1
            ? SavedViewOutcome.Saved
            : SavedViewOutcome.Gone);

    /// <summary>Makes one view the one that opens with the list, or none for null.</summary>
    public Task SetOpening(OwnPreferences own, ListKey lista, Guid? id) => With(db => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE "VisteSalvate" SET "Apre" = ("Id" = {id ?? Guid.Empty}) WHERE "PersonaId" = {own.PersonaId} AND "Lista" = {lista.Name}
        """));

    public Task Remove(OwnPreferences own, Guid id) => With(db => db.Viste.Where(v => v.Id == id && v.PersonaId == own.PersonaId).ExecuteDeleteAsync());

    /// <summary>Returns the form of a name by which two names count as the same: without regard to upper and lower case.</summary>
    private static string Key(string nome) => nome.ToUpperInvariant();

    private async Task<T> With<T>(Func<PreferenzeDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
    }
}
