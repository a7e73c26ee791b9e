using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The data of the page of the fascicolo: the Affidamento with its atti, its Convenzione and Lotto, and the names of its Ente and RUP.
/// </summary>
public sealed record FascicoloDetails(Affidamento Affidamento, Convenzione Convenzione, Lotto Lotto, string Ente, string Rup)
{
    private static readonly string[] Sicurezza = ["impTotaleSicurezza"];
    private static readonly string[] Opzioni = ["sommeOpzioniRinnovi", "sommeRipetizioni"];

    public IReadOnlyList<Atto> Atti => [.. Affidamento.Atti.OrderByDescending(a => a.Dati.Data).ThenByDescending(a => a.AggiuntoIl)];

    public Importo OneriDiSicurezza => Sum(Sicurezza);

    public Importo OpzioniERinnovi => Sum(Opzioni);

    /// <summary>
    /// Returns the sum of some voci of the quadro economico over all the adhesions of the Affidamento. A voce that cannot be read counts as
    /// zero, as it does in the amount of the adhesion.
    /// </summary>
    private Importo Sum(string[] voci) => Importo.Somma(
        from i in Enumerable.Range(0, Affidamento.Aggiudicazioni.Count)
        from voce in voci
        select Importo.TryParse(Affidamento.Bozza.Testo(PercorsoAd4.QuadroEconomico(i, voce)), null, out var importo) ? importo : Importo.Zero);
}

/// <summary>Reads the fascicolo of one Affidamento. Returns null when it does not exist or belongs to another Ente.</summary>
public sealed class DettaglioFascicolo(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<FascicoloDetails?> Run(Guid id, CancellationToken ct = default)
    {
        var affidamento = await db.Affidamenti.AsNoTracking().Include(a => a.Atti).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (affidamento is null)
        {
            return null;
        }

        var lotto = await db.Lotti.AsNoTracking().SingleAsync(l => l.Id == affidamento.LottoId, ct);
        return new FascicoloDetails(
            affidamento,
            await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == lotto.ConvenzioneId, ct),
            lotto,
            await db.Enti.Where(e => e.Id == affidamento.EnteId).Select(e => e.Denominazione).SingleAsync(ct),
            await db.Persone.Where(p => p.Id == affidamento.RupId).Select(p => p.NomeCompleto).SingleAsync(ct));
    }
}
