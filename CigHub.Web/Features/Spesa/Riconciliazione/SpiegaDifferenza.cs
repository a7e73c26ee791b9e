using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.OpenData;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>
/// Records why CigHub and ANAC's open data differ in a point. The explanation holds for the next files too, until one side says something else.
/// A later explanation adds to the first one.
/// </summary>
/// <param name="Motivo">The explanation, which the registro keeps.</param>
public sealed record SpiegaDifferenza(Guid DifferenzaId, string? Motivo) : ICommand
{
    public static Permission Requires => Permission.RiconciliaOpenData;

    public sealed class Rules : AbstractValidator<SpiegaDifferenza>
    {
        public Rules() => RuleFor(c => c.Motivo)
            .NotEmpty().WithErrorCode("opendata.senza-motivo")
            .WithMessage("Scrivi che cosa spiega la differenza e da quale atto risulta, per esempio «CM1 del 12/10/2026 non ancora pubblicata».")
            .MaximumLength(DifferenzaOpenData.MaxMotivo).WithErrorCode("opendata.motivo-lungo")
            .WithMessage($"La spiegazione può avere al massimo {DifferenzaOpenData.MaxMotivo} caratteri: accorciala.");
    }

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<SpiegaDifferenza>
    {
        public async Task<Result<Events>> Handle(SpiegaDifferenza command, Actor actor, CancellationToken ct)
        {
            if (await db.DifferenzeOpenData.SingleOrDefaultAsync(d => d.Id == command.DifferenzaId, ct) is not { } scelta)
            {
                return CommandRunner.NotFound;
            }

            // The file of all Enti and the one of an Ente show the same difference: it is explained in both.
            foreach (var differenza in await db.DifferenzeOpenData.Where(d => d.Identita == scelta.Identita).ToListAsync(ct))
            {
                differenza.Spiega();
            }

            var dati = new JsonObject
            {
                ["cig"] = scelta.Cig,
                ["oggetto"] = scelta.Tipo.Nome(),
                ["dato"] = DifferenzeWords.Sentence(scelta.Qui, scelta.La),
                ["motivo"] = command.Motivo!.Trim(),
            };
            return Events.Of(new EventToWrite(Azioni.DifferenzaSpiegata, Oggetti.OpenData, scelta.Identita, scelta.EnteId, dati));
        }
    }
}
