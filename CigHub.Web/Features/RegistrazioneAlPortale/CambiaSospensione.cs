using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// Suspends a RUP's registration on the portal, or resumes it. An Amministratore does it, with a reason. While it is suspended, the RUP
/// cannot request a CIG.
/// </summary>
/// <param name="Sospesa">True to suspend the registration, false to resume it.</param>
public sealed record CambiaSospensione(Guid Id, bool Sospesa, string? Motivo, int Version) : ICommand, IVersioned<RegistrazionePortale>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Rules : AbstractValidator<CambiaSospensione>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo)
                .MaximumLength(RegistrazionePortale.MaxMotivo)
                .WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {RegistrazionePortale.MaxMotivo} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<CambiaSospensione>
    {
        public async Task<Result<Events>> Handle(CambiaSospensione command, Actor actor, CancellationToken ct)
        {
            if (await db.RegistrazioniPortale.SingleOrDefaultAsync(r => r.Id == command.Id, ct) is not { } registrazione)
            {
                return CommandRunner.NotFound;
            }

            var passo = command.Sospesa ? PassoRegistrazione.Sospendi : PassoRegistrazione.Riprendi;
            var oggi = clock.Today();
            var esito = registrazione.Compi(passo, oggi, oggi, command.Motivo, ufficio: true);
            return esito.IsSuccess ? Events.Of(AggiornaRegistrazione.Evento(registrazione, passo, command.Motivo)) : Result<Events>.Refused(esito.Errors);
        }
    }
}
