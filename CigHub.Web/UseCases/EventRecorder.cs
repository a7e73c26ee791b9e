using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Appends events to the registro inside the current transaction: a row for each event, its leaf, and the new head of the Merkle tree.
/// </summary>
/// <param name="db">The context that saves the events.</param>
/// <param name="clock">The clock that dates the events.</param>
internal sealed class EventRecorder(CigHubDbContext db, TimeProvider clock)
{
    private readonly RowIdentities _identities = new(db);
    private readonly PresentTitles _titles = new(db);
    private readonly HiddenPeople _people = new(db);

    private static readonly Func<CigHubDbContext, CancellationToken, Task<RigaTesta>> _read = EF.CompileAsyncQuery(
        (CigHubDbContext db, CancellationToken ct) => db.Testa.AsNoTracking().Single(t => t.Id == RigaTesta.Unica));

    private readonly List<CommittedEvent> _recorded = [];
    private long? _stored;
    private TestaRegistro _head = TestaRegistro.Vuota;

    /// <summary>The events of the acts recorded so far, without refusals.</summary>
    public IReadOnlyList<CommittedEvent> Recorded => _recorded;

    /// <summary>
    /// Reads the current identities of all persons at once. Call it before a transaction of many acts, none of which may change a person.
    /// </summary>
    public Task ReadIdentities(CancellationToken ct) => _identities.ReadAll(ct);

    /// <summary>
    /// Adds an event to the context, which saves it together with the changes that it records. Returns the event's number.
    /// </summary>
    public async Task<long> Add(
        Attore attore, EventToWrite evento, EsitoEvento esito, JsonObject? prima, JsonObject? dopo, Guid corr, CancellationToken ct)
    {
        var scritta = await Append(await Compose(attore, evento, esito, prima, dopo, corr, ct), ct);
        db.NewEvents.Add(scritta);
        return scritta.Seq;
    }

    /// <summary>Returns an event with everything but its number, which it gets when it is appended.</summary>
    public async Task<ComposedEvent> Compose(
        Attore attore, EventToWrite evento, EsitoEvento esito, JsonObject? prima, JsonObject? dopo, Guid corr, CancellationToken ct)
    {
        // The Ente of the actor reads a refusal, and the object may belong to another Ente. So a refusal has no title of the object.
        attore = evento.Actor ?? attore;
        evento = await _titles.With(evento, attore.Ente, dellOggetto: esito == EsitoEvento.Ok, ct);
        evento = await WithDelega(evento, ct);
        attore = attore is { Id: { } chi, Identita: null } ? attore with { Identita = await _identities.Of(chi, ct) } : attore;
        var quando = clock.GetUtcNow().UtcDateTime;
        if (evento.Values is { } suoi)
        {
            (prima, dopo) = suoi;
        }

        (prima, dopo, var dati) = await _people.Without(evento, prima, dopo, quando, ct);
        return new ComposedEvent(attore, evento with { Data = dati }, esito, quando, prima, dopo, corr);
    }

    /// <summary>Gives an event the next number, moves the head past it, and returns its row. The caller writes the row.</summary>
    public async Task<RigaRegistro> Append(ComposedEvent evento, CancellationToken ct)
    {
        if (_stored is null)
        {
            var row = await _read(db, ct);
            (_stored, _head) = (row.Dimensione, TestaRegistro.Ricostruita(row.Dimensione, row.Radice, row.Bordo).Value);
        }

        var scritta = Row(_head.Dimensione + 1, evento);
        _head = _head.Aggiungi(scritta.Foglia);
        if (evento.Esito == EsitoEvento.Ok)
        {
            var e = evento.Event;
            _recorded.Add(new CommittedEvent(scritta.Seq, e.Azione, e.OggettoTipo, e.OggettoId, e.EnteId, evento.Actor));
        }

        return scritta;
    }

    /// <summary>
    /// Adds to the data of an event of a delegate the delega and the RUP who conferred it, by their ids. Returns any other event as it is.
    /// </summary>
    private async Task<EventToWrite> WithDelega(EventToWrite evento, CancellationToken ct)
    {
        if (evento.DelegaId is not { } id)
        {
            return evento;
        }

        var dati = evento.Data?.DeepClone().AsObject() ?? [];
        dati["delega"] = id.ToString();
        dati["perDelegaDi"] = (await db.Deleghe.Where(d => d.Id == id).Select(d => d.DeleganteId).SingleAsync(ct)).ToString();
        return evento with { Data = dati };
    }

    /// <summary>
    /// Writes the added events and moves the registro's head past them. It is called once after each save, because computing the root is
    /// costly.
    /// </summary>
    public void Write()
    {
        if (_stored is { } stored && stored < _head.Dimensione)
        {
            db.NewEvents.Write(db, stored, _head);
            _stored = _head.Dimensione;
        }
    }

    /// <summary>Checks that the action, the kind of object and the data keys of an event have stored names.</summary>
    /// <exception cref="InvalidOperationException">One of them is not listed.</exception>
    internal static void Check(EventToWrite evento)
    {
        if (!Azioni.Tutte.Contains(evento.Azione) || !Oggetti.Tutti.Contains(evento.OggettoTipo))
        {
            throw new InvalidOperationException($"«{evento.Azione}» of «{evento.OggettoTipo}» has no name in the registro: list it.");
        }

        NomiRegistrati.ControllaChiavi(evento.Data);
    }

    /// <summary>Returns the row of an event: its canonical bytes, their leaf, and the copies by which lists filter.</summary>
    private static RigaRegistro Row(long seq, ComposedEvent e)
    {
        var evento = e.Event;
        Check(evento);
        var oggetto = new OggettoEvento(evento.OggettoTipo, evento.OggettoId.ToString());
        var scritto = new Evento(seq, e.Utc, e.Actor, evento.EnteId, evento.Azione, oggetto, e.Esito, e.Prima, e.Dopo, evento.Data, e.Corr);
        var canonico = scritto.Canonico();
        return new RigaRegistro
        {
            Seq = seq,
            Byte = canonico,
            Foglia = MerkleTree.Leaf(canonico),
            Utc = e.Utc,
            AttoreId = e.Actor.Id,
            Ruolo = e.Actor.Ruolo,
            EnteId = evento.EnteId,
            Azione = evento.Azione,
            OggettoTipo = oggetto.Tipo,
            OggettoId = oggetto.Id,
            Esito = scritto.EsitoTesto,
        };
    }
}

/// <summary>An event with everything that the registro records, except its number.</summary>
internal sealed record ComposedEvent(
    Attore Actor, EventToWrite Event, EsitoEvento Esito, DateTime Utc, JsonObject? Prima, JsonObject? Dopo, Guid Corr);
