using System.Text.Json;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>Sums the adhesions of one Ente with IVA, by the rates that their fascicoli had on the day of a report.</summary>
internal static class IvaDellEnte
{
    private static readonly List<TipoMovimento> _aderito =
        [.. Enum.GetValues<TipoMovimento>().Where(t => t.Totale() == ComponenteCapienza.Aderito)];

    /// <summary>Returns the sums of the rows that were in the ledger at the end of a day. Those of Affidamenti with nothing left are not there.</summary>
    /// <param name="ente">The Ente that the reader sees.</param>
    public static async Task<ImportiConIva> Sum(CigHubDbContext db, Guid ente, DateOnly al, CancellationToken ct)
    {
        var righe = await (
            from m in db.Movimenti.AsNoTracking()
            where m.EnteId == ente && m.RegistratoIl <= al && _aderito.Contains(m.Tipo)
            join g in db.Aggiudicazioni on m.AggiudicazioneId equals g.Id
            select new { g.AffidamentoId, m.Importo.Centesimi }).ToListAsync(ct);
        var importi = righe.GroupBy(r => r.AffidamentoId, r => r.Centesimi).Select(a => (Id: a.Key, Centesimi: a.Sum())).Where(a => a.Centesimi != 0)
            .ToList();
        if (importi.Count == 0)
        {
            return new ImportiConIva([]);
        }

        var ids = importi.ConvertAll(a => a.Id);
        var oggi = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Fascicolo }).ToDictionaryAsync(a => a.Id, a => a.Fascicolo, ct);
        var allora = await ValoriDelGiorno.OfFascicoli(db, al, ct);
        return ImportiConIva.Somma(importi.Select(a => (
            allora.Json(Oggetti.Affidamento, a.Id, "Fascicolo").Deserialize<DatiFascicolo>(CodeJson.Options) ?? oggi[a.Id],
            Importo.DaCentesimi(a.Centesimi))));
    }
}
