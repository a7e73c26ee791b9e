using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Records a second CIG that the portal gave for the same Affidamento. It becomes a thing to annul, with a due day, and takes nothing of the
/// Lotto.
/// </summary>
/// <param name="Id">A Guid v7 made by the page.</param>
/// <param name="DallElenco">Says whether the portal's list showed the CIG. If not, a person found it otherwise.</param>
public sealed record RegistraCigInPiu(Guid AffidamentoId, Guid Id, string Cig, bool DallElenco, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, RegoleCigDerivato regole, IOptions<RichiestaSettings> settings, TimeProvider clock)
        : ICommandHandler<RegistraCigInPiu>
    {
        public async Task<Result<Events>> Handle(RegistraCigInPiu command, Actor actor, CancellationToken ct)
        {
            var letto = regole.Leggi(command.Cig);
            if (!letto.TryGet(out var cig))
            {
                return Result<Events>.Refused([.. letto.Errors.Select(e => e with { Field = nameof(Cig) })]);
            }

            var (affidamento, lotto, _) = await db.NelLotto(command.AffidamentoId, ct);
            var esito = affidamento.RegistraCigInPiu(
                command.Id, cig, command.DallElenco ? OrigineCigInPiu.Elenco : OrigineCigInPiu.Mano, lotto.CigPadre,
                clock.Today().AddDays(settings.Value.GiorniPerAnnullareUnCig), clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            if ((await db.CigGiaUsati([cig], ct)).Count > 0)
            {
                return RegoleCigDerivato.GiaUsato;
            }

            return Events.Of(new EventToWrite(
                Azioni.CigInPiuRegistrato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, new JsonObject { ["cig"] = cig.Valore }));
        }
    }
}
