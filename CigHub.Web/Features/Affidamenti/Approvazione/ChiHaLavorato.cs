using CigHub.Web.Data;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

/// <summary>Who worked at a draft, as the registro tells: it cannot be talked out of it by another role.</summary>
internal static class ChiHaLavorato
{
    private static readonly string[] Lavoro =
        [Azioni.AffidamentoCreato, Azioni.AffidamentoCopiato, Azioni.SchedaImportata, Azioni.BozzaModificata, Azioni.AffidamentoPronto, Azioni.InviatoPerApprovazione];

    public static Task<bool> HaLavorato(this CigHubDbContext db, Guid affidamentoId, Guid personaId, CancellationToken ct)
    {
        var id = affidamentoId.ToString();
        return db.Registro.AnyAsync(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == id && e.AttoreId == personaId && e.Esito == "ok" && Lavoro.Contains(e.Azione), ct);
    }
}
