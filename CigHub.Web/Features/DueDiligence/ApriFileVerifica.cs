using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>
/// Records in the registro that the file of a check is given to the user. Runs before the file leaves CigHub. A check without a file counts as
/// not found.
/// </summary>
[Limited(LimitedUse.Export)]
public sealed record ApriFileVerifica(Guid VerificaId) : ICommand
{
    public static Permission Requires => Permission.LeggiCapienza;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ApriFileVerifica>
    {
        public async Task<Result<Events>> Handle(ApriFileVerifica command, Actor actor, CancellationToken ct)
        {
            if (await db.VerificaConFile(command.VerificaId, actor, ct) is not { File: { } file } verifica)
            {
                return CommandRunner.NotFound;
            }

            return Events.Of(new EventToWrite(
                Azioni.FileVerificaAperto, verifica.AffidamentoId is null ? Oggetti.Lotto : Oggetti.Affidamento,
                verifica.AffidamentoId ?? verifica.LottoId, verifica.EnteId, new JsonObject { ["sha256"] = file.Sha256 }));
        }
    }
}

/// <summary>A file of a check and its bytes, ready for download.</summary>
public sealed record FileDaDare(FileAllegato File, byte[] Byte);

/// <summary>
/// Reads the bytes of the file of a check. Returns null when the actor may not see the check, or when it has no file. Runs only after
/// <see cref="ApriFileVerifica"/> has recorded its event.
/// </summary>
public sealed class ContenutoFileVerifica(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<FileDaDare?> Run(Guid id, Actor actor, CancellationToken ct = default) =>
        await db.VerificaConFile(id, actor, ct) is { File: { } file }
            && await db.ContenutiFile.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == file.Sha256, ct) is { } contenuto
            ? new FileDaDare(file, contenuto.Byte)
            : null;
}

/// <summary>Finds checks that an actor may see.</summary>
internal static class VerificheVisibili
{
    /// <summary>
    /// Returns a check that the actor may see: one of a Lotto, or one of an Affidamento that is visible to the actor, whose role may read
    /// Affidamenti.
    /// </summary>
    public static async Task<VerificaFornitore?> VerificaConFile(this CigHubDbContext db, Guid id, Actor actor, CancellationToken ct)
    {
        var verifica = await db.VerificheFornitori.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct);
        return verifica?.AffidamentoId is not { } affidamento
            || (actor.Ruolo.Allows(Permission.LeggiAffidamenti) && await db.Affidamenti.AnyAsync(a => a.Id == affidamento, ct))
            ? verifica
            : null;
    }
}
