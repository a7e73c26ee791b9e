using System.Text.Json.Nodes;
using CigHub.Domain.OpenData;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>
/// Keeps the differences that the last file showed, with one event. A difference that was there keeps its state. A new one is explained
/// when the registro has an explanation of the same difference. One that the file does not show any more goes.
/// </summary>
public sealed class RiconciliazioneKeeper(SystemWriter writer, TimeProvider clock)
{
    /// <summary>The largest number of differences that are kept of one file. Beyond that, the page says how many there are.</summary>
    public const int Most = 10_000;

    /// <summary>Keeps what was found, in the name of the user who chose the file.</summary>
    public Task Keep(OpenDataEsaminato esaminato, Actor chi, CancellationToken ct = default) => writer.Write(
        async db =>
        {
            var id = FileOpenData.IdOf(esaminato.EnteId, esaminato.File.Tracciato);
            var file = await db.FileOpenData.SingleOrDefaultAsync(f => f.Id == id, ct);
            if (file is null)
            {
                db.FileOpenData.Add(file = new FileOpenData(esaminato.EnteId, esaminato.File.Tracciato));
            }

            var trovate = esaminato.Differenze;
            file.Sostituisci(esaminato.File, Math.Max(0, trovate.Count - Most), clock.GetUtcNow().UtcDateTime);
            var tenute = await db.DifferenzeOpenData.Where(d => d.FileId == id).ToDictionaryAsync(d => d.Id, ct);
            var spiegate = await Spiegate(db, ct);
            var nuove = 0;
            foreach (var trovata in trovate.Take(Most))
            {
                var differenza = new DifferenzaOpenData(id, trovata);
                if (tenute.Remove(differenza.Id, out var tenuta))
                {
                    tenuta.Scrivi(trovata);
                    continue;
                }

                differenza.Riprendi(differenza.IdentitaNelRegistro().Any(spiegate.Contains));
                db.DifferenzeOpenData.Add(differenza);
                nuove++;
            }

            db.DifferenzeOpenData.RemoveRange(tenute.Values);
            var dati = new JsonObject
            {
                ["file"] = file.Nome,
                ["sha256"] = file.Sha256,
                ["righe"] = (long)file.Righe,
                ["discordanze"] = (long)trovate.Count,
                ["aggiunte"] = (long)nuove,
            };
            return Events.Of(new EventToWrite(Azioni.OpenDataConfrontati, Oggetti.OpenData, id, esaminato.EnteId, dati)
            {
                Actor = new Attore(chi.PersonaId, NomiRegistrati.Valore(chi.Ruolo), chi.EnteId),
            });
        },
        ct);

    /// <summary>Returns the identities of all differences that were ever explained.</summary>
    private static async Task<HashSet<Guid>> Spiegate(CigHubDbContext db, CancellationToken ct) =>
    [
        .. (await db.Registro.AsNoTracking().Where(e => e.Azione == Azioni.DifferenzaSpiegata && e.Esito == "ok")
            .Select(e => e.OggettoId).ToListAsync(ct)).Select(Guid.Parse),
    ];
}
