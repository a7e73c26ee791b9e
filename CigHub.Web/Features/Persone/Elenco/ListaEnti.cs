using CigHub.Domain.Codici;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>One row of the list of Enti, which shows one Ente.</summary>
/// <param name="Comune">The comune's name in ANAC's list.</param>
/// <param name="Chiuso">Says whether the Ente is closed today.</param>
public sealed record EnteRow(
    Guid Id, string Denominazione, string CodiceFiscale, string Comune, string CodiceAusa, string Pec, DateOnly? ChiusoDal, bool Chiuso);

/// <summary>Reads the Enti, ordered by name. An actor who works for one Ente gets only that one.</summary>
public sealed class ListaEnti(CigHubDbContext db, ListeInVigore liste, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAnagrafe;

    public async Task<ListPage<EnteRow>> Run(AnagrafeFilter filtro, int pagina, int perPagina, Actor actor, CancellationToken ct = default)
    {
        var (oggi, istat) = (clock.Today(), liste.Correnti.CodIstat);

        // A few hundred small rows are filtered and sorted in memory, where accents can be folded. SQLite's <c>lower</c> handles ASCII
        // only.
        var righe = await (filtro.Stato == AnagrafeFilter.SenzaRup ? db.SenzaRup(oggi) : db.Enti)
            .AsNoTracking()
            .Where(e => actor.EnteId == null || e.Id == actor.EnteId)
            .Select(e => new { e.Id, e.Denominazione, e.CodiceFiscale, e.Luogo, e.CodiceAusa, e.CodiceIpa, e.Pec, e.ChiusoDal }).ToListAsync(ct);
        var trovate = righe
            .Select(e => (
                Voce: new EnteRow(
                    e.Id, e.Denominazione, e.CodiceFiscale.Valore, e.Luogo.Name(istat), e.CodiceAusa, e.Pec, e.ChiusoDal, e.ChiusoDal <= oggi),
                e.CodiceIpa))
            .Where(x => filtro.Find(!x.Voce.Chiuso, x.Voce.Denominazione, x.Voce.CodiceFiscale, x.Voce.Comune, x.Voce.CodiceAusa, x.Voce.Pec, x.CodiceIpa))
            .Select(x => x.Voce).OrderBy(v => FoldedText.Parole(v.Denominazione), StringComparer.Ordinal).ToList();
        return AnagrafeFilter.Taglia(trovate, pagina, perPagina);
    }
}

/// <summary>Finds the Enti that cannot request a CIG because they have no RUP.</summary>
public static class EntiAlLavoro
{
    /// <summary>
    /// Returns the Enti that are not closed and have no active RUP on the given day. Nobody can act on the portal for them. An Ente that
    /// closes on a later day is still at work.
    /// </summary>
    public static IQueryable<Ente> SenzaRup(this CigHubDbContext db, DateOnly oggi)
    {
        var rup = db.RuoliAttivi(Ruolo.Rup, oggi);
        return db.Enti.Where(e => (e.ChiusoDal == null || e.ChiusoDal > oggi) && !rup.Any(a => a.EnteId == e.Id));
    }
}

/// <summary>Finds the name of a comune by its ISTAT code.</summary>
internal static class NomeDelComune
{
    /// <summary>Returns the name of the comune in ANAC's list, or the code itself when the list does not contain it.</summary>
    public static string Name(this CodIstat luogo, ListaCodici istat) => istat.Trova(luogo.Valore)?.Nome ?? luogo.Valore;
}
