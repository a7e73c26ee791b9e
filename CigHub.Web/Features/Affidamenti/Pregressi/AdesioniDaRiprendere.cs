using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.OpenData;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>One adhesion of the Ente that ANAC's open data have and CigHub has not.</summary>
/// <param name="Giorno">The day of the CIG, which is near the day of the adhesion.</param>
public sealed record CigSoloInAnac(Guid Id, string Cig, string CigPadre, string Lotto, string Oggetto, Importo? Importo, DateOnly Giorno);

/// <summary>The newest of those adhesions, and the day of the file that has them.</summary>
public sealed record DaRiprendereView(DateOnly Fotografia, IReadOnlyList<CigSoloInAnac> Righe);

/// <summary>
/// Returns the adhesions to our Lotti that the last compared file of open data has for the actor's Ente, and that CigHub does not have yet.
/// Those that a dirigente has explained are left out.
/// </summary>
public sealed class AdesioniDaRiprendere(CigHubDbContext db, Ambito ambito) : IQuery
{
    private const int Most = 50;

    public static Permission Requires => Permission.PreparaBozza;

    public async Task<DaRiprendereView?> Run(CancellationToken ct = default)
    {
        var (tutti, mio) = (FileOpenData.IdOf(null, TracciatoOpenData.Cig), ambito.EnteId ?? Guid.Empty);
        if (mio == Guid.Empty
            || await db.FileOpenData.AsNoTracking().Where(f => f.Id == tutti || f.Id == mio).OrderByDescending(f => f.ConfrontatoIl).FirstOrDefaultAsync(ct)
                is not { } file)
        {
            return null;
        }

        var righe = await (
            from d in db.DifferenzeOpenData.AsNoTracking()
            where d.FileId == file.Id && d.EnteId == mio && !d.Spiegata && d.Tipo == TipoDifferenza.SoloInAnac
            join l in db.Lotti on d.LottoId equals l.Id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            orderby d.Giorno descending, d.Id
            select new { d.Id, d.Cig, l.CigPadre, Lotto = c.Titolo + ", Lotto " + l.Numero, d.Oggetto, d.Importo, d.Giorno }).Take(Most).ToListAsync(ct);
        var letti = righe.Select(r => Cig.Leggi(r.Cig)).Where(c => c.IsSuccess).Select(c => c.Value);
        var nostri = (await db.CigGiaUsati(letti, ct)).Select(c => c.Valore).ToHashSet();
        return new DaRiprendereView(file.Giorno,
        [
            .. from r in righe
               where !nostri.Contains(r.Cig)
               select new CigSoloInAnac(r.Id, r.Cig, r.CigPadre.Valore, r.Lotto, r.Oggetto, r.Importo, r.Giorno),
        ]);
    }
}
