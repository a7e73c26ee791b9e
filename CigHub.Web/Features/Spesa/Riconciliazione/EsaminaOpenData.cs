using System.Globalization;
using System.Security.Cryptography;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.OpenData;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The differences between CigHub and a file of open data, found for one Ente or for all.</summary>
/// <param name="EnteId">The Ente for which they were looked for. Null for all Enti.</param>
public sealed record OpenDataEsaminato(Guid? EnteId, FileLetto File, IReadOnlyList<DifferenzaTrovata> Differenze);

/// <summary>
/// Compares a file of ANAC's open data, of one of the layouts that CigHub compares, with the adhesions of the Enti that the actor may see. It reads
/// all of them, because the user waits for it and may stop it.
/// </summary>
[Limited(LimitedUse.Upload)]
public sealed class EsaminaOpenData(CigHubDbContext db, Ambito ambito, TimeProvider clock) : IQuery
{
    private const int AtOnce = 500;

    public static Permission Requires => Permission.RiconciliaOpenData;

    /// <param name="progress">Is told the kilobytes of the file that were read.</param>
    public async Task<Result<OpenDataEsaminato>> Run(OpenDataSource source, IProgress<int> progress, CancellationToken ct = default)
    {
        var nostri = await Nostri(ct);
        var cig = nostri.Keys.ToHashSet(StringComparer.Ordinal);
        var confronti = new RowsByLayout(
            new ConfrontoOpenData(nostri, await Padri(ct), await Enti(ct), ambito.TuttiGliEnti),
            new ConfrontoCodici(TipoDifferenza.Fornitore, cig), new ConfrontoCodici(TipoDifferenza.Cup, cig));
        var letto = OpenDataReader.Read(source.Path, confronti, progress, ct);
        if (!letto.TryGet(out var tracciato))
        {
            return Result<OpenDataEsaminato>.Refused(letto.Errors);
        }

        var delNome = DayOf(source.Name);
        var impronta = await Sha256(source.Path, ct);
        var per = ambito.TuttiGliEnti ? null : ambito.EnteId;
        if (tracciato == TracciatoOpenData.Cig)
        {
            var confronto = confronti.Cig;
            var giorno = delNome ?? confronto.Ultimo ?? clock.Today();
            return new OpenDataEsaminato(
                per,
                new FileLetto(tracciato, source.Name, impronta, giorno, delNome is not null, confronto.Righe, confronto.Tenute, confronto.Mesi),
                confronto.Differenze(giorno));
        }

        var codici = tracciato == TracciatoOpenData.Cup ? confronti.Cup : confronti.Fornitori;
        return new OpenDataEsaminato(
            per,
            new FileLetto(tracciato, source.Name, impronta, delNome ?? clock.Today(), delNome is not null, codici.Righe, codici.Tenuti.Count, []),
            codici.Differenze(await Codici(tracciato, [.. codici.Tenuti.Select(c => nostri[c])], ct)));
    }

    /// <summary>Reads the day with which ANAC begins the name of a file: <c>20231001-cig_csv.zip</c>.</summary>
    public static DateOnly? DayOf(string name)
    {
        const int Digits = 8;
        return name.Length > Digits
            && DateOnly.TryParseExact(name[..Digits], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) ? giorno : null;
    }

    private async Task<Dictionary<string, NostroCig>> Nostri(CancellationToken ct)
    {
        var pregresse = await db.Movimenti.AsNoTracking().Where(m => m.Tipo == TipoMovimento.AdesionePregressa && m.AggiudicazioneId != null)
            .Select(m => new { Id = m.AggiudicazioneId!.Value, m.Giorno }).ToDictionaryAsync(m => m.Id, m => m.Giorno, ct);
        var righe = await (
            from g in db.Aggiudicazioni.AsNoTracking()
            where g.CigDerivato != null
            join a in db.Visibili(ambito).IgnoreAutoIncludes() on g.AffidamentoId equals a.Id
            join l in db.Lotti on a.LottoId equals l.Id
            join e in db.Enti on a.EnteId equals e.Id
            select new
            {
                g.Id,
                g.Indice,
                g.CigDerivato,
                l.CigPadre,
                g.AffidamentoId,
                a.Anno,
                a.Progressivo,
                a.EnteId,
                e.CodiceFiscale,
                a.LottoId,
                g.Importo.Centesimi,
                g.Stato,
                a.AcquisitoIl,
            }).ToListAsync(ct);
        return righe.ToDictionary(
            r => r.CigDerivato!.Valore,
            r => new NostroCig(
                r.CigDerivato!.Valore, r.CigPadre.Valore, r.AffidamentoId, new NumeroAffidamento(r.Anno, r.Progressivo).ToString(), r.EnteId,
                r.CodiceFiscale.Valore, r.LottoId, Importo.DaCentesimi(r.Centesimi), r.Stato == StatoAggiudicazione.Annullata,
                r.AcquisitoIl is { } utc ? RomeTime.DayInRome(utc) : pregresse.TryGetValue(r.Id, out var giorno) ? giorno : clock.Today(), r.Indice),
            StringComparer.Ordinal);
    }

    /// <summary>Returns the suppliers or the CUP of some CIG from the drafts of their Affidamenti, a few drafts at a time.</summary>
    private async Task<IReadOnlyList<NostriCodici>> Codici(TracciatoOpenData tracciato, IReadOnlyList<NostroCig> trovati, CancellationToken ct)
    {
        List<NostriCodici> codici = [];
        foreach (var insieme in trovati.Chunk(AtOnce))
        {
            var ids = insieme.Select(n => n.AffidamentoId).Distinct().ToList();
            var bozze = await db.Visibili(ambito).IgnoreAutoIncludes().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Bozza, a.Pregresso })
                .ToDictionaryAsync(a => a.Id, ct);
            codici.AddRange(
                from n in insieme
                where bozze.ContainsKey(n.AffidamentoId)
                let a = bozze[n.AffidamentoId]
                select tracciato == TracciatoOpenData.Cup
                    ? new NostriCodici(n, CodiciNellaBozza.Cup(a.Bozza, n.Indice), !a.Pregresso)
                    : new NostriCodici(n, CodiciNellaBozza.Fornitori(a.Bozza, n.Indice), true));
        }

        return codici;
    }

    private async Task<Dictionary<string, Guid>> Padri(CancellationToken ct) =>
        (await db.Lotti.AsNoTracking().Select(l => new { l.Id, l.CigPadre }).ToListAsync(ct)).ToDictionary(l => l.CigPadre.Valore, l => l.Id);

    private async Task<Dictionary<string, Guid>> Enti(CancellationToken ct)
    {
        var miei = ambito.TuttiGliEnti ? db.Enti : db.Enti.Where(e => e.Id == ambito.EnteId);
        return (await miei.AsNoTracking().Select(e => new { e.Id, e.CodiceFiscale }).ToListAsync(ct))
            .GroupBy(e => e.CodiceFiscale.Valore).ToDictionary(e => e.Key, e => e.First().Id);
    }

    private static async Task<string> Sha256(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}
