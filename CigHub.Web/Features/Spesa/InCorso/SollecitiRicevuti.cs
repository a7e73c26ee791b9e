using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>One Affidamento about which its RUP was reminded.</summary>
/// <param name="Quando">The instant of the last reminder, UTC.</param>
public sealed record SollecitoRow(Guid AffidamentoId, string Numero, string Oggetto, string Indirizzo, DateTime Quando);

/// <summary>The reminders that a RUP has not followed yet, the newest first.</summary>
public sealed record SollecitiView(IReadOnlyList<SollecitoRow> Righe);

/// <summary>
/// Returns the last month's reminders to a RUP about Affidamenti that still hold capacity. A request that began after the reminder has
/// answered it.
/// </summary>
public sealed class SollecitiRicevuti(CigHubDbContext db, TimeProvider clock) : IQuery
{
    private const int Giorni = 30;

    private static readonly StatoAffidamento[] _stati = [StatoAffidamento.CigInRichiesta, StatoAffidamento.EsitoDaVerificare];

    public static Permission Requires => Permission.RichiediCig;

    public async Task<SollecitiView> Run(Guid rup, CancellationToken ct = default)
    {
        var dal = clock.Today().AddDays(-Giorni);

        // An index finds the reminders of the last days, which are few. With DISTINCT, or a condition on the RUP, SQLite would read the whole
        // archive of one of them.
        var recenti = (await db.Solleciti.AsNoTracking().Where(s => s.Giorno >= dal).Select(s => new { s.AffidamentoId, s.Utc }).ToListAsync(ct))
            .GroupBy(s => s.AffidamentoId).ToDictionary(g => g.Key, g => g.Max(s => s.Utc));
        List<Guid> affidamenti = [.. recenti.Keys];
        var righe = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => EF.Parameter(affidamenti).Contains(a.Id))
            .Select(a => new { a.Id, a.Anno, a.Progressivo, a.Oggetto, a.Stato, a.StatoConferma, a.RichiestoIl, a.RupId }).ToListAsync(ct);
        return new SollecitiView(
        [
            .. from r in righe
               let utc = recenti[r.Id]
               where r.RupId == rup && (_stati.Contains(r.Stato) || r.StatoConferma == StatoConferma.InVigore)
                   && (r.RichiestoIl is null || r.RichiestoIl <= utc)
               orderby utc descending
               select new SollecitoRow(
                   r.Id, new NumeroAffidamento(r.Anno, r.Progressivo).ToString(), r.Oggetto, AppRoutes.AffidamentoDi(r.Id, r.Stato), utc),
        ]);
    }
}
