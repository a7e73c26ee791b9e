using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// Turns an <see cref="AffidamentiFilter"/> into SQL, in one place, so that the list, the export, the print and the selection find the same
/// Affidamenti.
/// </summary>
/// <remarks>It builds on the context's own filter by Ente, so that another Ente's Affidamenti are never there, whatever is asked.</remarks>
public sealed class AffidamentiSearch(CigHubDbContext db, Ambito ambito, PersonalChoices choices, AffidamentiInAttesa inAttesa, NameSearch nomi)
{
    /// <summary>The most words of a free text that are searched. Further words are ignored.</summary>
    private const int MaxParole = 10;

    public async Task<IQueryable<Affidamento>> Filtrati(AffidamentiFilter f, Guid personaId)
    {
        var tra = f.Stato is null ? Visibili().Where(a => a.Stato != StatoAffidamento.Eliminato) : Visibili();
        return await AffidamentiFilterSet.Tutti.Narrow(tra, f, new FilterScope(personaId, db, this, choices, inAttesa));
    }

    /// <summary>Returns the Affidamenti that a user has ticked and may still see. Leaves out the deleted ones.</summary>
    public async Task<IQueryable<Affidamento>> Selezionati(Guid personaId) => await Filtrati(AffidamentiFilter.Tutti with { Selezionati = true }, personaId);

    /// <summary>
    /// Returns the Affidamenti that the user may see. It repeats the filter by Ente in a form for which SQLite uses an index. The context's
    /// own filter cannot use one, because it begins with «or all Enti».
    /// </summary>
    public IQueryable<Affidamento> Visibili()
    {
        var tutti = db.Affidamenti.AsNoTracking();
        return ambito is { TuttiGliEnti: false, EnteId: { } ente } ? tutti.Where(a => a.EnteId == ente) : tutti;
    }

    /// <summary>
    /// Keeps the Affidamenti that contain every word of the text, at least as the beginning of a word. It searches the Affidamento's own
    /// text and the names of its Ente, RUP, Lotto and Convenzione.
    /// </summary>
    public async Task<IQueryable<Affidamento>> ConParole(IQueryable<Affidamento> a, string testo, CancellationToken ct = default)
    {
        var parole = FoldedText.Parole(testo).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxParole).ToList();
        foreach (var (parola, trovati) in parole.Zip(await nomi.Find(parole, ct)))
        {
            var (inizio, enti, rup, lotti) = (" " + parola, trovati.Enti, trovati.Rup, trovati.Lotti);
            a = (enti.Count, rup.Count, lotti.Count) is (0, 0, 0)
                ? a.Where(x => x.TestoRicerca.Contains(inizio))
                : a.Where(x => x.TestoRicerca.Contains(inizio) || enti.Contains(x.EnteId) || rup.Contains(x.RupId) || lotti.Contains(x.LottoId));
        }

        return a;
    }
}
