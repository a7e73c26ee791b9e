using System.Collections.Concurrent;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Sessioni;

/// <summary>The open sessions of this process. It notes activity, ends sessions that must end, and tells their circuits at once.</summary>
public sealed class OpenSessions(
    SessionStore archivio, SessionRights diritti, IOptions<SessionSettings> settings, TimeProvider clock,
    ILogger<OpenSessions> log) : IAfterCommit
{
    /// <summary>The time for which an ended session and its reason are kept.</summary>
    private static readonly TimeSpan _memoria = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<Guid, LiveSession> _vive = new();

    private DateTime Adesso => clock.GetUtcNow().UtcDateTime;

    /// <summary>Enters a circuit of the session. The session is entered before its end is read, so that an end in between is not missed.</summary>
    public async Task<LiveSession> Entra(Guid id)
    {
        var viva = Viva(id);
        viva.Entra();
        _vive[id] = viva;
        if (await archivio.Fine(id) is { } motivo)
        {
            viva.Termina(motivo);
        }

        return viva;
    }

    /// <summary>Records an activity of the user, in a circuit or by a request. The next round writes it.</summary>
    public void Tocca(Guid id) => Viva(id).Tocca(Adesso);

    /// <summary>Returns the last activity in memory, UTC; null when the session is not in memory.</summary>
    public DateTime? Attivita(Guid id) => _vive.TryGetValue(id, out var viva) ? viva.Attivita : null;

    /// <summary>Returns the reason why a session is over; null while it goes on. Ends a session whose time is over.</summary>
    public async Task<MotivoFine?> Finita(Sessione sessione)
    {
        if (sessione.FinitaIl is not null)
        {
            return sessione.Motivo ?? MotivoFine.Sconosciuta;
        }

        if (Limite(sessione) is { } motivo)
        {
            await Termina([sessione.Id], motivo);
            return motivo;
        }

        return null;
    }

    public async Task Termina(IReadOnlyCollection<Guid> ids, MotivoFine motivo)
    {
        if (ids.Count == 0)
        {
            return;
        }

        try
        {
            await archivio.Termina(ids, motivo, Adesso);
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            // The sessions end even so. The next round writes their end.
            log.LogError(e, "The end of sessions could not be written: {Code}", fault.Code);
        }

        foreach (var id in ids)
        {
            log.LogInformation("Session {Sessione} ended: {Motivo}", id, motivo);
            if (_vive.TryGetValue(id, out var viva))
            {
                viva.Termina(motivo);
            }
        }
    }

    /// <summary>Ends at once the sessions that an act leaves without a right. The next round ends those that are missed here.</summary>
    public async Task AfterCommit(IReadOnlyList<CommittedEvent> committed)
    {
        foreach (var evento in committed)
        {
            switch (evento.Azione)
            {
                case Azioni.SessioniChiuse or Azioni.IdentitaScollegata:
                    await Termina([.. (await archivio.Aperte(evento.OggettoId)).Select(s => s.Id)], MotivoFine.ChiusaDallUfficio);
                    break;
                case Azioni.PersonaDisattivata or Azioni.RuoloTolto:
                    await TerminaSenzaDiritto(await archivio.Aperte(evento.OggettoId));
                    break;
            }
        }
    }

    /// <summary>Runs one round: writes noted activity, ends sessions that must end, warns those about to end, and forgets old ones.</summary>
    public async Task Giro()
    {
        try
        {
            await Scrivi();
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            // Sessions must end in time even when nothing can be written.
            log.LogError(e, "The activity of sessions could not be written: {Code}", fault.Code);
        }

        var aperte = await archivio.Aperte();
        foreach (var gruppo in aperte.Where(s => Limite(s) is not null).GroupBy(s => Limite(s)!.Value))
        {
            await Termina([.. gruppo.Select(s => s.Id)], gruppo.Key);
        }

        await TerminaSenzaDiritto(aperte);
        foreach (var sessione in aperte)
        {
            if (_vive.TryGetValue(sessione.Id, out var viva))
            {
                var (quando, prorogabile) = Prossima(sessione);
                viva.Avvisa(quando - Adesso <= SessionSettings.Preavviso ? quando : null, prorogabile);
            }
        }

        var conosciute = aperte.Select(s => s.Id).ToHashSet();
        foreach (var viva in _vive.Values)
        {
            if (viva.SenzaCircuiti)
            {
                _vive.TryRemove(viva.Id, out _);
                if (!viva.SenzaCircuiti)
                {
                    // A circuit opened at this very moment.
                    _vive.TryAdd(viva.Id, viva);
                }
            }
            else if (!conosciute.Contains(viva.Id) && await archivio.Fine(viva.Id) is { } motivo)
            {
                // Another process ended the session, or the database was changed by hand.
                viva.Termina(motivo);
            }
        }

        await archivio.Dimentica(Adesso - _memoria);
    }

    /// <summary>Writes the noted activity to the store.</summary>
    public Task Scrivi() => archivio.Segna(
        _vive.Values.Select(v => (v.Id, Utc: v.PrendiAttivita())).Where(x => x.Utc is not null).ToDictionary(x => x.Id, x => x.Utc!.Value));

    private LiveSession Viva(Guid id) => _vive.GetOrAdd(id, _ => new LiveSession(id, DateTime.MinValue));

    private async Task TerminaSenzaDiritto(IReadOnlyCollection<Sessione> aperte)
    {
        foreach (var gruppo in (await diritti.Perse(aperte)).GroupBy(p => p.Value, p => p.Key))
        {
            await Termina([.. gruppo], gruppo.Key);
        }
    }

    private MotivoFine? Limite(Sessione sessione)
    {
        var (quando, prorogabile) = Prossima(sessione);
        return Adesso < quando ? null : prorogabile ? MotivoFine.Inattivita : MotivoFine.DurataMassima;
    }

    /// <summary>Returns the first end of a session, UTC, and whether activity delays it.</summary>
    private (DateTime Quando, bool Prorogabile) Prossima(Sessione sessione)
    {
        var attivita = Attivita(sessione.Id) is { } vista && vista > sessione.UltimaAttivita ? vista : sessione.UltimaAttivita;
        var inattiva = attivita + settings.Value.Inattivita;
        return inattiva < sessione.Scadenza ? (inattiva, true) : (sessione.Scadenza, false);
    }
}
