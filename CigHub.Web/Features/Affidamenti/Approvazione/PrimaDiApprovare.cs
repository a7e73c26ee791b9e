using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

/// <summary>An avviso that was accepted when the scheda was sent for approval, with the reason that was given.</summary>
public sealed record AvvisoAccettato(string Avviso, string Motivo);

/// <summary>Another adhesion of the same Ente on the same Lotto.</summary>
/// <param name="CreatoIl">The day on which its scheda was begun, in Rome.</param>
public sealed record AdesioneDelloStessoEnte(Guid Id, NumeroAffidamento Numero, string Titolo, DateOnly CreatoIl, Importo Importo, StatoAffidamento Stato);

/// <summary>
/// Everything that a person needs to know before approving an Affidamento: the amount beside the threshold, what is left of the Lotto, why this
/// supplier, which avvisi were accepted, what the Ente has adhered to on the Lotto in the last twelve months, and the acts.
/// </summary>
/// <param name="Soglia">The threshold of the Convenzione. Null when it was taken away since the Affidamento was sent.</param>
/// <param name="Massimale">The massimale of the Lotto.</param>
/// <param name="Residuo">What is left of the Lotto now, without this Affidamento.</param>
/// <param name="Fornitore">The suppliers' names.</param>
/// <param name="Criterio">The criterion of the choice among several suppliers. Null for a Lotto with one supplier.</param>
/// <param name="ChiInvia">The person who sent it for approval.</param>
/// <param name="DaMesi">The first day of the twelve months.</param>
/// <param name="Altre">The other adhesions of the Ente on the Lotto, begun in the twelve months, newest first. At most
/// <see cref="PrimaDiApprovare.MaxAltre"/>.</param>
/// <param name="Conferma">The conferma di capienza in force, whose amount the residuo of the Lotto includes here. Null when there is none.</param>
public sealed record QuadroDiApprovazione(
    Importo Importo, Importo? Soglia, Importo Massimale, Importo Residuo, string Fornitore, CriterioFornitore? Criterio, string? MotivoScelta,
    string ChiPrepara, string ChiInvia, DateTime? InviatoIl, IReadOnlyList<AvvisoAccettato> Avvisi, DateOnly DaMesi,
    IReadOnlyList<AdesioneDelloStessoEnte> Altre, IReadOnlyList<DatiAtto> Atti, ConfermaCapienza? Conferma)
{
    /// <summary>The residuo of the Lotto with this Affidamento. Negative when it does not fit.</summary>
    public Importo ResiduoDopo => Residuo - Importo;

    /// <summary>The amount that the Ente has adhered to on the Lotto in the twelve months, without this Affidamento.</summary>
    public Importo TotaleAltre => Importo.Somma(Altre.Select(a => a.Importo));

    /// <summary>
    /// The others that needed no approval because each stayed at or below the threshold. Empty when there is no threshold. It is a fact to
    /// look at, no verdict.
    /// </summary>
    public IReadOnlyList<AdesioneDelloStessoEnte> SottoSoglia => [.. Altre.Where(a => Soglia is { } soglia && a.Importo <= soglia)];
}

/// <summary>
/// Returns what a person needs to know before approving an Affidamento. Returns null when it does not exist or belongs to another Ente.
/// </summary>
public sealed class PrimaDiApprovare(CigHubDbContext db, TimeProvider clock) : IQuery
{
    /// <summary>The most other adhesions that are read.</summary>
    public const int MaxAltre = 100;

    private const int Mesi = 12;

    private static readonly StatoAffidamento[] _nonContano = [StatoAffidamento.Eliminato, StatoAffidamento.AffidamentoAnnullato];

    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<QuadroDiApprovazione?> Run(Guid id, CancellationToken ct = default)
    {
        var affidamento = await db.Affidamenti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (affidamento is null)
        {
            return null;
        }

        var lotto = await db.Lotti.AsNoTracking().SingleAsync(l => l.Id == affidamento.LottoId, ct);
        var capienza = await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == lotto.Id, ct);
        var soglia = await db.Convenzioni.AsNoTracking().Where(c => c.Id == lotto.ConvenzioneId).Select(c => c.SogliaApprovazione).SingleAsync(ct);
        Guid[] chi = [affidamento.AutoreId, affidamento.InviatoDaId ?? affidamento.RupId];
        var nomi = await db.Persone.AsNoTracking().Where(p => chi.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.NomeCompleto, ct);
        var (invio, avvisi) = await Invio(id, ct);
        var da = clock.Today().AddMonths(-Mesi);
        return new QuadroDiApprovazione(
            affidamento.Importo, soglia, capienza.Massimale, capienza.Residuo + affidamento.PresoDalLotto, affidamento.DenominazioneOe,
            affidamento.CriterioScelta, affidamento.MotivoScelta, nomi[chi[0]], nomi[chi[1]], invio, avvisi, da, await Altre(affidamento, da, ct),
            [.. (await db.Atti.AsNoTracking().Where(a => a.AffidamentoId == id).OrderBy(a => a.Id).ToListAsync(ct)).Select(a => a.Dati)],
            affidamento.Conferma is { Stato: StatoConferma.InVigore } conferma ? conferma : null);
    }

    /// <summary>Returns when the Affidamento was sent for approval the last time, and the avvisi that were accepted then.</summary>
    private async Task<(DateTime? Utc, IReadOnlyList<AvvisoAccettato> Avvisi)> Invio(Guid id, CancellationToken ct)
    {
        var oggetto = id.ToString();
        var byteCanonici = await db.Registro.AsNoTracking()
            .Where(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == oggetto && e.Azione == Azioni.InviatoPerApprovazione && e.Esito == "ok")
            .OrderByDescending(e => e.Seq).Select(e => e.Byte).FirstOrDefaultAsync(ct);
        if (byteCanonici is null || !Evento.Leggi(byteCanonici).TryGet(out var evento))
        {
            return (null, []);
        }

        return (evento.Utc, [
            .. (evento.Dati?["avvisi"] as JsonArray ?? []).OfType<JsonObject>()
                .Select(a => new AvvisoAccettato(a["avviso"]?.GetValue<string>() ?? "", a["motivo"]?.GetValue<string>() ?? ""))
        ]);
    }

    private async Task<IReadOnlyList<AdesioneDelloStessoEnte>> Altre(Affidamento affidamento, DateOnly da, CancellationToken ct)
    {
        var inizio = RomeTime.StartOf(da);
        var righe = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes()
            .Where(a => a.EnteId == affidamento.EnteId && a.LottoId == affidamento.LottoId && a.Id != affidamento.Id && a.CreatoIl >= inizio
                && !_nonContano.Contains(a.Stato))
            .OrderByDescending(a => a.Id).Take(MaxAltre)
            .Select(a => new
            {
                a.Id,
                a.Anno,
                a.Progressivo,
                a.TitoloDocumento,
                a.CreatoIl,
                a.Stato,
                Centesimi = db.Aggiudicazioni.Where(g => g.AffidamentoId == a.Id).Sum(g => g.Importo.Centesimi),
            })
            .ToListAsync(ct);
        return [
            .. righe.Select(r => new AdesioneDelloStessoEnte(
                r.Id, new NumeroAffidamento(r.Anno, r.Progressivo), r.TitoloDocumento, RomeTime.DayInRome(r.CreatoIl), Importo.DaCentesimi(r.Centesimi),
                r.Stato))];
    }
}
