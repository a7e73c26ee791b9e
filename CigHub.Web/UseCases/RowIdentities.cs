using System.Security.Cryptography;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Records the identity (name and codice fiscale, under a hash) of each person at the moment of an act: a new row for a person who changed,
/// and the hash of the person who acts.
/// </summary>
internal sealed class RowIdentities(CigHubDbContext db)
{
    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<string?>> _last = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid personaId, CancellationToken ct) =>
            db.IdentitaPersone.Where(i => i.PersonaId == personaId).OrderByDescending(i => i.Dal).Select(i => i.Impronta).FirstOrDefault());

    private static readonly string[] _whoItIs = [nameof(Persona.Nome), nameof(Persona.Cognome), nameof(Persona.CodiceFiscale)];

    private Dictionary<Guid, string>? _all;

    /// <summary>
    /// Adds to the context a new identity for every person who is new or whose name or codice fiscale changed, unless the act has added it
    /// already. Call it after the change tracker has detected the changes.
    /// </summary>
    public static void Note(CigHubDbContext db, DateTime utc)
    {
        var portate = db.ChangeTracker.Entries<IdentitaPersona>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.PersonaId).ToHashSet();
        foreach (var entry in db.ChangeTracker.Entries<Persona>().Where(e => !e.Entity.SenzaNome && !portate.Contains(e.Entity.Id)).ToList())
        {
            if (entry.State == EntityState.Added || (entry.State == EntityState.Modified && Array.Exists(_whoItIs, p => entry.Property(p).IsModified)))
            {
                db.Add(IdentitaPersona.Della(entry.Entity, RandomNumberGenerator.GetBytes(IdentitaPersona.LunghezzaSale), utc));
            }
        }
    }

    /// <summary>Reads the current identities of all persons at once, so that <see cref="Of"/> needs no further query.</summary>
    public async Task ReadAll(CancellationToken ct) =>
        _all = (await db.IdentitaPersone.AsNoTracking().Where(i => i.PersonaId != null).OrderBy(i => i.Dal)
                .Select(i => new { PersonaId = i.PersonaId!.Value, i.Impronta }).ToListAsync(ct))
            .GroupBy(i => i.PersonaId).ToDictionary(g => g.Key, g => g.Last().Impronta);

    /// <summary>Returns the hash of a person's current identity, or null for a person who has none.</summary>
    public async Task<string?> Of(Guid personaId, CancellationToken ct)
    {
        if (_all is not null)
        {
            return _all.GetValueOrDefault(personaId);
        }

        var added = db.ChangeTracker.Entries<IdentitaPersona>().FirstOrDefault(e => e.State == EntityState.Added && e.Entity.PersonaId == personaId);
        return added?.Entity.Impronta ?? await _last(db, personaId, ct);
    }
}
