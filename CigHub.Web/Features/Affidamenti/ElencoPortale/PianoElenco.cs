using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Reads the data of CigHub that an elenco del portale is compared with, and compares it. Both the preview and the command use it, so that
/// they always agree.
/// </summary>
public sealed class PianoElenco(CigHubDbContext db, ControlloPregresse pregresse, RegoleCigDerivato regole, ComparedElenchi compared)
{
    /// <summary>Reads the file and compares it with the data of the Ente, and keeps the comparison for <see cref="Seen"/>.</summary>
    public async Task<Result<ComparedElenco>> Compare(ChosenFile file, Guid enteId, CancellationToken ct)
    {
        var letto = ElencoPortaleReader.Read(file.Byte);
        if (!letto.TryGet(out var elenco))
        {
            return Result<ComparedElenco>.Refused(letto.Errors);
        }

        var confronto = ConfrontoElenco.Confronta(elenco.Righe, await Context(elenco, enteId, ct));
        var descritto = ElencoCaricato.Descrivi(file.Nome, ElencoPortaleReader.Tipo(file.Byte)!, file.Byte);
        var fatto = new ComparedElenco(enteId, elenco, descritto, confronto, confronto.Impronta());
        compared.Keep(file.Byte, fatto);
        return fatto;
    }

    /// <summary>
    /// Returns the comparison that the user saw, when it is still true for the given rows: none of the Affidamenti that they may be about
    /// has changed. Returns null when it must be made again.
    /// </summary>
    public async Task<ComparedElenco?> Seen(ChosenFile file, Guid enteId, string impronta, IReadOnlyCollection<int> righe, CancellationToken ct)
    {
        if (compared.Find(file.Byte, enteId, impronta) is not { } visto)
        {
            return null;
        }

        var viste = visto.Confronto.Righe.Where(r => righe.Contains(r.Riga.Numero)).SelectMany(r => r.Candidati).Select(c => c.Affidamento)
            .DistinctBy(a => a.Id).ToDictionary(a => a.Id, a => a.Version);
        var ids = viste.Keys.ToList();
        var adesso = await db.Affidamenti.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Version }).ToListAsync(ct);
        return adesso.Count == ids.Count && adesso.All(a => viste[a.Id] == a.Version) ? visto : null;
    }

    /// <summary>
    /// Makes an adesione pregressa out of each row that only the portal has, without saving it. Returns one result for each row, in the
    /// order of the rows: the adhesion, or the errors that stop the row from being adopted.
    /// </summary>
    public async Task<IReadOnlyList<Result<PregressaFatta>>> Adotta(IReadOnlyList<RigaPortale> righe, Actor actor, Guid enteId, CancellationToken ct)
    {
        if (righe.Count == 0)
        {
            return [];
        }

        var lotti = await db.Lotti.AsNoTracking().ToDictionaryAsync(l => l.CigPadre, ct);
        return (await pregresse.Run([.. righe.Select(r => Modulo(r, lotti))], actor, enteId, ct)).Righe;
    }

    /// <summary>
    /// Returns the row as a filled-in form. The portal gives the supplier's name, and the form gets the codice fiscale of the Lotto's
    /// supplier with that name, if there is one.
    /// </summary>
    private static PregressaForm Modulo(RigaPortale riga, Dictionary<Cig, Lotto> lotti)
    {
        var lotto = riga.CigPadre is { } padre ? lotti.GetValueOrDefault(padre) : null;
        var nome = Compact(riga.DenominazioneOe);
        return new PregressaForm
        {
            Riga = riga.Numero,
            CigPadre = riga.CigPadre?.Valore ?? riga.CigPadreScritto,
            CigDerivato = riga.CigDerivato?.Valore,
            Oggetto = Short(riga.Oggetto.Length > 0 ? riga.Oggetto : riga.Titolo),
            Importo = riga.ImportoAppalto?.ToString(),
            DataAdesione = riga.Portale.DataInvio is { } giorno ? RomeTime.Text(giorno) : null,
            Fornitore = nome.Length == 0 ? null : lotto?.Fornitori.FirstOrDefault(f => Compact(f.Denominazione) == nome)?.CodiceFiscale.Valore,
        };
    }

    private static string Short(string oggetto) =>
        oggetto.Length > Domain.Affidamenti.Ad4.LimitiAd4.Oggetto ? oggetto[..Domain.Affidamenti.Ad4.LimitiAd4.Oggetto] : oggetto;

    private static string Compact(string testo) => FoldedText.Parole(testo).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// Reads all the Affidamenti of the Ente that are not deleted, because the elenco may be about any. Does not read their drafts, which
    /// are most of the data.
    /// </summary>
    private async Task<ContestoElenco> Context(ElencoLetto elenco, Guid enteId, CancellationToken ct)
    {
        var righe = await (
            from a in db.Affidamenti.AsNoTracking()
            join l in db.Lotti.AsNoTracking() on a.LottoId equals l.Id
            where a.EnteId == enteId && a.Stato != StatoAffidamento.Eliminato
            select new
            {
                a.Id,
                a.Anno,
                a.Progressivo,
                a.TitoloDocumento,
                a.Stato,
                l.CigPadre,
                a.ImportoAppalto.Centesimi,
                a.DenominazioneOe,
                a.Portale,
                a.Version
            }).ToListAsync(ct);
        var adesioni = (await db.Aggiudicazioni.AsNoTracking()
                .Where(g => db.Affidamenti.Any(a => a.Id == g.AffidamentoId && a.EnteId == enteId))
                .OrderBy(g => g.Indice)
                .Select(g => new { g.AffidamentoId, g.Id, g.Importo.Centesimi, g.CigDerivato, g.Stato }).ToListAsync(ct))
            .ToLookup(g => g.AffidamentoId, g => new AggiudicazioneNota(g.Id, Importo.DaCentesimi(g.Centesimi), g.CigDerivato, g.Stato));
        var inPiu = (await db.CigInPiu.AsNoTracking()
                .Where(c => db.Affidamenti.Any(a => a.Id == c.AffidamentoId && a.EnteId == enteId))
                .Select(c => new { c.AffidamentoId, c.Cig }).ToListAsync(ct)).ToLookup(c => c.AffidamentoId, c => c.Cig);
        var eliminati = await db.Affidamenti.AsNoTracking().Where(a => a.EnteId == enteId && a.Stato == StatoAffidamento.Eliminato)
            .Select(a => new { a.Anno, a.Progressivo }).ToListAsync(ct);
        var noti = righe.Select(r => new AffidamentoNoto(
            r.Id, new NumeroAffidamento(r.Anno, r.Progressivo), r.TitoloDocumento, r.Stato, r.CigPadre, Importo.DaCentesimi(r.Centesimi),
            r.DenominazioneOe, r.Portale, r.Version, [.. adesioni[r.Id]])
        { CigInPiu = [.. inPiu[r.Id]] }).ToList();
        return new ContestoElenco(
            noti,
            eliminati.Select(e => new NumeroAffidamento(e.Anno, e.Progressivo)).ToHashSet(),
            (await db.Lotti.AsNoTracking().Select(l => l.CigPadre).ToListAsync(ct)).ToHashSet(),
            await DiAltri(elenco, noti, ct),
            regole);
    }

    private Task<IReadOnlySet<Cig>> DiAltri(ElencoLetto elenco, List<AffidamentoNoto> noti, CancellationToken ct)
    {
        var nostri = noti.SelectMany(a => a.Aggiudicazioni).Select(g => g.Cig).OfType<Cig>().Concat(noti.SelectMany(a => a.CigInPiu)).ToHashSet();
        return db.CigGiaUsati(elenco.Righe.Select(r => r.CigDerivato).OfType<Cig>().Where(c => !nostri.Contains(c)), ct);
    }
}
