using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>Rejects a request for access. The person who made it can read the reason on the page of the first access.</summary>
public sealed record RespingiRichiestaDiAccesso(Guid Id, string? Motivo, int Version) : ICommand, IVersioned<RichiestaDiAccesso>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RespingiRichiestaDiAccesso>
    {
        public async Task<Result<Events>> Handle(RespingiRichiestaDiAccesso command, Actor actor, CancellationToken ct)
        {
            if (await db.RichiesteDiAccesso.SingleOrDefaultAsync(r => r.Id == command.Id, ct) is not { } richiesta)
            {
                return CommandRunner.NotFound;
            }

            var reader = new FormReader();
            var motivo = reader.Text(nameof(Motivo), command.Motivo, RichiestaDiAccesso.MaxNota, "Scrivi perché: chi ha chiesto l'accesso lo legge.");
            var letto = reader.Outcome(() => motivo);
            if (!letto.IsSuccess)
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = richiesta.Respingi(await db.Persone.SingleAsync(p => p.Id == actor.PersonaId, ct), motivo, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.RichiestaAccessoRespinta, Oggetti.RichiestaDiAccesso, richiesta.Id, null))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
