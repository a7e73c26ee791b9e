using System.Security.Cryptography;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.WritePath;

/// <summary>The identities of people at the moment of an act: a new row for a person who changed, and the hash of the person who acts.</summary>
public sealed class IdentitaDelleRighe(CigHubDbContext db)
{
    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<string?>> _ultima = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid personaId, CancellationToken ct) =>
            db.IdentitaPersone.Where(i => i.PersonaId == personaId).OrderByDescending(i => i.Dal).Select(i => i.Impronta).FirstOrDefault());

    private static readonly string[] _diChiE = [nameof(Persona.Nome), nameof(Persona.Cognome), nameof(Persona.CodiceFiscale)];

    /// <summary>
    /// Adds to the context the identity of everybody who is new or whose name or codice fiscale changed, unless the act has brought it. Changes must have been
    /// detected.
    /// </summary>
    public static void Annota(CigHubDbContext db, DateTime utc)
    {
        var portate = db.ChangeTracker.Entries<IdentitaPersona>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.PersonaId).ToHashSet();
        foreach (var entry in db.ChangeTracker.Entries<Persona>().Where(e => !e.Entity.SenzaNome && !portate.Contains(e.Entity.Id)).ToList())
        {
            if (entry.State == EntityState.Added || (entry.State == EntityState.Modified && Array.Exists(_diChiE, p => entry.Property(p).IsModified)))
            {
                db.Add(IdentitaPersona.Della(entry.Entity, RandomNumberGenerator.GetBytes(IdentitaPersona.LunghezzaSale), utc));
            }
        }
    }

    /// <summary>The hash of who a person is now; null for a person without one.</summary>
    public async Task<string?> Di(Guid personaId, CancellationToken ct) =>
        db.ChangeTracker.Entries<IdentitaPersona>().Where(e => e.State == EntityState.Added && e.Entity.PersonaId == personaId).Select(e => e.Entity.Impronta).FirstOrDefault()
        ?? await _ultima(db, personaId, ct);
}
