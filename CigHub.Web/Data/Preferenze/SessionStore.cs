using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// The table of sessions. Sessions are not business data and have no event. A command that acts on a session has its own event.
/// </summary>
public sealed class SessionStore(IServiceScopeFactory scopes)
{
    private static readonly Func<PreferenzeDbContext, string, Task<Sessione?>> _byKey = EF.CompileAsyncQuery(
        (PreferenzeDbContext db, string chiave) => db.Sessioni.AsNoTracking().SingleOrDefault(s => s.Chiave == chiave));

    public Task Add(Sessione sessione) => With(db =>
    {
        db.Sessioni.Add(sessione);
        return db.SaveChangesAsync();
    });

    public Task<Sessione?> ByKey(string chiave) => With(db => _byKey(db, chiave));

    /// <summary>Returns the sessions that have not ended, without their tickets, of one person or of all.</summary>
    public Task<List<Sessione>> Open(Guid? personaId = null) => With(db => db.Sessioni.AsNoTracking()
        .Where(s => s.FinitaIl == null && (personaId == null || s.PersonaId == personaId))
        .OrderByDescending(s => s.UltimaAttivita)
        .Select(s => new Sessione
        {
            Id = s.Id,
            Chiave = s.Chiave,
            PersonaId = s.PersonaId,
            NomeUtente = s.NomeUtente,
            AppartenenzaId = s.AppartenenzaId,
            Ruoli = s.Ruoli,
            ApertaIl = s.ApertaIl,
            UltimaAttivita = s.UltimaAttivita,
            Scadenza = s.Scadenza,
            Browser = s.Browser,
        })
        .ToListAsync());

    /// <summary>
    /// Returns the reason why a session ended, or null while it is open. An unknown session counts as ended, with
    /// <see cref="MotivoFine.Sconosciuta"/>.
    /// </summary>
    public Task<MotivoFine?> EndOf(Guid id) => With(async db =>
        await db.Sessioni.Where(s => s.Id == id).Select(s => new { s.FinitaIl, s.Motivo }).SingleOrDefaultAsync() is { } trovata
            ? trovata.FinitaIl is null ? null : trovata.Motivo
            : MotivoFine.Sconosciuta);

    /// <summary>Ends sessions for one reason and deletes their tickets. A session that has already ended keeps its own reason.</summary>
    public Task End(IReadOnlyCollection<Guid> ids, MotivoFine motivo, DateTime utc) => With(db => db.Sessioni
        .Where(s => ids.Contains(s.Id) && s.FinitaIl == null)
        .ExecuteUpdateAsync(x => x.SetProperty(s => s.FinitaIl, utc).SetProperty(s => s.Motivo, motivo).SetProperty(s => s.Biglietto, Array.Empty<byte>())));

    /// <summary>
    /// Stores the instant at which each session was last used, all in one transaction. An earlier instant than the stored one changes
    /// nothing.
    /// </summary>
    public Task Mark(IReadOnlyDictionary<Guid, DateTime> attivita) => attivita.Count == 0 ? Task.CompletedTask : With(async db =>
    {
        await using var transazione = await db.Database.BeginTransactionAsync();
        foreach (var (id, utc) in attivita)
        {
            await db.Sessioni.Where(s => s.Id == id && s.UltimaAttivita < utc).ExecuteUpdateAsync(x => x.SetProperty(s => s.UltimaAttivita, utc));
        }

        await transazione.CommitAsync();
        return attivita.Count;
    });

    public Task ChangeTicket(Guid id, byte[] biglietto) =>
        With(db => db.Sessioni.Where(s => s.Id == id && s.FinitaIl == null).ExecuteUpdateAsync(x => x.SetProperty(s => s.Biglietto, biglietto)));

    /// <summary>Stores the person of a session whose user CigHub did not know yet at the sign-in.</summary>
    public Task Recognize(Guid id, Guid personaId) =>
        With(db => db.Sessioni.Where(s => s.Id == id).ExecuteUpdateAsync(x => x.SetProperty(s => s.PersonaId, personaId)));

    /// <summary>Deletes the sessions that ended before the given instant, exclusive.</summary>
    public Task Forget(DateTime prima) => With(db => db.Sessioni.Where(s => s.FinitaIl < prima).ExecuteDeleteAsync());

    private async Task<T> With<T>(Func<PreferenzeDbContext, Task<T>> fai)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await fai(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
    }
}
