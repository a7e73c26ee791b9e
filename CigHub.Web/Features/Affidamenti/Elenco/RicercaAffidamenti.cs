using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>From a filter to SQL, in one place: the list, the export, the print and the selection ask the same question.</summary>
/// <remarks>Over the context's own filter by Ente, so that whatever is asked, another Ente's Affidamenti are not there.</remarks>
public sealed class RicercaAffidamenti(CigHubDbContext db, Ambito ambito, SceltePersonali scelte, AffidamentiInAttesa inAttesa, NomiCercati nomi)
{
    /// <summary>Most words of a free text that are looked for.</summary>
    private const int MaxParole = 10;

    public async Task<IQueryable<Affidamento>> Filtrati(FiltroAffidamenti f, Guid personaId)
    {
        var tra = f.Stato is null ? Visibili().Where(a => a.Stato != StatoAffidamento.Eliminato) : Visibili();
        return await FiltriAffidamenti.Tutti.Narrow(tra, f, new AmbitoDeiFiltri(personaId, db, this, scelte, inAttesa));
    }

    /// <summary>What a person has ticked and may see, in any state but deleted.</summary>
    public async Task<IQueryable<Affidamento>> Selezionati(Guid personaId) => await Filtrati(FiltroAffidamenti.Tutti with { Selezionati = true }, personaId);

    /// <summary>Said once more in words that SQLite can look up in an index: the context's own filter begins with «or all Enti».</summary>
    public IQueryable<Affidamento> Visibili()
    {
        var tutti = db.Affidamenti.AsNoTracking();
        return ambito is { TuttiGliEnti: false, EnteId: { } ente } ? tutti.Where(a => a.EnteId == ente) : tutti;
    }

    /// <summary>Each word begins a word of the Affidamento's own text, or of the name of its Ente, RUP, Lotto or Convenzione.</summary>
    public async Task<IQueryable<Affidamento>> ConParole(IQueryable<Affidamento> a, string testo, CancellationToken ct = default)
    {
        var parole = TestoPiegato.Parole(testo).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxParole).ToList();
        foreach (var (parola, trovati) in parole.Zip(await nomi.Trova(parole, ct)))
        {
            var (inizio, enti, rup, lotti) = (" " + parola, trovati.Enti, trovati.Rup, trovati.Lotti);
            a = (enti.Count, rup.Count, lotti.Count) is (0, 0, 0)
                ? a.Where(x => x.TestoRicerca.Contains(inizio))
                : a.Where(x => x.TestoRicerca.Contains(inizio) || enti.Contains(x.EnteId) || rup.Contains(x.RupId) || lotti.Contains(x.LottoId));
        }

        return a;
    }
}
