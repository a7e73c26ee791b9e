using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.OpenData;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>One adhesion to a Lotto by an Ente outside CigHub, from ANAC's open data.</summary>
/// <param name="Protocollo">The reference of the recorded communication, which marks the adhesion as counted.</param>
public sealed record CigFuoriDaCigHub(Guid Id, string Cig, string Ente, Importo? Importo, string Protocollo, DateOnly Fotografia)
{
    private const string Inizio = "CIG ";

    /// <summary>Returns the reference of the communication of one CIG.</summary>
    public static string ProtocolloDi(string cig) => Inizio + cig;

    /// <summary>Returns the CIG that such a reference names.</summary>
    public static string CigOf(string protocollo) => protocollo[Inizio.Length..].Trim();

    /// <summary>Says whether a communication was recorded for one CIG.</summary>
    public static bool IsProtocollo(string protocollo) => protocollo.StartsWith(Inizio, StringComparison.Ordinal);

    /// <summary>Returns the CIG that communications count, each with the day of the last one. One that was taken back is not counted.</summary>
    /// <param name="movimenti">The rows of the ledger among which the communications are.</param>
    public static async Task<IReadOnlyDictionary<string, DateOnly>> Contati(IQueryable<MovimentoCapienza> movimenti, CancellationToken ct)
    {
        var righe = await movimenti.Where(m => m.Tipo == TipoMovimento.AltreAdesioni && EF.Functions.Like(m.Protocollo!, Inizio + "%"))
            .Select(m => new { m.Protocollo, m.Giorno, m.Importo.Centesimi }).ToListAsync(ct);
        return righe.Where(r => IsProtocollo(r.Protocollo!)).GroupBy(r => CigOf(r.Protocollo!)).Where(g => g.Sum(r => r.Centesimi) > 0)
            .ToDictionary(g => g.Key, g => g.Max(r => r.Giorno), StringComparer.Ordinal);
    }
}

/// <summary>
/// Returns the adhesions to a Lotto that the last compared file of open data has for Enti outside CigHub, and that were not counted among
/// the communicated ones yet. Those that a dirigente has explained are left out.
/// </summary>
public sealed class AdesioniDaContare(CigHubDbContext db) : IQuery
{
    private const int Most = 50;

    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<IReadOnlyList<CigFuoriDaCigHub>> Run(Guid lottoId, CancellationToken ct = default)
    {
        var tutti = FileOpenData.IdOf(null, TracciatoOpenData.Cig);
        var contati = (await CigFuoriDaCigHub.Contati(db.Movimenti.AsNoTracking().Where(m => m.LottoId == lottoId), ct)).Keys.ToList();
        var righe = await (
            from d in db.DifferenzeOpenData.AsNoTracking()
            join f in db.FileOpenData on d.FileId equals f.Id
            where d.FileId == tutti && d.EnteId == null && !d.Spiegata && d.Tipo == TipoDifferenza.SoloInAnac && d.LottoId == lottoId
                && !EF.Parameter(contati).Contains(d.Cig)
            orderby d.Giorno descending, d.Id
            select new { d.Id, d.Cig, d.Ente, d.Importo, f.Giorno }).Take(Most).ToListAsync(ct);
        return [.. righe.Select(r => new CigFuoriDaCigHub(r.Id, r.Cig, r.Ente, r.Importo, CigFuoriDaCigHub.ProtocolloDi(r.Cig), r.Giorno))];
    }
}
