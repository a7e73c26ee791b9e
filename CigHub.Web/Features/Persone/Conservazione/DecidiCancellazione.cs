using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>
/// Decides on a request for deletion: an Amministratore other than the one who requested it confirms it, or any Amministratore withdraws
/// it. A deleted name cannot be restored.
/// </summary>
public sealed record DecidiCancellazione(Guid Id, bool Conferma, int Version) : ICommand, IVersioned<Persona>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db, TerminiDiConservazione termini, TimeProvider clock) : ICommandHandler<DecidiCancellazione>
    {
        public async Task<Result<Events>> Handle(DecidiCancellazione command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } persona)
            {
                return CommandRunner.NotFound;
            }

            var esito = command.Conferma
                ? persona.Cancella(actor.PersonaId, clock.Today(), await termini.Scadenza(persona.Id, ct))
                : persona.RitiraCancellazione();
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            if (!command.Conferma)
            {
                return Events.Of(new EventToWrite(Azioni.CancellazioneRitirata, Oggetti.Persona, persona.Id, null));
            }

            foreach (var identita in await db.IdentitaPersone.Where(i => i.PersonaId == persona.Id).ToListAsync(ct))
            {
                identita.Cancella();
            }

            db.RichiesteDiAccesso.RemoveRange(await db.RichiesteDiAccesso.Where(r => r.PersonaId == persona.Id).ToListAsync(ct));
            return Events.Of(new EventToWrite(Azioni.IdentitaCancellata, Oggetti.Persona, persona.Id, null));
        }
    }
}
