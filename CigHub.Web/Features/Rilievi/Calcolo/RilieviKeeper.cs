using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Domain.Rilievi;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Rilievi.Calcolo;

/// <summary>
/// Keeps what the rules found, with one event. A rilievo that was there keeps its state. One that is new takes its state from the registro,
/// where the judgements are. A judged one that was not found stays, marked. One that nobody has judged goes.
/// </summary>
public sealed class RilieviKeeper(SystemWriter writer)
{
    /// <param name="chi">The person who asked for it. Null for the night.</param>
    public Task Keep(RilieviTrovati trovati, Actor? chi, CancellationToken ct = default) => writer.Write(
        async db =>
        {
            var tenuti = await db.Rilievi.Where(r => trovati.EnteId == null || r.EnteId == trovati.EnteId).ToDictionaryAsync(r => r.Id, ct);
            var stati = await Giudicati(db, ct);
            var aggiunti = 0;
            foreach (var trovato in trovati.Rilievi.DistinctBy(r => r.Id))
            {
                if (tenuti.Remove(trovato.Id, out var tenuto))
                {
                    tenuto.Aggiorna(trovato);
                    continue;
                }

                trovato.Riprendi(stati.GetValueOrDefault(trovato.Id, StatoRilievo.DaEsaminare));
                db.Rilievi.Add(trovato);
                aggiunti++;
            }

            foreach (var perduto in tenuti.Values)
            {
                if (perduto.Stato == StatoRilievo.DaEsaminare)
                {
                    db.Rilievi.Remove(perduto);
                }
                else
                {
                    perduto.NonTrovato();
                }
            }

            var dati = new JsonObject { ["righe"] = (long)trovati.Rilievi.Count, ["aggiunte"] = (long)aggiunti };
            return Events.Of(new EventToWrite(Azioni.RilieviCalcolati, Oggetti.Rilievo, Guid.Empty, trovati.EnteId, dati)
            {
                Actor = chi is null ? null : new Attore(chi.PersonaId, NomiRegistrati.Valore(chi.Ruolo), chi.EnteId),
            });
        },
        ct);

    /// <summary>Returns the state of every rilievo that was ever judged, as the last event about it says.</summary>
    private static async Task<Dictionary<Guid, StatoRilievo>> Giudicati(CigHubDbContext db, CancellationToken ct)
    {
        var eventi = await db.Registro.AsNoTracking()
            .Where(e => (e.Azione == Azioni.RilievoChiarito || e.Azione == Azioni.RilievoTrasmesso) && e.Esito == "ok")
            .Select(e => new { e.Seq, e.OggettoId, e.Azione }).ToListAsync(ct);
        return eventi.GroupBy(e => Guid.Parse(e.OggettoId)).ToDictionary(
            e => e.Key, e => e.MaxBy(x => x.Seq)!.Azione == Azioni.RilievoChiarito ? StatoRilievo.Chiarito : StatoRilievo.Trasmesso);
    }
}
