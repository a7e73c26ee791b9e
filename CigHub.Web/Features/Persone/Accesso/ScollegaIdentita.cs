using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>
/// Unlinks a person's identity at the provider, for an account there that was made again. The next identity that signs in with the person's
/// user name is linked to the person.
/// </summary>
public sealed record ScollegaIdentita(Guid PersonaId, string? Motivo, int Version) : ICommand, IVersioned<Persona>
{
    /// <summary>The largest number of characters in the reason.</summary>
    public const int MaxMotivo = 500;

    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => PersonaId;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ScollegaIdentita>
    {
        public async Task<Result<Events>> Handle(ScollegaIdentita command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.PersonaId, ct) is not { } persona)
            {
                return CommandRunner.NotFound;
            }

            if (persona.Id == actor.PersonaId)
            {
                return new Error("persona.propria-identita", "Non puoi scollegare la tua utenza: chiedi a un altro amministratore dell'ufficio.");
            }

            var reader = new FormReader();
            var motivo = reader.Text(nameof(Motivo), command.Motivo, MaxMotivo, "Scrivi perché, per esempio: l'utenza è stata ricreata.");
            var letto = reader.Outcome(() => motivo);
            var esito = letto.IsSuccess ? persona.ScollegaIdentita() : letto;
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.IdentitaScollegata, Oggetti.Persona, persona.Id, null, new JsonObject { ["motivo"] = motivo }))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
