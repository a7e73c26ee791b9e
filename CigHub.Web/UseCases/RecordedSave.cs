using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CigHub.Web.UseCases;

/// <summary>
/// Does the last step of every act: raises the versions, adds the events with the values before and after, and saves all in one save.
/// </summary>
/// <param name="db">The context that saves the act.</param>
/// <param name="clock">The clock that dates the act.</param>
public sealed class RecordedSave(CigHubDbContext db, TimeProvider clock)
{
    private readonly EventRecorder _recorder = new(db, clock);

    /// <summary>The events of the acts recorded so far, without refusals.</summary>
    internal IReadOnlyList<CommittedEvent> Recorded => _recorder.Recorded;

    /// <summary>
    /// Saves the content of the context together with its events. The first event carries the values before and after of everything that
    /// changed.
    /// </summary>
    public async Task<Receipt> Save(Events eventi, Attore attore, IVersioned? visto, CancellationToken ct)
    {
        var (composti, version) = await Compose(eventi, attore, visto, ct);
        var (lavori, primoSeq) = (composti.Count - eventi.List.Count, 0L);
        for (var i = 0; i < composti.Count; i++)
        {
            var riga = await _recorder.Append(composti[i], ct);
            db.NewEvents.Add(riga);
            primoSeq = i == lavori ? riga.Seq : primoSeq;
        }

        await Save(ct);
        return new Receipt(primoSeq, version);
    }

    /// <summary>Prepares for a transaction of many acts by reading all identities at once. None of the acts may change a person.</summary>
    internal Task Prepare(CancellationToken ct) => _recorder.ReadIdentities(ct);

    /// <summary>
    /// Composes the events of an act from what the context has tracked, and raises the versions of the aggregates that it changed. The events
    /// about work on drafts come first.
    /// </summary>
    internal async Task<(IReadOnlyList<ComposedEvent> Events, int Version)> Compose(Events eventi, Attore attore, IVersioned? visto, CancellationToken ct)
    {
        var lavori = BozzaWorkEvents.Before(eventi, db);

        // Detect changes once. From here on, changes go through tracked entries or are new.
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        RowIdentities.Note(db, clock.GetUtcNow().UtcDateTime);
        var cambiate = ChangeSet.Changed(db);
        var version = RaiseVersions(db, cambiate, visto);
        var (prima, dopo) = eventi.List.Any(e => e.Values is null) ? ChangeSet.Of(cambiate) : (null, null);
        List<ComposedEvent> composti = [];
        foreach (var lavoro in lavori)
        {
            composti.Add(await _recorder.Compose(attore, lavoro, EsitoEvento.Ok, null, null, db.Ids.Next(), ct));
        }

        var corr = db.Ids.Next();
        foreach (var evento in eventi.List)
        {
            // The values that the change tracker found belong to the first event of the act itself.
            var conValori = evento.Values is null && (prima ?? dopo) is not null;
            composti.Add(await _recorder.Compose(attore, evento, EsitoEvento.Ok, conValori ? prima : null, conValori ? dopo : null, corr, ct));
            (prima, dopo) = conValori ? (null, null) : (prima, dopo);
        }

        return (composti, version);
    }

    /// <summary>Gives a composed event the next number and returns its row, which the caller writes.</summary>
    internal Task<RigaRegistro> Append(ComposedEvent evento, CancellationToken ct) => _recorder.Append(evento, ct);

    /// <summary>Saves the events and changes that were added before.</summary>
    internal async Task Save(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        _recorder.Write();
    }

    /// <summary>Records that an actor tried a command and was refused.</summary>
    /// <param name="command">The refused command.</param>
    /// <param name="nome">The stored name of the command.</param>
    /// <param name="actor">The user who tried it.</param>
    /// <param name="azione">The action of the event.</param>
    /// <param name="ct">Cancels the save.</param>
    public async Task Denied(ICommand command, string nome, Actor actor, string azione, CancellationToken ct)
    {
        var (tipo, id) = command switch
        {
            IOnAffidamento su => (Oggetti.Affidamento, su.AffidamentoId),
            _ => (Oggetti.Comando, Guid.Empty),
        };
        var dati = new JsonObject { ["comando"] = nome };
        var evento = new EventToWrite(azione, tipo, id, actor.EnteId, dati) { DelegaId = await DelegaOf(actor, ct) };
        await Denied(evento, new Attore(actor.PersonaId, NomiRegistrati.Valore(actor.Ruolo), actor.EnteId), ct);
    }

    /// <summary>Returns the delega that the actor names, if there is one and it is the actor's own. It need not be in force.</summary>
    private async Task<Guid?> DelegaOf(Actor actor, CancellationToken ct) =>
        actor.Delega is { } uso && await db.Deleghe.AnyAsync(d => d.Id == uso.Id && d.DelegatoId == actor.PersonaId, ct) ? uso.Id : null;

    /// <summary>Saves the event of a refusal, and no other change.</summary>
    public async Task Denied(EventToWrite evento, Attore attore, CancellationToken ct)
    {
        await _recorder.Add(attore, evento, EsitoEvento.Negato, null, null, db.Ids.Next(), ct);
        await Save(ct);
    }

    /// <summary>
    /// Raises the version of every aggregate that changed, itself or in a part of it, by one. The version that the user saw becomes the
    /// original value, so that the save fails when the stored one is newer.
    /// </summary>
    internal static int RaiseVersions(DbContext db, IEnumerable<EntityEntry> cambiate, IVersioned? visto)
    {
        var radici = cambiate.Select(e => e.Entity switch { Aggregate a => a.Id, IPartOf p => p.RadiceId, _ => Guid.Empty }).ToHashSet();
        if (visto is not null)
        {
            radici.Add(visto.RootId);
        }

        var version = 0;
        foreach (var radice in db.ChangeTracker.Entries<Aggregate>().Where(e => e.State != EntityState.Added && radici.Contains(e.Entity.Id)).ToList())
        {
            var property = radice.Property(x => x.Version);
            if (radice.Entity.Id == visto?.RootId)
            {
                property.OriginalValue = visto.Version;
            }

            property.CurrentValue = property.OriginalValue + 1;
            version = radice.Entity.Id == visto?.RootId ? property.CurrentValue : version;
        }

        return version;
    }
}
