using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Records that a RUP has taken a step of their own registration on the portal, for the Ente for which the RUP acts.</summary>
/// <param name="Id">The registration's id: a Guid v7 made by the page when none exists yet.</param>
/// <param name="Giorno">The day of the step, as the user typed it.</param>
/// <param name="Motivo">The reason, for the steps that need one.</param>
/// <param name="Version">The version that the page showed. Null when no registration exists yet.</param>
public sealed record AggiornaRegistrazione(Guid Id, PassoRegistrazione Passo, string? Giorno, string? Motivo, int? Version)
    : ICommand, IVersioned<RegistrazionePortale>
{
    public static Permission Requires => Permission.GestisciRegistrazionePortale;

    Guid IVersioned.RootId => Id;

    int IVersioned.Version => Version ?? 0;

    public sealed class Rules : AbstractValidator<AggiornaRegistrazione>
    {
        public Rules()
        {
            RuleFor(c => c.Passo).IsInEnum();
            RuleFor(c => c.Motivo)
                .MaximumLength(RegistrazionePortale.MaxMotivo)
                .WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {RegistrazionePortale.MaxMotivo} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AggiornaRegistrazione>
    {
        public async Task<Result<Events>> Handle(AggiornaRegistrazione command, Actor actor, CancellationToken ct)
        {
            if (actor.EnteId is not { } enteId)
            {
                return CommandRunner.NotFound;
            }

            var reader = new FormReader();
            var giorno = reader.Date(nameof(Giorno), command.Giorno);
            if (reader.Outcome(() => giorno) is { IsSuccess: false } illeggibile)
            {
                return Result<Events>.Refused(illeggibile.Errors);
            }

            var registrazione = await db.RegistrazioneDi(actor.PersonaId, enteId, ct);
            if (registrazione is null)
            {
                registrazione = new RegistrazionePortale(command.Id, actor.PersonaId, enteId);
                db.RegistrazioniPortale.Add(registrazione);
            }
            else if (registrazione.Id != command.Id)
            {
                return new StaleEdit(
                    new LastChange(null, null),
                    registrazione.Version,
                    "Nel frattempo la registrazione è stata aggiornata da un'altra finestra: ricarica la pagina per vedere a che punto è.");
            }

            var esito = registrazione.Compi(command.Passo, giorno, clock.Today(), command.Motivo);
            return esito.IsSuccess ? Events.Of(Evento(registrazione, command.Passo, command.Motivo)) : Result<Events>.Refused(esito.Errors);
        }
    }

    /// <summary>Returns the event of a step. It is about the person, so that the pages of the person and of the Ente show it.</summary>
    internal static EventToWrite Evento(RegistrazionePortale registrazione, PassoRegistrazione passo, string? motivo)
    {
        var dati = new JsonObject { ["passo"] = NomiRegistrati.Valore(passo) };
        if (passo.VuoleMotivo())
        {
            dati["motivo"] = motivo!.Trim();
        }

        var azione = passo switch
        {
            PassoRegistrazione.Sospendi => Azioni.RegistrazioneSospesa,
            PassoRegistrazione.Riprendi => Azioni.RegistrazioneRipresa,
            _ => Azioni.RegistrazioneAggiornata,
        };
        return new EventToWrite(azione, Oggetti.Persona, registrazione.PersonaId, registrazione.EnteId, dati);
    }
}
