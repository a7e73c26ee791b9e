using CigHub.Web.Data;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>Narrows the sums of the ledger to the choice of a page.</summary>
internal static class SommeScelte
{
    /// <summary>Returns the sums that match a choice. The day and the clock are those of the sums themselves.</summary>
    public static IQueryable<LedgerSum> Scelte(this CigHubDbContext db, IQueryable<LedgerSum> somme, SpesaFilter filter, Fornitori fornitori)
    {
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
