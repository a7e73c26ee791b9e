using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>Forgets by which identity a person signs in: the next one that comes with her user name is hers. For an account that was made again.</summary>
public sealed record ScollegaIdentita(Guid PersonaId, string? Motivo, int Version) : ICommand, IVersionato<Persona>
{
    /// <summary>Longest reason.</summary>
    public const int MaxMotivo = 500;

    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersionato.RadiceId => PersonaId;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<ScollegaIdentita>
    {
        public async Task<Result<Eventi>> Handle(ScollegaIdentita command, Actor actor, CancellationToken ct)
        {
            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.PersonaId, ct) is not { } persona)
            {
                return CommandRunner.NonTrovato;
            }

            if (persona.Id == actor.PersonaId)
            {
                return new Error("persona.propria-identita", "Non puoi scollegare la tua utenza: chiedi a un altro amministratore dell'ufficio.");
            }

            var l = new LettoreModulo();
            var motivo = l.Testo(nameof(Motivo), command.Motivo, MaxMotivo, "Scrivi perché, per esempio: l'utenza è stata ricreata.");
            var letto = l.Esito(() => motivo);
            var esito = letto.IsSuccess ? persona.ScollegaIdentita() : letto;
            return esito.IsSuccess
                ? Eventi.Di(new EventoDaScrivere(Azioni.IdentitaScollegata, Oggetti.Persona, persona.Id, null, new JsonObject { ["motivo"] = motivo }))
                : Result<Eventi>.Refused(esito.Errors);
        }
    }
}
