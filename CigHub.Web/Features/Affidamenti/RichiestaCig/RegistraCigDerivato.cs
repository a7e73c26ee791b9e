using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Records the CIG Derivato that the portal gave for an adhesion. The amount of the adhesion changes from riservato to aderito. An
/// evidenza, if the user attached one, goes into the fascicolo.
/// </summary>
[Limited(LimitedUse.Upload)]
public sealed record RegistraCigDerivato(Guid AffidamentoId, Guid AggiudicazioneId, string Cig, int Version, ChosenFile? Evidenza = null)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>, IMayCarryFile
{
    public static Permission Requires => Permission.RichiediCig;

    public static AttoDelegabile? Delegabile => AttoDelegabile.RegistrareEsito;

    Guid IVersioned.RootId => AffidamentoId;

    bool IMayCarryFile.CarriesFile => Evidenza is not null;

    public sealed class Handler(CigHubDbContext db, RegoleCigDerivato regole, TimeProvider clock) : ICommandHandler<RegistraCigDerivato>
    {
        public async Task<Result<Events>> Handle(RegistraCigDerivato command, Actor actor, CancellationToken ct)
        {
            var letto = regole.Leggi(command.Cig);
            if (!letto.TryGet(out var cig))
            {
                return Result<Events>.Refused([.. letto.Errors.Select(e => e with { Field = nameof(Cig) })]);
            }

            var (affidamento, lotto, _) = await db.NelLotto(command.AffidamentoId, ct);
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == lotto.Id, ct);
            var esito = affidamento.RegistraCig(actor.PerConto, command.AggiudicazioneId, cig, lotto, capienza, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            // The database refuses a CIG that another adhesion has, but not one that is recorded as too many.
            if (await db.CigInPiu.IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).AnyAsync(c => c.Cig == cig, ct))
            {
                return RegoleCigDerivato.GiaUsato;
            }

            db.Movimenti.AddRange(esito.Value);
            var evento = new EventToWrite(Azioni.CigRegistrato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId);
            if (command.Evidenza is not { } evidenza)
            {
                return Events.Of(evento);
            }

            var tenuta = await db.TieniEvidenza(affidamento, evidenza, clock, ct);
            return tenuta.TryGet(out var file)
                ? Events.Of(evento with { Data = new JsonObject { ["evidenza"] = file.Sha256 } })
                : Result<Events>.Refused(tenuta.Errors);
        }
    }
}
