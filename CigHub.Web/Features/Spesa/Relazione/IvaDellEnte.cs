using System.Text.Json;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>An Affidamento whose amount with IVA is not known, because its fascicolo had no rate.</summary>
public sealed record SenzaAliquota(Guid Id, string Numero);

/// <summary>Sums the adhesions of one Ente with IVA, by the rates that their fascicoli had on the day of a report.</summary>
internal static class IvaDellEnte
{
    private static readonly List<TipoMovimento> _aderito =
        [.. Enum.GetValues<TipoMovimento>().Where(t => t.Totale() == ComponenteCapienza.Aderito)];

    /// <summary>
    /// Returns the sums of the rows that were in the ledger at the end of a day, and the Affidamenti without a rate. Those of Affidamenti with
    /// nothing left are not there.
    /// </summary>
    /// <param name="ente">The Ente that the reader sees.</param>
    public static async Task<(ImportiConIva Importi, IReadOnlyList<SenzaAliquota> SenzaAliquota)> Sum(
        CigHubDbContext db, Guid ente, DateOnly al, CancellationToken ct)
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
            return (new ImportiConIva([]), []);
        }

        var ids = importi.ConvertAll(a => a.Id);
        var oggi = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Fascicolo, a.Anno, a.Progressivo }).ToDictionaryAsync(a => a.Id, ct);
        var allora = await ValoriDelGiorno.OfFascicoli(db, al, ct);
        var delGiorno = importi.ConvertAll(a => (
            a.Id,
            Dati: allora.Json(Oggetti.Affidamento, a.Id, "Fascicolo").Deserialize<DatiFascicolo>(CodeJson.Options) ?? oggi[a.Id].Fascicolo,
            Imponibile: Importo.DaCentesimi(a.Centesimi)));
        return (
            ImportiConIva.Somma(delGiorno.Select(a => (a.Dati, a.Imponibile))),
            [
                .. from a in delGiorno
                   where a.Dati.Lordo(a.Imponibile) is null
                   let suo = oggi[a.Id]
                   orderby suo.Anno, suo.Progressivo
                   select new SenzaAliquota(a.Id, new NumeroAffidamento(suo.Anno, suo.Progressivo).ToString()),
            ]);
    }
}
