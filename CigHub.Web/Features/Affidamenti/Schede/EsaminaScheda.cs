using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>A scheda from outside CigHub, with the Ente and the Lotto of the catalogue to which it belongs.</summary>
/// <param name="Correzioni">The changes that the import makes to the data of the file, so that ANAC accepts them.</param>
public sealed record SchedaRiconosciuta(
    BozzaAd4 Bozza, IReadOnlyList<CorrezioneAd4> Correzioni, Lotto Lotto, Convenzione Convenzione, Ente Ente);

/// <summary>
/// Reads a JSON and finds out whether it is an AD4 of the actor's Ente, and on which Lotto. Both the preview and the command use it.
/// </summary>
public sealed class RiconosciScheda(CigHubDbContext db, TimeProvider clock)
{
    public async Task<Result<SchedaRiconosciuta>> Run(string json, Actor actor, CancellationToken ct)
    {
        if (actor.EnteId is not { } enteId)
        {
            return CommandRunner.NotFound;
        }

        var letta = ImportazioneAd4.Leggi(json);
        if (!letta.TryGet(out var importata))
        {
            return Result<SchedaRiconosciuta>.Refused(letta.Errors);
        }

        var bozza = importata.Bozza;
        var ente = await db.Enti.SingleAsync(e => e.Id == enteId, ct);
        var stazioni = Enumerable.Range(0, bozza.Righe(PercorsoAd4.StazioniAppaltanti))
            .Select(i => bozza.Testo($"{PercorsoAd4.StazioniAppaltanti}/{i}/codiceFiscale")).OfType<string>().ToList();
        if (stazioni.Count > 0 && !stazioni.Exists(s => CodeText.Uguali(s, ente.CodiceFiscale.Valore)))
        {
            return new Error(
                "importa.altro-ente",
                $"La scheda è della stazione appaltante con codice fiscale {string.Join(", ", stazioni)}, "
                + $"non di {ente.Denominazione} ({ente.CodiceFiscale}): può importarla solo chi lavora per quell'Ente.");
        }

        var padre = bozza.Testo(PercorsoAd4.CigPadre)!;
        var lotto = Cig.Leggi(padre).TryGet(out var cig) ? await db.Lotti.SingleOrDefaultAsync(l => l.CigPadre == cig, ct) : null;
        if (cig is not null && Lotto.AmmetteCigPadre(cig) is { IsSuccess: false } smart)
        {
            return new Error("importa.padre-smartcig", smart.Errors[0].Message);
        }

        if (lotto is null)
        {
            return new Error(
                "importa.padre-sconosciuto",
                $"Il CIG Padre della scheda, {padre}, non è di un Lotto del catalogo: "
                + "controllalo, o chiedi all'amministratore dell'ufficio di inserire il Lotto.");
        }

        return ente.AmmetteNuoveAdesioni(clock.Today()) is { IsSuccess: false } chiuso
            ? Result<SchedaRiconosciuta>.Refused(chiuso.Errors)
            : new SchedaRiconosciuta(bozza, importata.Correzioni, lotto, await db.Convenzioni.SingleAsync(c => c.Id == lotto.ConvenzioneId, ct), ente);
    }
}

/// <summary>
/// The findings about a JSON before it is imported: the scheda in it, and everything that stops or accompanies the import.
/// </summary>
/// <param name="Ostacoli">The errors that stop the import whatever the user answers on the page.</param>
public sealed record SchedaEsaminata(
    SchedaRiconosciuta Scheda, IReadOnlyList<Error> Ostacoli, int Compilati, IReadOnlyList<(string Percorso, string Valore)> Sconosciuti,
    IReadOnlyList<Segnalazione> Segnalazioni, IReadOnlyList<RupPossibile> Rup);

/// <summary>Reads a JSON exactly as <see cref="ImportaScheda"/> would, and saves nothing.</summary>
[Limited(LimitedUse.Upload)]
public sealed class EsaminaScheda(CigHubDbContext db, RiconosciScheda riconosci, ListeInVigore liste, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public async Task<Result<SchedaEsaminata>?> Run(string json, Actor actor, CancellationToken ct = default)
    {
        var letta = await riconosci.Run(json, actor, ct);
        if (!letta.TryGet(out var scheda))
        {
            return Result<SchedaEsaminata>.Refused(letta.Errors);
        }

        var oggi = clock.Today();
        var capienza = await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == scheda.Lotto.Id, ct);
        return new SchedaEsaminata(
            scheda,
            [.. new[]
            {
                scheda.Convenzione.AmmetteNuoveAdesioni(),
                scheda.Lotto.AmmetteNuoveAdesioni(),
                scheda.Convenzione.AmmetteEnte(scheda.Ente.Id),
                scheda.Convenzione.AmmetteAd4("sì")
            }.SelectMany(r => r.Errors)],
            scheda.Bozza.Compilati(),
            scheda.Bozza.Sconosciuti(),
            // ANAC's JSON has no titolo documento. Leave its absence out: the draft will have the one that is proposed.
            [.. ControlliAffidamento.Segnalazioni(scheda.Bozza,
                new ContestoControlli(scheda.Convenzione, scheda.Lotto, capienza, scheda.Ente, liste.Correnti, oggi))
                .Where(s => s.Percorso != PercorsoAd4.TitoloDocumento)],
            await db.RupDellEnte(scheda.Ente.Id, oggi).OrderBy(p => p.Cognome).Select(p => new RupPossibile(p.Id, p.NomeCompleto)).ToListAsync(ct));
    }
}
