using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone;

/// <summary>From the next click on the person does and reads nothing more; what she did remains hers.</summary>
public sealed record DisattivaPersona(Guid Id, int Version) : ICommand, IVersionato
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersionato.RadiceId => Id;

    public sealed class Rules : AbstractValidator<DisattivaPersona>
    {
        public Rules() => RuleFor(c => c.Id).NotEmpty();
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<DisattivaPersona>
    {
        public async Task<Result<Eventi>> Handle(DisattivaPersona command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } persona)
            {
                return CommandRunner.NonTrovato;
            }

            var esito = persona.Disattiva();
            if (!esito.IsSuccess)
            {
                return Result<Eventi>.Refused(esito.Errors);
            }

            return await db.NeResta(clock.Oggi(), persona.Id, null, ct)
                ? Eventi.Di(new EventoDaScrivere(Azioni.PersonaDisattivata, nameof(Persona), persona.Id, null))
                : SeparazioneCompiti.UltimoAmministratore.Errore();
        }
    }
}
