using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>A RUP of the Ente takes the Affidamento over from a colleague, before the portal.</summary>
public sealed record AssegnaAMe(Guid AffidamentoId, int Version) : ICommand, ISuAffidamento, IVersionato
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersionato.RadiceId => AffidamentoId;

    public sealed class Rules : AbstractValidator<AssegnaAMe>
    {
        public Rules() => RuleFor(c => c.AffidamentoId).NotEmpty();
    }

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<AssegnaAMe>
    {
        public async Task<Result<Eventi>> Handle(AssegnaAMe command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamenti.SingleAsync(a => a.Id == command.AffidamentoId, ct);
            if (await dichiarazioni.Impedisce(affidamento, actor.PersonaId, ct) is { } no)
            {
                return no;
            }

            var esito = affidamento.AssegnaRup(actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Eventi.Di(new EventoDaScrivere(Azioni.AffidamentoAssegnato, "Affidamento", affidamento.Id, affidamento.EnteId))
                : Result<Eventi>.Refused(esito.Errors);
        }
    }
}
