using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Comune;

/// <summary>An Affidamento with everything that its pages show and its checks use.</summary>
/// <param name="RupAttivo">Says whether the RUP is active, and today is still RUP of the Ente.</param>
public sealed record AffidamentoDetails(
    Affidamento Affidamento,
    Lotto Lotto,
    Convenzione Convenzione,
    Capienza Capienza,
    Ente DatiEnte,
    string Rup,
    bool RupAttivo,
    IReadOnlyList<PassoPortale> Passi)
{
    /// <summary>
    /// Says whether the Affidamento is open work whose RUP is inactive or no longer RUP of the Ente, so that somebody has to hand it over.
    /// </summary>
    public bool DaRiassegnare => !RupAttivo && LavoroAperto.InCammino.Contains(Affidamento.Stato);

    /// <summary>Says whether the reader is in conflict of interest on the Affidamento, and so may not change it.</summary>
    public bool InConflitto { get; init; }

    /// <summary>The portal's steps to look for the outcome of a request whose answer was not clear.</summary>
    public IReadOnlyList<PassoPortale> PassiEsito { get; init; } = [];

    public string Ente => DatiEnte.Denominazione;

    public IReadOnlyList<CentroDiCosto> CentriDiCosto => DatiEnte.CentriDiCosto;

    /// <summary>
    /// Returns the values of the Affidamento to copy into the portal, in the portal's order and words. They follow the version of the
    /// percorso with which the request began.
    /// </summary>
    public GuidaPortale Guida(RaccoltaListe liste) => new(Passi, Affidamento.Bozza, Affidamento.Importo, liste) { CentriDiCosto = CentriDiCosto };

    /// <summary>
    /// Returns the context against which the draft is checked on a day: Convenzione, Lotto, Capienza, Ente and code lists.
    /// </summary>
    public ContestoControlli Context(RaccoltaListe liste, DateOnly oggi) =>
        new ContestoControlli(Convenzione, Lotto, Capienza, DatiEnte, liste, oggi).For(Affidamento);
}

/// <summary>Reads one Affidamento by id. Returns null when it does not exist or belongs to another Ente.</summary>
public sealed class DettaglioAffidamento(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <param name="reader">The user who may change the Affidamento on the page. Null on a page that only shows it.</param>
    public async Task<AffidamentoDetails?> Run(Guid id, Actor? reader = null, CancellationToken ct = default)
    {
        var affidamento = await db.Affidamenti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (affidamento is null)
        {
            return null;
        }

        var lotto = await db.Lotti.AsNoTracking().SingleAsync(l => l.Id == affidamento.LottoId, ct);
        var percorso = await db.PercorsoDi(affidamento, ct);
        var ente = await db.Enti.AsNoTracking().SingleAsync(e => e.Id == affidamento.EnteId, ct);
        return new AffidamentoDetails(
            affidamento,
            lotto,
            await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == lotto.ConvenzioneId, ct),
            await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == lotto.Id, ct),
            ente,
            await db.Persone.Where(p => p.Id == affidamento.RupId).Select(p => p.NomeCompleto).SingleAsync(ct),
            await db.RuoliAttivi(Ruolo.Rup, clock.Today()).AnyAsync(r => r.PersonaId == affidamento.RupId && r.EnteId == affidamento.EnteId, ct),
            SeguitoDelPercorso.DellaRichiesta(percorso))
        {
            PassiEsito = SeguitoDelPercorso.PassiDellaFase(percorso, FaseDelSeguito.EsitoDaVerificare),
            InConflitto = reader is not null
                && await db.PersoneInConflitto().AnyAsync(c => c.AffidamentoId == id && c.PersonaId == reader.PersonaId, ct)
        };
    }
}
