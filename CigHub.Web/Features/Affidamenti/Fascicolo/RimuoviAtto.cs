using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// Takes an atto out of the fascicolo. The registro keeps the data of the atto. The bytes of its file stay stored, because another atto may
/// have the same file.
/// </summary>
public sealed record RimuoviAtto(Guid AffidamentoId, Guid AttoId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RimuoviAtto>
    {
        public async Task<Result<Events>> Handle(RimuoviAtto command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamenti.Include(a => a.Atti).SingleAsync(a => a.Id == command.AffidamentoId, ct);
            var atto = affidamento.Atti.SingleOrDefault(a => a.Id == command.AttoId);
            var esito = affidamento.RimuoviAtto(command.AttoId, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            var evento = new JsonObject
            {
                ["atto"] = command.AttoId.ToString(),
                ["tipo"] = NomiRegistrati.Valore(atto!.Dati.Tipo),
                ["sha256"] = atto.File?.Sha256
            };
            return Events.Of(new EventToWrite(Azioni.AttoRimosso, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, evento));
        }
    }
}
