using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>Appends events to the registro inside the current transaction: the row, its leaf, the head of the tree.</summary>
/// <param name="db">The context that saves the events.</param>
/// <param name="clock">The clock that dates the events.</param>
internal sealed class EventRecorder(CigHubDbContext db, TimeProvider clock)
{
    private readonly RowIdentities _identita = new(db);
    private readonly PresentTitles _titoli = new(db);
    private readonly HiddenPeople _persone = new(db);

    private static readonly Func<CigHubDbContext, CancellationToken, Task<RigaTesta>> _leggi = EF.CompileAsyncQuery(
        (CigHubDbContext db, CancellationToken ct) => db.Testa.Single(t => t.Id == RigaTesta.Unica));

    private readonly List<CommittedEvent> _recorded = [];
    private RigaTesta? _riga;
    private TestaRegistro _testa = TestaRegistro.Vuota;

    /// <summary>The events of the acts that were done, without refusals.</summary>
    public IReadOnlyList<CommittedEvent> Recorded => _recorded;

    /// <summary>Reads the identities of all persons at once, for many acts in one transaction, none of which changes a person.</summary>
    public Task ReadIdentities(CancellationToken ct) => _identita.ReadAll(ct);

    /// <summary>Adds the event to the context, which saves it together with the changes that it tells of. Returns the event's number.</summary>
    public async Task<long> Aggiungi(
        Attore attore, EventToWrite evento, EsitoEvento esito, JsonObject? prima, JsonObject? dopo, Guid corr, CancellationToken ct)
    {
        // The Ente of the actor reads a refusal, and the object may belong to another Ente. So a refusal has no title of the object.
        attore = evento.Attore ?? attore;
        evento = await _titoli.Con(evento, attore.Ente, dellOggetto: esito == EsitoEvento.Ok, ct);
        attore = attore is { Id: { } chi, Identita: null } ? attore with { Identita = await _identita.Di(chi, ct) } : attore;
        var quando = clock.GetUtcNow().UtcDateTime;
        if (evento.Valori is { } suoi)
        {
            (prima, dopo) = suoi;
        }

        (prima, dopo, var dati) = await _persone.Senza(evento, prima, dopo, quando, ct);
        evento = evento with { Dati = dati };
        if (_riga is null)
        {
            _riga = await _leggi(db, ct);
            _testa = TestaRegistro.Da(_riga.Dimensione, _riga.Radice, _riga.Bordo).Value;
        }

        var scritta = Riga(_testa.Dimensione + 1, quando, attore, evento, esito, prima, dopo, corr);
        db.Registro.Add(scritta);
        _testa = _testa.Aggiungi(scritta.Foglia);
        if (esito == EsitoEvento.Ok)
        {
            _recorded.Add(new CommittedEvent(scritta.Seq, evento.Azione, evento.OggettoTipo, evento.OggettoId, evento.EnteId, attore));
        }

        return scritta.Seq;
    }

    /// <summary>
    /// Brings the row of the head up to the events that were added. It is called once before each save, because only it computes the root.
    /// </summary>
    public void MoveHead()
    {
        if (_riga is not null)
        {
            (_riga.Dimensione, _riga.Radice, _riga.Bordo) = (_testa.Dimensione, _testa.Radice, _testa.Bordo);
            db.Entry(_riga).DetectChanges();
        }
    }

    /// <summary>Checks that the registro knows the action, the kind of subject and the keys of an event.</summary>
    /// <exception cref="InvalidOperationException">One of them is not listed.</exception>
    internal static void Controlla(EventToWrite evento)
    {
        if (!Azioni.Tutte.Contains(evento.Azione) || !Oggetti.Tutti.Contains(evento.OggettoTipo))
        {
            throw new InvalidOperationException($"«{evento.Azione}» of «{evento.OggettoTipo}» has no name in the registro: list it.");
        }

        NomiRegistrati.ControllaChiavi(evento.Dati);
    }

    /// <summary>Returns the row of an event: its canonical bytes, their leaf, and the copies by which lists filter.</summary>
    private static RigaRegistro Riga(
        long seq, DateTime utc, Attore attore, EventToWrite evento, EsitoEvento esito, JsonObject? prima, JsonObject? dopo, Guid corr)
    {
        Controlla(evento);
        var oggetto = new OggettoEvento(evento.OggettoTipo, evento.OggettoId.ToString());
        var scritto = new Evento(seq, utc, attore, evento.EnteId, evento.Azione, oggetto, esito, prima, dopo, evento.Dati, corr);
        var canonico = scritto.Canonico();
        return new RigaRegistro
        {
            Seq = seq,
            Byte = canonico,
            Foglia = MerkleTree.Foglia(canonico),
            Utc = utc,
            AttoreId = attore.Id,
            Ruolo = attore.Ruolo,
            EnteId = evento.EnteId,
            Azione = evento.Azione,
            OggettoTipo = oggetto.Tipo,
            OggettoId = oggetto.Id,
            Esito = scritto.EsitoTesto,
        };
    }
}
