using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The data of the page of the fascicolo: the Affidamento with its atti, its Convenzione and Lotto, the names of its Ente and RUP, and what
/// its conferma di capienza needs.
/// </summary>
/// <param name="EmailRup">The e-mail address of the RUP, from whom the request to CMRC comes.</param>
/// <param name="Residuo">What is left of the Lotto, beside what this Affidamento holds.</param>
/// <param name="Richiesta">The request to CMRC to confirm the capacity, from today's data.</param>
/// <param name="Determina">The draft text of the determina, from today's data.</param>
/// <param name="Ordinativo">The draft text of the ordinativo, from today's data.</param>
public sealed record FascicoloDetails(
    Affidamento Affidamento, Convenzione Convenzione, Lotto Lotto, string Ente, string Rup, string EmailRup, Importo Residuo, RichiestaDiConferma Richiesta,
    AttoDaFirmare Determina, AttoDaFirmare Ordinativo)
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
        var convenzione = await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == lotto.ConvenzioneId, ct);
        var ente = await db.Enti.AsNoTracking().SingleAsync(e => e.Id == affidamento.EnteId, ct);
        var rup = await db.Persone.AsNoTracking().SingleAsync(p => p.Id == affidamento.RupId, ct);
        var capienza = await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == lotto.Id, ct);
        var perGliAtti = new DatiPerGliAtti(affidamento, lotto, convenzione, ente, rup);
        return new FascicoloDetails(
            affidamento, convenzione, lotto, ente.Denominazione, rup.NomeCompleto, rup.Email, capienza.Residuo,
            RichiestaDiConferma.Componi(affidamento, lotto, convenzione, ente, rup), TestoDetermina.Componi(perGliAtti), TestoOrdinativo.Componi(perGliAtti));
    }
}
