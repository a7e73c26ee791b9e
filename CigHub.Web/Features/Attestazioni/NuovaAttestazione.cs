using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>Records that an Auditor asks for an attestazione. The page makes it after the commit, so that it covers this event too.</summary>
[Limited(LimitedUse.Export)]
public sealed record NuovaAttestazione : ICommand
{
    public static Permission Requires => Permission.LeggiRegistro;

    public sealed class Handler : ICommandHandler<NuovaAttestazione>
    {
        public Task<Result<Events>> Handle(NuovaAttestazione command, Actor actor, CancellationToken ct) =>
            Task.FromResult<Result<Events>>(Events.Of(new EventToWrite(Azioni.AttestazioneChiesta, Oggetti.Registro, Guid.Empty, null)));
    }
}
