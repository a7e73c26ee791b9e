using CigHub.Domain.DueDiligence;
using CigHub.Domain.Rilievi;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Rilievi.Calcolo;

/// <summary>The findings of the rules, of one Ente or of all.</summary>
/// <param name="EnteId">The Ente whose data were looked at. Null for all Enti.</param>
public sealed record RilieviTrovati(Guid? EnteId, IReadOnlyList<Rilievo> Rilievi);

/// <summary>
/// Runs all rules over the Affidamenti that the actor may see. It reads whole tables, so it runs at night, or when a user asks for it and
/// waits. <see cref="RilieviKeeper"/> keeps the outcome, which the pages show.
/// </summary>
public sealed class CalcoloRilievi(CigHubDbContext db, Ambito ambito, FattiDeiRilievi fatti, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiRilievi;

    public async Task<RilieviTrovati> Run(CancellationToken ct = default)
    {
        await using var istante = await db.OpenAsync(ct);
        var affidamenti = await fatti.Affidamenti(ct);
        var quote = await fatti.Quote(ct);
        var libri = await fatti.Libri(quote.Keys.Select(q => q.LottoId), ct);
        var (dopo, oltre) = (LibroNoto.DopoEsaurimento(libri), LibroNoto.OltreLaQuota(libri, quote));
        var conflitti = (await fatti.Conflitti(ct)).ToLookup(c => c.EnteId);
        var dichiarato = await fatti.Dichiarazioni(ct);
        var ruoli = await fatti.RuoliDiRup(ct);
        var tentativi = await fatti.TentativiAperti(ct);
        var dichiarate = (await db.DichiarazioniDiPronto(ambito, ct)).ToLookup(d => d.AffidamentoId);
        var alti = await db.ImportiPiuAlti(affidamenti, await db.InviatiPerApprovazione(ambito, ct), ct);
        var lavori = await db.LavoriDiChiHaApprovato(affidamenti, ct);
        var perEnte = affidamenti.ToLookup(a => a.EnteId);
        var verifiche = new RegistroVerifiche(await db.VerificheFornitori.AsNoTracking().ToListAsync(ct));
        var oggi = clock.Today();
        List<Rilievo> trovati = [];
        foreach (var ente in perEnte.Select(e => e.Key).Union(conflitti.Select(c => c.Key)))
        {
            List<AffidamentoNoto> suoi = [.. perEnte[ente]];
            var perId = suoi.ToDictionary(a => a.Id);
            trovati.AddRange(
            [
                .. RegoleDellaSpesa.Valuta(suoi),
                .. RegoleDellaSpesa.DopoEsaurimento(suoi, dopo),
                .. RegoleDellaSpesa.OltreLaQuota(suoi, oltre),
                .. RegoleDellaSpesa.ImportoSceso(suoi, alti, RegoleNote.ImportoSceso),
                .. RegoleDellaSpesa.ImportoSceso(suoi, alti, RegoleNote.ImportoScesoPerAuditor),
                .. RegoleDellaSpesa.CigDopoIlContratto(suoi, RegoleNote.CigDopoIlContrattoPerAuditor),
                .. RegoleDeiControlli.ConflittiSenzaDecisione([.. conflitti[ente]], oggi),
                .. RegoleDeiControlli.SenzaDichiarazione(suoi, dichiarato),
                .. RegoleDeiControlli.RuoliIncompatibili(suoi, id => [.. lavori[id]]),
                .. RegoleDeiControlli.AvvisiAccettati([.. suoi.SelectMany(a => dichiarate[a.Id])], perId),
                .. RegoleDeiControlli.Nomine(suoi, [.. ruoli[ente]]),
                .. RegoleDeiControlli.EsitiAperti(suoi, tentativi, oggi),
                .. RegoleDeiControlli.SenzaDueDiligence(suoi, verifiche),
            ]);
        }

        return new RilieviTrovati(ambito.TuttiGliEnti ? null : ambito.EnteId, trovati);
    }
}
