using CigHub.Web.Data;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>Narrows the sums of the ledger to the choice of a page.</summary>
internal static class SommeScelte
{
    /// <summary>Returns the sums that match a choice, at the coarsest level that has them.</summary>
    /// <param name="al">The last day that counts, or null for everything.</param>
    /// <param name="perMese">Says whether the sums have to tell their month.</param>
    /// <param name="perChi">Says whether the sums have to tell their Ente and supplier.</param>
    public static IQueryable<LedgerSum> Scelte(
        this CigHubDbContext db, SpesaFilter filter, DateOnly? al, Fornitori fornitori, bool perMese, bool perChi)
    {
        var level = !perChi && filter is { EnteId: null, Fornitore: null } ? SpesaLevel.Lotti
            : perMese || filter is not { Mese: null, Anno: null } ? SpesaLevel.Mesi
            : SpesaLevel.Sempre;
        var somme = db.Somme(filter.Orologio, al, level);
        somme = filter.LottoId is { } lotto ? somme.Where(s => s.LottoId == lotto) : somme;
        if (filter.ConvenzioneId is { } convenzione)
        {
            somme = somme.Where(s => db.Lotti.Any(l => l.Id == s.LottoId && l.ConvenzioneId == convenzione));
        }

        somme = filter.EnteId is { } ente ? somme.Where(s => s.EnteId == ente) : somme;
        somme = filter.Mese is { } mese ? somme.Where(s => s.Mese == mese) : somme;
        somme = filter.Anno is { } anno ? somme.Where(s => s.Mese > anno * 100 && s.Mese < (anno + 1) * 100) : somme;
        if (filter.Fornitore is not { } chiave)
        {
            return somme;
        }

        var nessuno = chiave == Fornitori.Nessuno;
        var ids = nessuno ? [.. fornitori.Tutti.Select(f => f.IdPartecipante)] : fornitori.Ids(chiave);
        return somme.Where(s => ids.Contains(s.IdPartecipante) != nessuno);
    }
}
