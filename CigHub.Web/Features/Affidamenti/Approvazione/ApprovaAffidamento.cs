using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

/// <summary>
/// Approves an Affidamento above the soglia di approvazione. With the same click the approver declares to have no conflict of interest. The
/// approver must not be the author or the RUP, and must not have worked on the draft.
/// </summary>
/// <param name="Dichiarazione">The version of the declaration's text that stood beside the button. Null when the approver accepted
/// none.</param>
public sealed record ApprovaAffidamento(Guid AffidamentoId, int Version, string? Dichiarazione) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.ApprovaAffidamenti;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, ListeInVigore liste, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<ApprovaAffidamento>
    {
        public async Task<Result<Events>> Handle(ApprovaAffidamento command, Actor actor, CancellationToken ct)
        {
            var (affidamento, contesto) = await db.ConContesto(command.AffidamentoId, liste.Correnti, clock.Today(), ct);
            var haLavorato = await db.HaLavorato(affidamento.Id, actor.PersonaId, ct);
            var esito = affidamento.Approva(actor.PersonaId, haLavorato, contesto, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            var dichiarate = await dichiarazioni.Accetta(affidamento, contesto.Convenzione, actor.PersonaId, command.Dichiarazione, ct);
            if (!dichiarate.TryGet(out var testi))
            {
                return Result<Events>.Refused(dichiarate.Errors);
            }

            var dati = new JsonObject
            {
                ["sha256"] = EsportaSchede.Impronta(affidamento.Bozza),
                ["importo"] = affidamento.Importo.Centesimi,
                ["soglia"] = contesto.Convenzione.SogliaApprovazione?.Centesimi,
                ["dichiarazioni"] = testi,
            };
            return Events.Of(new EventToWrite(Azioni.AffidamentoApprovato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }
    }
}
