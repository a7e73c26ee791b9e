using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Finds who last changed one field of a draft, and when. <see cref="SalvaBozza"/> says it in the error for a user who changed the same
/// field at the same time.
/// </summary>
public sealed class AutoreDelCampo(CigHubDbContext db)
{
    private const int UltimiEventi = 200;

    public async Task<string> Of(Guid affidamentoId, string percorso, CancellationToken ct)
    {
        var inCorso = await db.Affidamenti.AsNoTracking().Where(a => a.Id == affidamentoId && a.BozzaRegistrata != null)
            .Select(a => new
            {
                a.Bozza,
                Prima = a.BozzaRegistrata!,
                a.ScrittaAl,
                Chi = db.Persone.Where(p => p.Id == a.ScrittaDaId).Select(p => p.NomeCompleto).FirstOrDefault()
            })
            .SingleOrDefaultAsync(ct);
        if (inCorso is not null && inCorso.Bozza.Testo(percorso) != inCorso.Prima.Testo(percorso))
        {
            return $"da {inCorso.Chi} alle {RomeTime.Time(inCorso.ScrittaAl!.Value)}";
        }

        var id = affidamentoId.ToString();
        var eventi = await db.Registro.AsNoTracking()
            .Where(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == id && e.Azione == Azioni.BozzaModificata)
            .OrderByDescending(e => e.Seq).Take(UltimiEventi)
            .Select(e => new { e.Byte, e.Utc, Chi = db.Persone.Where(p => p.Id == e.AttoreId).Select(p => p.NomeCompleto).FirstOrDefault() })
            .ToListAsync(ct);
        var ultimo = eventi.FirstOrDefault(e => Evento.Leggi(e.Byte).TryGet(out var evento)
            && EventoWords.Percorsi(evento).Contains(percorso));
        return ultimo is null ? "da un'altra persona" : $"da {ultimo.Chi} alle {RomeTime.Time(ultimo.Utc)}";
    }
}
