using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Records that a composed request or reminder leaves CigHub: by which way, and the hash of its text.</summary>
/// <param name="Sollecito">True for the reminder of a request that was sent.</param>
public sealed record PreparaRichiestaRegistrazione(UscitaRichiesta Uscita, bool Sollecito) : ICommand
{
    public static Permission Requires => Permission.GestisciRegistrazionePortale;

    public sealed class Rules : AbstractValidator<PreparaRichiestaRegistrazione>
    {
        public Rules() => RuleFor(c => c.Uscita).IsInEnum();
    }

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<PreparaRichiestaRegistrazione>
    {
        public async Task<Result<Events>> Handle(PreparaRichiestaRegistrazione command, Actor actor, CancellationToken ct)
        {
            if (actor.EnteId is not { } enteId)
            {
                return CommandRunner.NotFound;
            }

            var registrazione = await db.RegistrazioneDi(actor.PersonaId, enteId, ct);
            var passo = command.Sollecito ? PassoRegistrazione.Sollecita : PassoRegistrazione.SegnaRichiesta;
            if (!RegolePassoRegistrazione.Ammesso(registrazione?.Stato ?? StatoRegistrazione.DaRichiedere, passo))
            {
                return new Error(
                    "registrazione.stato",
                    "A questo punto della registrazione non c'è niente da chiedere: ricarica la pagina per vedere a che punto è.");
            }

            var persona = await db.Persone.SingleAsync(p => p.Id == actor.PersonaId, ct);
            var ente = await db.Enti.SingleAsync(e => e.Id == enteId, ct);
            var richiesta = RichiestaDiRegistrazione.Componi(persona, ente, command.Sollecito ? registrazione!.RichiestaIl : null);
            if (!richiesta.Completa)
            {
                return Result<Events>.Refused([.. richiesta.Mancanti
                    .Where(m => m.Ferma)
                    .Select(m => new Error(m.Codice, $"{m.Messaggio} Chiedi all'amministratore dell'ufficio di correggerlo."))]);
            }

            var dati = new JsonObject
            {
                ["uscita"] = NomiRegistrati.Valore(command.Uscita),
                ["sollecito"] = command.Sollecito,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{richiesta.Oggetto}\n\n{richiesta.Testo}"))),
            };
            return Events.Of(new EventToWrite(Azioni.RichiestaRegistrazioneUscita, Oggetti.Persona, persona.Id, enteId, dati));
        }
    }
}
