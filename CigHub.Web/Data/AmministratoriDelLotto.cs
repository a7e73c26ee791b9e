using CigHub.Domain.Persone;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Finds the people who kept the data of a Lotto and of its Convenzione, from the registro.</summary>
internal static class AmministratoriDelLotto
{
    /// <summary>
    /// Returns the ids of the Amministratori who acted on the Lotto or on the Convenzione. These events belong to the office, so they are
    /// found for a reader of one Ente too: the caller shows only the people whom the reader may see.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> AmministratoriDi(this CigHubDbContext db, Guid lottoId, Guid convenzioneId, CancellationToken ct)
    {
        string[] oggetti = [lottoId.ToString(), convenzioneId.ToString()];
        var ruolo = NomiRegistrati.Valore(Ruolo.Amministratore);
        var attori = await db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(e => oggetti.Contains(e.OggettoId) && e.Ruolo == ruolo && e.Esito == "ok" && e.AttoreId != null)
            .Select(e => e.AttoreId!.Value).ToListAsync(ct);
        return [.. attori.Distinct()];
    }
}
