using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>Limits the name of a person who no longer works here, so that only Auditors can read it, or lifts that limit.</summary>
/// <param name="Limitato">True to hide the name, false to show it again.</param>
/// <param name="Motivo">The reason, which the registro keeps.</param>
public sealed record LimitaNome(Guid Id, bool Limitato, string? Motivo, int Version) : ICommand, IVersioned<Persona>
{
    /// <summary>The field name of the reason, which must differ from those of the other reasons on the person's page.</summary>
    public const string CampoMotivo = "MotivoLimitazione";

    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Rules : AbstractValidator<LimitaNome>
    {
        public Rules()
        {
            RuleFor(c => c.Motivo)
                .NotEmpty().WithErrorCode("persona.limita-motivo")
                .WithMessage("Scrivi perché, per esempio «opposizione dell'interessato del 3/2/2027, prot. 120»: il motivo resta nel registro eventi.")
                .MaximumLength(Persona.MaxMotivo).WithErrorCode("persona.limita-motivo-lungo")
                .WithMessage($"Il motivo può avere al massimo {Persona.MaxMotivo} caratteri: accorcialo.")
                .OverridePropertyName(CampoMotivo);
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<LimitaNome>
    {
        public async Task<Result<Events>> Handle(LimitaNome command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } persona)
            {
                return CommandRunner.NotFound;
            }

            if (!command.Limitato && await Occupato(persona, ct))
            {
                return new Error(
                    "persona.nome-utente-usato",
                    "Il nome utente o il codice fiscale di questa persona sono ora di un'altra: correggi prima quella.");
            }

            var esito = command.Limitato ? persona.Limita(clock.Today()) : persona.TogliLimite();
            var azione = command.Limitato ? Azioni.NomeLimitato : Azioni.LimitazioneTolta;
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(azione, Oggetti.Persona, persona.Id, null, new JsonObject { ["motivo"] = command.Motivo!.Trim() }))
                : Result<Events>.Refused(esito.Errors);
        }

        /// <summary>Says whether another person has taken the user name or the codice fiscale while they were limited.</summary>
        private async Task<bool> Occupato(Persona persona, CancellationToken ct)
        {
            var dati = persona.DatiRiservati;
            return dati is not null
                && await db.Persone.AnyAsync(
                    p => p.Id != persona.Id && (p.NomeUtente == dati.NomeUtente || p.CodiceFiscale == dati.CodiceFiscale), ct);
        }
    }
}
