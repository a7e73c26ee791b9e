using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.WritePath;

/// <summary>Appends events to the registro inside the transaction under way: the row, its leaf, the tree's head.</summary>
public sealed class Registratore(CigHubDbContext db, TimeProvider clock)
{
    /// <summary>Adds the event to the context; it is saved with what it tells of. Gives its number.</summary>
    public async Task<long> Aggiungi(Attore attore, EventoDaScrivere evento, EsitoEvento esito, JsonObject? prima, JsonObject? dopo, Guid corr, CancellationToken ct)
    {
        var riga = await db.Testa.SingleAsync(t => t.Id == RigaTesta.Unica, ct);
        var testa = TestaRegistro.Da(riga.Dimensione, riga.Radice, riga.Bordo).Value;
        var scritto = new Evento(
            riga.Dimensione + 1,
            clock.GetUtcNow().UtcDateTime,
            attore,
            evento.EnteId,
            evento.Azione,
            new OggettoEvento(evento.OggettoTipo, evento.OggettoId.ToString()),
            esito,
            prima,
            dopo,
            evento.Dati,
            corr);
        var canonico = scritto.Canonico();
        var foglia = AlberoMerkle.Foglia(canonico);
        db.Registro.Add(new RigaRegistro
        {
            Seq = scritto.Seq,
            Byte = canonico,
            Foglia = foglia,
            Utc = scritto.Utc,
            AttoreId = attore.Id,
            Ruolo = attore.Ruolo,
            EnteId = evento.EnteId,
            Azione = evento.Azione,
            OggettoTipo = evento.OggettoTipo,
            OggettoId = evento.OggettoId.ToString(),
            Esito = scritto.EsitoTesto,
        });
        var nuova = testa.Aggiungi(foglia);
        riga.Dimensione = nuova.Dimensione;
        riga.Radice = nuova.Radice.ToArray();
        riga.Bordo = nuova.Bordo;
        return scritto.Seq;
    }
}
