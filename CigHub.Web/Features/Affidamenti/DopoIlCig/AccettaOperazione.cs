using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Records that the portal accepted an operation, and applies it: the Affidamento takes the new values, and the ledger gets the rows that
/// follow from them. An evidenza, if the user attached one, goes into the fascicolo.
/// </summary>
[Limited(LimitedUse.Upload)]
public sealed record AccettaOperazione(Guid AffidamentoId, Guid OperazioneId, int Version, ChosenFile? Evidenza = null)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>, IMayCarryFile
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    bool IMayCarryFile.CarriesFile => Evidenza is not null;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AccettaOperazione>
    {
        public async Task<Result<Events>> Handle(AccettaOperazione command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.ConGliAtti(command.AffidamentoId, ct);
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
            var dati = new JsonObject();
            if (command.Evidenza is { } evidenza)
            {
                // Keep it before the outcome: an Affidamento that is annulled takes no more acts.
                var tenuta = await db.TieniEvidenza(affidamento, evidenza, clock, ct);
                if (!tenuta.TryGet(out var file))
                {
                    return Result<Events>.Refused(tenuta.Errors);
                }

                dati["evidenza"] = file.Sha256;
            }

            var esito = affidamento.AccettaOperazione(actor.PersonaId, command.OperazioneId, capienza, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var movimenti))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Movimenti.AddRange(movimenti);
            return Events.Of(affidamento.Evento(Azioni.OperazioneAccettata, command.OperazioneId, dati));
        }
    }
}
