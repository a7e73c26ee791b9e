using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Verifies the registro: recomputes the Merkle tree from the stored bytes and names the first bad event. A check of the new events alone
/// starts from what <see cref="LastIntegrityCheck"/> remembers, and reads every event when it remembers nothing.
/// </summary>
public sealed class VerificaIntegrita(CigHubDbContext db, LastIntegrityCheck last) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<EsitoVerifica?> Run(bool onlyNew = false, IProgress<ConfrontoProgress>? progress = null, CancellationToken ct = default)
    {
        var from = onlyNew ? last.Last?.Registro : null;
        var esito = await db.VerifyRegistro(from, (done, all) => progress?.Report(new ConfrontoProgress(done, all)), ct);
        last.Note(esito);
        return esito;
    }
}
