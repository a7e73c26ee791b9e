using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>Declares the draft ready for the portal: only with nothing missing and nothing wrong.</summary>
public sealed record SegnaPronto(Guid AffidamentoId, int Version) : ICommand, ISuAffidamento, IVersionato
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersionato.RadiceId => AffidamentoId;

    public sealed class Rules : AbstractValidator<SegnaPronto>
    {
        public Rules() => RuleFor(c => c.AffidamentoId).NotEmpty();
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<SegnaPronto>
    {
        public async Task<Result<Eventi>> Handle(SegnaPronto command, Actor actor, CancellationToken ct)
        {
            var (affidamento, lotto, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            var esito = affidamento.SegnaPronto(convenzione, lotto, clock.Oggi(), clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Eventi.Di(new EventoDaScrivere(Azioni.AffidamentoPronto, "Affidamento", affidamento.Id, affidamento.EnteId))
                : Result<Eventi>.Refused(esito.Errors);
        }
    }
}
