using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>Records in the registro that the report about the spending is printed. The page prints only after this command has succeeded.</summary>
/// <param name="Al">The day of the report.</param>
[Limited(LimitedUse.Export)]
public sealed record StampaRelazione(DateOnly Al) : ICommand
{
    public static Permission Requires => Permission.LeggiCapienza;

    public sealed class Handler : ICommandHandler<StampaRelazione>
    {
        public Task<Result<Events>> Handle(StampaRelazione command, Actor actor, CancellationToken ct)
        {
            var dati = new JsonObject { ["foglio"] = "relazione", ["scelta"] = RelazioneSpesa.Choice(command.Al).Address("") };
            return Task.FromResult<Result<Events>>(
                Events.Of(new EventToWrite(Azioni.RelazioneStampata, Oggetti.Elenco, Guid.CreateVersion7(), actor.EnteId, dati)));
        }
    }
}
