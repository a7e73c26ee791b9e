using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>Records in the registro that a stored elenco del portale is given to the user. Runs before its bytes leave CigHub.</summary>
[Limited(LimitedUse.Export)]
public sealed record ApriElencoPortale(Guid ElencoId) : ICommand
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ApriElencoPortale>
    {
        public async Task<Result<Events>> Handle(ApriElencoPortale command, Actor actor, CancellationToken ct) =>
            await db.ElenchiPortale.AsNoTracking().SingleOrDefaultAsync(e => e.Id == command.ElencoId, ct) is { } elenco
                ? Events.Of(new EventToWrite(Azioni.ElencoPortaleAperto, Oggetti.ElencoPortale, elenco.Id, elenco.EnteId,
                    new JsonObject { ["sha256"] = elenco.Sha256 }))
                : CommandRunner.NotFound;
    }
}

/// <summary>
/// Reads the bytes of a stored elenco del portale. Returns null when it does not exist or belongs to another Ente. Runs only after
/// <see cref="ApriElencoPortale"/> has recorded its event.
/// </summary>
public sealed class ContenutoElenco(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<AllegatoDaDare?> Run(Guid elencoId, CancellationToken ct = default)
    {
        var elenco = await db.ElenchiPortale.AsNoTracking().SingleOrDefaultAsync(e => e.Id == elencoId, ct);
        return elenco is not null && await db.ContenutiFile.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == elenco.Sha256, ct) is { } contenuto
            ? new AllegatoDaDare(elenco.File, contenuto.Byte)
            : null;
    }
}
