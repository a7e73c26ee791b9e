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
        var recenti = db.Solleciti.AsNoTracking().Where(s => s.Giorno >= dal).Select(s => s.AffidamentoId);
        var righe = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().AmongFew(recenti)
            .Where(a => a.RupId == rup && (_stati.Contains(a.Stato) || a.StatoConferma == StatoConferma.InVigore))
            .Select(a => new
            {
                a.Id,
                a.Anno,
                a.Progressivo,
                a.Oggetto,
                a.Stato,
                a.RichiestoIl,
                Utc = db.Solleciti.Where(s => s.AffidamentoId == a.Id).Max(s => s.Utc),
            }).ToListAsync(ct);
        return new SollecitiView(
        [
            .. from r in righe
               where r.RichiestoIl is null || r.RichiestoIl <= r.Utc
               orderby r.Utc descending
               select new SollecitoRow(
                   r.Id, new NumeroAffidamento(r.Anno, r.Progressivo).ToString(), r.Oggetto, AppRoutes.AffidamentoDi(r.Id, r.Stato), r.Utc),
        ]);
    }
}
