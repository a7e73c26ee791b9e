using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.WritePath;

/// <summary>Appends events to the registro inside the transaction under way: the row, its leaf, the tree's head.</summary>
public sealed class Registratore(CigHubDbContext db, IdentitaDelleRighe identita, TimeProvider clock)
{
    private readonly TitoliDelMomento _titoli = new(db);
    private readonly PersoneNascoste _persone = new(db);

    private static readonly Func<CigHubDbContext, CancellationToken, Task<RigaTesta>> _leggi = EF.CompileAsyncQuery(
        (CigHubDbContext db, CancellationToken ct) => db.Testa.Single(t => t.Id == RigaTesta.Unica));

    private RigaTesta? _riga;

    /// <summary>Adds the event to the context; it is saved with what it tells of. Gives its number.</summary>
    /// <param name="utc">When it happened; null: now.</param>
    public async Task<long> Aggiungi(
        Attore attore, EventoDaScrivere evento, EsitoEvento esito, JsonObject? prima, JsonObject? dopo, Guid corr, CancellationToken ct, DateTime? utc = null)
    {
        // A refusal is read by the Ente of whoever tried, and its object may be another Ente's: then it has no title.
        attore = evento.Attore ?? attore;
        evento = await _titoli.Con(evento, attore.Ente, dellOggetto: esito == EsitoEvento.Ok, ct);
        attore = attore is { Id: { } chi, Identita: null } ? attore with { Identita = await identita.Di(chi, ct) } : attore;
        var quando = utc ?? clock.GetUtcNow().UtcDateTime;
        if (evento.Valori is { } suoi)
        {
            (prima, dopo) = suoi;
        }

        (prima, dopo, var dati) = await _persone.Senza(evento, prima, dopo, quando, ct);
        evento = evento with { Dati = dati };
        var riga = _riga ??= await _leggi(db, ct);
        var testa = TestaRegistro.Da(riga.Dimensione, riga.Radice, riga.Bordo).Value;
        var scritta = Riga(riga.Dimensione + 1, quando, attore, evento, esito, prima, dopo, corr);
        db.Registro.Add(scritta);
        Porta(riga, testa.Aggiungi(scritta.Foglia));
        db.Entry(riga).DetectChanges();
        return scritta.Seq;
    }

    /// <summary>The row of an event: its canonical bytes, their leaf, and the copies that lists filter by.</summary>
    internal static RigaRegistro Riga(long seq, DateTime utc, Attore attore, EventoDaScrivere evento, EsitoEvento esito, JsonObject? prima, JsonObject? dopo, Guid corr)
    {
        NomiRegistrati.Controlla(evento);
        var oggetto = new OggettoEvento(evento.OggettoTipo, evento.OggettoId.ToString());
        var scritto = new Evento(seq, utc, attore, evento.EnteId, evento.Azione, oggetto, esito, prima, dopo, evento.Dati, corr);
        var canonico = scritto.Canonico();
        return new RigaRegistro
        {
            Seq = seq,
            Byte = canonico,
            Foglia = AlberoMerkle.Foglia(canonico),
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

    /// <summary>Brings the head's row to a head.</summary>
    internal static void Porta(RigaTesta riga, TestaRegistro testa)
    {
        riga.Dimensione = testa.Dimensione;
        riga.Radice = testa.Radice;
        riga.Bordo = testa.Bordo;
    }
}
