using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CigHub.Web.UseCases;

/// <summary>
/// Makes the events about work on drafts: one for each piece of work, with every field before and after. An autosave alone makes no event.
/// Its values stay in the Affidamento until the piece of work is recorded.
/// </summary>
internal static class BozzaWorkEvents
{
    /// <summary>
    /// Returns the event for a piece of work. Its author is the person who did the work, even when another person's act records it.
    /// </summary>
    public static EventToWrite Event(Affidamento affidamento, LavoroSullaBozza lavoro, Occasione occasione)
    {
        var dati = new JsonObject
        {
            ["dal"] = ChangeSet.Instant(lavoro.Dal),
            ["al"] = ChangeSet.Instant(lavoro.Al),
            ["occasione"] = NomiRegistrati.Valore(occasione)
        };
        var diverso = lavoro.ImportoPrima != lavoro.ImportoDopo;
        return new EventToWrite(Azioni.BozzaModificata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati)
        {
            Actor = new Attore(lavoro.PersonaId, NomiRegistrati.Valore(lavoro.Ruolo), affidamento.EnteId),
            DelegaId = lavoro.DelegaId,
            Values = (
                Side(affidamento.Id, lavoro.Campi.Select(c => (c.Percorso, c.Prima)), diverso ? lavoro.ImportoPrima : null),
                Side(affidamento.Id, lavoro.Campi.Select(c => (c.Percorso, c.Dopo)), diverso ? lavoro.ImportoDopo : null)),
        };
    }

    /// <summary>
    /// Returns the events of the pieces of work on the act's Affidamenti that are not recorded yet. They come before the events of the act
    /// itself.
    /// </summary>
    public static IReadOnlyList<EventToWrite> Before(Events atto, DbContext db)
    {
        var oggetti = atto.List.Where(e => e is { OggettoTipo: Oggetti.Affidamento, Azione: not Azioni.BozzaModificata })
            .Select(e => e.OggettoId).ToHashSet();
        return oggetti.Count == 0 ? [] :
        [
            .. from entry in db.ChangeTracker.Entries<Affidamento>()
               where entry.State != EntityState.Added && oggetti.Contains(entry.Entity.Id)
               let lavoro = entry.Entity.ConsegnaLavoro()
               where lavoro is not null
               select Event(entry.Entity, lavoro, Occasione.Atto),
        ];
    }

    /// <summary>
    /// Adds to the values before and after those that the change tracker does not report: the draft and amount of a new Affidamento, and
    /// later corrections of CUP and amount on the portal.
    /// </summary>
    public static void Add(JsonObject vecchi, JsonObject nuovi, EntityEntry entry)
    {
        if (entry.Entity is not Affidamento a)
        {
            return;
        }

        if (entry.State == EntityState.Added)
        {
            Add(nuovi, a.Bozza, a.ImportoAppalto);
            return;
        }

        var bozza = entry.Property(nameof(Affidamento.Bozza));
        if (bozza is { IsModified: true, OriginalValue: BozzaAd4 prima })
        {
            var campi = a.Bozza.Differenze(prima);
            Add(vecchi, campi.Select(c => (c.Percorso, c.Prima)));
            Add(nuovi, campi.Select(c => (c.Percorso, c.Dopo)));
        }

        var importo = entry.ComplexProperty(nameof(Affidamento.ImportoAppalto)).Property(nameof(Importo.Centesimi));
        if (importo.IsModified)
        {
            (vecchi[NomiRegistrati.ImportoAppalto], nuovi[NomiRegistrati.ImportoAppalto]) = ((long)importo.OriginalValue!, (long)importo.CurrentValue!);
        }
    }

    /// <summary>Adds the draft and the amount of an Affidamento as last recorded in the registro to its values.</summary>
    public static void AddRegistered(JsonObject valori, object riga)
    {
        if (riga is Affidamento a)
        {
            Add(valori, a.BozzaRegistrata ?? a.Bozza, a.ImportoRegistrato ?? a.ImportoAppalto);
        }
    }

    private static void Add(JsonObject valori, BozzaAd4 bozza, Importo importo)
    {
        valori[NomiRegistrati.ImportoAppalto] = importo.Centesimi;
        Add(valori, bozza.Differenze(BozzaAd4.Vuota).Select(c => (c.Percorso, c.Dopo)));
    }

    private static JsonObject Side(Guid id, IEnumerable<(string Percorso, string? Testo)> campi, Importo? importo)
    {
        JsonObject valori = [];
        if (importo is { } euro)
        {
            valori[NomiRegistrati.ImportoAppalto] = euro.Centesimi;
        }

        Add(valori, campi);
        return new JsonObject { [$"{NomiRegistrati.Tipo(typeof(Affidamento)).Nome}/{id}"] = valori };
    }

    /// <summary>Adds the fields of a draft that are filled in to the values. Adds nothing when all are empty.</summary>
    private static void Add(JsonObject valori, IEnumerable<(string Percorso, string? Testo)> campi)
    {
        var scritti = new JsonObject(campi.Where(c => !string.IsNullOrEmpty(c.Testo)).Select(c => KeyValuePair.Create(c.Percorso, (JsonNode?)c.Testo)));
        if (scritti.Count > 0)
        {
            valori[NomiRegistrati.Bozza] = scritti;
        }
    }
}
