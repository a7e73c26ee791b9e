using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>Records in the registro that the course of an Affidamento is printed. The page prints only after this command has succeeded.</summary>
[Limited(LimitedUse.Export)]
public sealed record StampaIter(Guid AffidamentoId) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.LeggiIter;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<StampaIter>
    {
        public async Task<Result<Events>> Handle(StampaIter command, Actor actor, CancellationToken ct)
        {
            var ente = await db.Affidamenti.Where(a => a.Id == command.AffidamentoId).Select(a => a.EnteId).SingleAsync(ct);
            return Events.Of(new EventToWrite(Azioni.IterStampato, Oggetti.Affidamento, command.AffidamentoId, ente));
        }
    }
}
