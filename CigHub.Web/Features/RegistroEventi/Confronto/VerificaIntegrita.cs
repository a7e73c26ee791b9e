using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>Verifies the registro: recomputes the whole Merkle tree from the stored bytes and names the first bad event.</summary>
public sealed class VerificaIntegrita(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<EsitoVerifica?> Run(CancellationToken ct = default)
    {
        // The head and the rows must come from one snapshot, because another user may append events meanwhile.
        await using var istante = await db.OpenAsync(ct);
        var testa = await db.Testa.AsNoTracking().SingleAsync(ct);
        var verifica = new VerificaRegistro();
        var righe = db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).OrderBy(e => e.Seq).AsAsyncEnumerable();
        try
        {
            await foreach (var e in righe.WithCancellation(ct))
            {
                verifica.Riga(e.Seq, e.Byte, e.Foglia, new EventColumns(e.Utc, e.AttoreId, e.Ruolo, e.EnteId, e.Azione, e.OggettoTipo, e.OggettoId, e.Esito));
            }
        }
        catch (Exception e) when (StorageFault.Of(e) is { Kind: StorageFaultKind.Damaged })
        {
            return verifica.Interrotta();
        }

        return verifica.Concludi(testa.Dimensione, testa.Radice, testa.Bordo);
    }
}
