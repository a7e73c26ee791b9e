using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>
/// Ends a role of a person, from a day on. The role stays in the database and the registro, with the days on which it was held.
/// </summary>
/// <param name="Fino">The first day without the role, as the user typed it.</param>
/// <param name="Version">The version of the person, because roles are read and changed on the person's page.</param>
/// <param name="MotivoFine">The reason, due when the role ends before today. The registro keeps it.</param>
public sealed record TogliRuolo(Guid Id, Guid PersonaId, string? Fino, int Version, string? MotivoFine = null) : ICommand, IVersioned<Persona>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => PersonaId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<TogliRuolo>
    {
        public async Task<Result<Events>> Handle(TogliRuolo command, Actor actor, CancellationToken ct)
        {
            var reader = new FormReader();
            var fino = reader.Date(nameof(Fino), command.Fino);
            if (reader.Outcome(() => fino) is { IsSuccess: false } illeggibile)
            {
                return Result<Events>.Refused(illeggibile.Errors);
            }

            // The command carries the person's version, so the person is loaded too.
            var persona = await db.Persone.SingleOrDefaultAsync(p => p.Id == command.PersonaId, ct);
            var appartenenza = await db.Appartenenze.SingleOrDefaultAsync(a => a.Id == command.Id && a.PersonaId == command.PersonaId, ct);
            if (persona is null || appartenenza is null)
            {
                return CommandRunner.NotFound;
            }

            var esito = appartenenza.Termina(fino, clock.Today(), command.MotivoFine);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            return appartenenza.Ruolo != Ruolo.Amministratore || await db.NeResta(clock.Today(), null, appartenenza.Id, ct)
                ? Events.Of(new EventToWrite(Azioni.RuoloTolto, Oggetti.Persona, persona.Id, appartenenza.EnteId, Dati(command.MotivoFine)))
                : SeparazioneCompiti.UltimoAmministratore.Errore();
        }

        private static JsonObject? Dati(string? motivo) => string.IsNullOrWhiteSpace(motivo) ? null : new JsonObject { ["motivo"] = motivo.Trim() };
    }
}
