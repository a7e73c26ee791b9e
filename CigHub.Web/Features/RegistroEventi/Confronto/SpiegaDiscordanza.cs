using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Records the explanation of a difference that the last comparison found. It repairs nothing: the difference stays in the list, with a
/// link to the event that explains it.
/// </summary>
/// <param name="Discordanza">The difference's <see cref="Discordanza.Impronta"/>.</param>
/// <param name="Motivo">The explanation, which the registro keeps.</param>
public sealed record SpiegaDiscordanza(string Discordanza, string? Motivo) : ICommand
{
    /// <summary>The largest number of characters in the explanation.</summary>
    public const int MaxMotivo = 1000;

    public static Permission Requires => Permission.SpiegaDiscordanze;

    public sealed class Rules : AbstractValidator<SpiegaDiscordanza>
    {
        public Rules()
        {
            RuleFor(c => c.Discordanza).NotEmpty();
            RuleFor(c => c.Motivo)
                .NotEmpty().WithErrorCode("discordanza.senza-spiegazione")
                .WithMessage("Scrivi che cosa spiega la differenza e da quale atto risulta, per esempio «ripristino del 12/11/2026, verbale n. 4».")
                .MaximumLength(MaxMotivo).WithErrorCode("discordanza.spiegazione-lunga")
                .WithMessage($"La spiegazione può avere al massimo {MaxMotivo} caratteri: accorciala.");
        }
    }

    public sealed class Handler(CigHubDbContext db, NightlyConfronto confronto, SpiegazioniDate spiegazioni) : ICommandHandler<SpiegaDiscordanza>
    {
        public async Task<Result<Events>> Handle(SpiegaDiscordanza command, Actor actor, CancellationToken ct)
        {
            if (confronto.Ultimo?.Discordanze.FirstOrDefault(d => d.Impronta == command.Discordanza) is not { } discordanza)
            {
                return new Error("discordanza.non-trovata", "L'ultimo confronto non ha trovato questa differenza: ripeti il confronto.");
            }

            if ((await spiegazioni.All(ct)).TryGetValue(command.Discordanza, out var seq))
            {
                return new Error("discordanza.gia-spiegata", $"Questa differenza è già spiegata dall'evento {seq}: ricarica la pagina per leggerlo.");
            }

            if (discordanza.UltimoEvento is { } ultimo && await db.Registro.AnyAsync(e => e.Seq == ultimo && e.AttoreId == actor.PersonaId, ct))
            {
                return new Error("discordanza.propria", "L'ultimo evento su questo dato è tuo: la differenza la spiega un altro Auditor.");
            }

            var dati = new JsonObject
            {
                ["discordanza"] = discordanza.Impronta,
                ["oggetto"] = discordanza.Oggetto,
                ["dato"] = discordanza.Dato,
                ["atteso"] = discordanza.Atteso,
                ["trovato"] = discordanza.Trovato,
                ["motivo"] = command.Motivo!.Trim(),
            };
            return Events.Of(new EventToWrite(Azioni.DiscordanzaSpiegata, Oggetti.Registro, Guid.Empty, null, dati));
        }
    }
}
