using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// Records in the registro that the file of an atto is given to the user. Runs before the file leaves CigHub. An atto without a file counts
/// as not found.
/// </summary>
[Limited(LimitedUse.Export)]
public sealed record ApriAllegato(Guid AffidamentoId, Guid AttoId) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ApriAllegato>
    {
        public async Task<Result<Events>> Handle(ApriAllegato command, Actor actor, CancellationToken ct)
        {
            var atto = await db.Atti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.AttoId && a.AffidamentoId == command.AffidamentoId, ct);
            if (atto?.File is not { } file)
            {
                return CommandRunner.NotFound;
            }

            var ente = await db.Affidamenti.Where(a => a.Id == command.AffidamentoId).Select(a => a.EnteId).SingleAsync(ct);
            var evento = new JsonObject { ["atto"] = command.AttoId.ToString(), ["tipo"] = NomiRegistrati.Valore(atto.Dati.Tipo), ["sha256"] = file.Sha256 };
            return Events.Of(new EventToWrite(Azioni.AllegatoAperto, Oggetti.Affidamento, command.AffidamentoId, ente, evento));
        }
    }
}

/// <summary>A file of an atto and its bytes, ready for download.</summary>
public sealed record AllegatoDaDare(FileAllegato File, byte[] Byte);

/// <summary>
/// Reads the bytes of the file of an atto. Returns null when the atto does not exist, has no file or belongs to another Ente. Runs only
/// after <see cref="ApriAllegato"/> has recorded its event.
/// </summary>
public sealed class ContenutoAllegato(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<AllegatoDaDare?> Run(Guid affidamentoId, Guid attoId, CancellationToken ct = default)
    {
        var atto = await db.Atti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attoId && a.AffidamentoId == affidamentoId, ct);
        return atto?.File is { } file && await db.ContenutiFile.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == file.Sha256, ct) is { } contenuto
            ? new AllegatoDaDare(file, contenuto.Byte)
            : null;
    }
}
