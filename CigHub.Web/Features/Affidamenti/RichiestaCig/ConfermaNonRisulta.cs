using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Records that the RUP has looked into the elenco del portale after an error, at which hour and what was there. Without it no second
/// request begins. Ends the state «Esito da verificare», so that the RUP can request the CIG again.
/// </summary>
public sealed record ConfermaNonRisulta(Guid AffidamentoId, SguardoForm Form, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    /// <summary>Returns the data of the event about a look: its hour and the row that was found.</summary>
    internal static JsonObject Dati(SguardoInElenco sguardo) => new()
    {
        ["guardato"] = ChangeSet.Instant(sguardo.GuardatoIl),
        ["nellElenco"] = NomiRegistrati.Valore(sguardo.Trovato),
    };

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ConfermaNonRisulta>
    {
        public async Task<Result<Events>> Handle(ConfermaNonRisulta command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var letto = command.Form.Read();
            if (!letto.TryGet(out var sguardo))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = affidamento.ConfermaNonRisulta(actor.PersonaId, sguardo, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.NonRisulta, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, Dati(sguardo)))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
