using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>
/// Gives a person a role at one Ente or at all, from a day on, inclusive. The role applies from the person's next command on, without a new
/// sign-in.
/// </summary>
/// <param name="Id">The Guid v7 of the Appartenenza, made by the page.</param>
/// <param name="Version">The version of the person, because roles are read and changed on the person's page.</param>
public sealed record AssegnaRuolo(Guid Id, Guid PersonaId, RuoloForm Form, int Version) : ICommand, IVersioned<Persona>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => PersonaId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AssegnaRuolo>
    {
        public async Task<Result<Events>> Handle(AssegnaRuolo command, Actor actor, CancellationToken ct)
        {
            if (command.PersonaId == actor.PersonaId)
            {
                return SeparazioneCompiti.NessunRuoloASeStesso.Errore();
            }

            var letto = command.Form.Read();
            if (!letto.IsSuccess)
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var (ruolo, enteId, dal, nomina, motivo) = letto.Value;
            var persona = await db.Persone.SingleOrDefaultAsync(p => p.Id == command.PersonaId, ct);
            var ente = await db.Enti.SingleOrDefaultAsync(e => e.Id == enteId, ct);
            if (persona is null || (enteId is not null && ente is null))
            {
                return CommandRunner.NotFound;
            }

            var sue = await db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == persona.Id).ToListAsync(ct);
            var assegnata = Appartenenza.Assegna(command.Id, persona, ruolo, ente, dal, clock.Today(), sue, nomina, motivo);
            if (!assegnata.TryGet(out var appartenenza))
            {
                return Result<Events>.Refused(assegnata.Errors);
            }

            db.Appartenenze.Add(appartenenza);
            return Events.Of(new EventToWrite(Azioni.RuoloAssegnato, Oggetti.Persona, persona.Id, enteId));
        }
    }
}
