using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>
/// Requests the deletion of a person's name. An Amministratore requests it, and nothing is deleted until another one confirms it with
/// <see cref="DecidiCancellazione"/>.
/// </summary>
/// <param name="Atto">The act that orders the deletion.</param>
/// <param name="Autorizzazione">The authorisation of the Soprintendenza archivistica (art. 21 D.Lgs. 42/2004).</param>
public sealed record ChiediCancellazione(Guid Id, string? Atto, string? Autorizzazione, int Version) : ICommand, IVersioned<Persona>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Rules : AbstractValidator<ChiediCancellazione>
    {
        public Rules()
        {
            RuleFor(c => c.Atto)
                .NotEmpty().WithErrorCode("persona.cancella-atto").WithMessage("Scrivi l'atto che dispone la cancellazione, con numero e data.")
                .MaximumLength(Persona.MaxMotivo).WithErrorCode("persona.cancella-atto-lungo")
                .WithMessage($"Il testo può avere al massimo {Persona.MaxMotivo} caratteri: accorcialo.");
            RuleFor(c => c.Autorizzazione)
                .NotEmpty()
                    .WithErrorCode("persona.cancella-autorizzazione")
                    .WithMessage("Scrivi l'autorizzazione della Soprintendenza archivistica (art. 21 D.Lgs. 42/2004), con numero e data.")
                .MaximumLength(Persona.MaxMotivo).WithErrorCode("persona.cancella-autorizzazione-lungo")
                .WithMessage($"Il testo può avere al massimo {Persona.MaxMotivo} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TerminiDiConservazione termini, TimeProvider clock) : ICommandHandler<ChiediCancellazione>
    {
        public async Task<Result<Events>> Handle(ChiediCancellazione command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } persona)
            {
                return CommandRunner.NotFound;
            }

            var richiesta = new RichiestaDiCancellazione(actor.PersonaId, clock.Today(), command.Atto!.Trim(), command.Autorizzazione!.Trim());
            var esito = persona.ChiediCancellazione(richiesta, await termini.Scadenza(persona.Id, ct));
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.CancellazioneChiesta, Oggetti.Persona, persona.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
