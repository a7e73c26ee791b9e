using System.Collections.Concurrent;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// The open sessions that this process knows. It notes the activity of their users, ends sessions that must end, and tells their circuits
/// at once.
/// </summary>
public sealed class OpenSessions(
    SessionStore store, SessionRights diritti, IOptions<SessionSettings> settings, TimeProvider clock,
    ILogger<OpenSessions> log) : IAfterCommit
{
    /// <summary>The time for which an ended session is kept in the database with its reason.</summary>
    private static readonly TimeSpan _memory = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<Guid, LiveSession> _live = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Adds a circuit to a session and returns that session in memory. The circuit is added before the stored end is read, so that an end
    /// in between is not missed.
    /// </summary>
    public async Task<LiveSession> Enter(Guid id)
    {
        var viva = Live(id);
        viva.Enter();
        _live[id] = viva;
        if (await store.EndOf(id) is { } motivo)
        {
            viva.End(motivo);
        }

        return viva;
    }

    /// <summary>Records that the user of a session is active, in a circuit or by an HTTP request. The next round stores it.</summary>
    public void Touch(Guid id) => Live(id).Touch(Now);

    /// <summary>
    /// Returns the last activity of a session's user, in UTC, as memory has it. Returns null when the session is not in memory.
    /// </summary>
    public DateTime? Activity(Guid id) => _live.TryGetValue(id, out var viva) ? viva.Activity : null;

    /// <summary>
    /// Returns the reason why a session has ended, or null while it is open. A session whose time has passed is ended here.
    /// </summary>
    public async Task<MotivoFine?> HasEnded(Sessione sessione)
    {
        if (sessione.FinitaIl is not null)
        {
            return sessione.Motivo ?? MotivoFine.Sconosciuta;
        }

        if (Limit(sessione) is { } motivo)
        {
            await End([sessione.Id], motivo);
            return motivo;
        }

        return null;
    }

    public async Task End(IReadOnlyCollection<Guid> ids, MotivoFine motivo)
    {
        if (ids.Count == 0)
        {
            return;
        }

        try
        {
            await store.End(ids, motivo, Now);
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            // The sessions end even so. The next round writes their end.
            log.LogError(e, "The end of sessions could not be written: {Code}", fault.Code);
        }

        foreach (var id in ids)
        {
            log.LogInformation("Session {Sessione} ended: {Motivo}", id, motivo);
            if (_live.TryGetValue(id, out var viva))
            {
                viva.End(motivo);
            }
        }
    }

    /// <summary>
    /// Ends at once the sessions whose right a committed act has taken away. The next round ends those that are missed here.
    /// </summary>
    public async Task AfterCommit(IReadOnlyList<CommittedEvent> committed)
    {
        foreach (var evento in committed)
        {
            switch (evento.Azione)
            {
                case Azioni.SessioniChiuse or Azioni.IdentitaScollegata:
                    await End([.. (await store.Open(evento.OggettoId)).Select(s => s.Id)], MotivoFine.ChiusaDallUfficio);
                    break;
                case Azioni.PersonaDisattivata or Azioni.RuoloTolto or Azioni.DelegaRevocata:
                    await EndWithoutRight(await store.Open(evento.OggettoId));
                    break;
            }
        }
    }

    /// <summary>
    /// Runs one round: stores the noted activity, ends sessions that must end, warns those near their end, and deletes old ones.
    /// </summary>
    public async Task Round()
    {
        try
        {
            await Write();
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            // Sessions must end in time even when nothing can be written.
            log.LogError(e, "The activity of sessions could not be written: {Code}", fault.Code);
        }

        var aperte = await store.Open();
        foreach (var gruppo in aperte.Where(s => Limit(s) is not null).GroupBy(s => Limit(s)!.Value))
        {
            await End([.. gruppo.Select(s => s.Id)], gruppo.Key);
        }

        await EndWithoutRight(aperte);
        foreach (var sessione in aperte)
        {
            if (_live.TryGetValue(sessione.Id, out var viva))
            {
                var (quando, prorogabile) = NextEnd(sessione);
                viva.Notify(quando - Now <= SessionSettings.Preavviso ? quando : null, prorogabile);
            }
        }

        var conosciute = aperte.Select(s => s.Id).ToHashSet();
        foreach (var viva in _live.Values)
        {
            if (viva.HasNoCircuits)
            {
                _live.TryRemove(viva.Id, out _);
                if (!viva.HasNoCircuits)
                {
                    // A circuit opened at this very moment.
                    _live.TryAdd(viva.Id, viva);
                }
            }
            else if (!conosciute.Contains(viva.Id) && await store.EndOf(viva.Id) is { } motivo)
            {
                // Another process ended the session, or the database was changed by hand.
                viva.End(motivo);
            }
        }

        await store.Forget(Now - _memory);
    }

    /// <summary>Stores the activity noted in memory in the database.</summary>
    public Task Write() => store.Mark(
        _live.Values.Select(v => (v.Id, Utc: v.TakeActivity())).Where(x => x.Utc is not null).ToDictionary(x => x.Id, x => x.Utc!.Value));

    private LiveSession Live(Guid id) => _live.GetOrAdd(id, _ => new LiveSession(id, DateTime.MinValue));

    private async Task EndWithoutRight(IReadOnlyCollection<Sessione> aperte)
    {
        foreach (var gruppo in (await diritti.Lost(aperte)).GroupBy(p => p.Value, p => p.Key))
        {
            await End([.. gruppo], gruppo.Key);
        }
    }

    private MotivoFine? Limit(Sessione sessione)
    {
        var (quando, prorogabile) = NextEnd(sessione);
        return Now < quando ? null : prorogabile ? MotivoFine.Inattivita : MotivoFine.DurataMassima;
    }

    /// <summary>
    /// Returns the instant, in UTC, at which a session will end without further activity, and whether activity would delay it.
    /// </summary>
    private (DateTime Quando, bool Prorogabile) NextEnd(Sessione sessione)
    {
        var attivita = Activity(sessione.Id) is { } vista && vista > sessione.UltimaAttivita ? vista : sessione.UltimaAttivita;
        var inattiva = attivita + settings.Value.Inattivita;
        return inattiva < sessione.Scadenza ? (inattiva, true) : (sessione.Scadenza, false);
    }
}
