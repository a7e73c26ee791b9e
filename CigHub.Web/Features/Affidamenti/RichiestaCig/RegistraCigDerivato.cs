using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Records the CIG Derivato that the portal gave. The amount that was reserved becomes aderito. A picture of the portal goes into the
/// fascicolo with it.
/// </summary>
[Limitato(Uso.Caricamento)]
public sealed record RegistraCigDerivato(Guid AffidamentoId, Guid AggiudicazioneId, string Cig, int Version, FileScelto? Evidenza = null)
    : ICommand, ISuAffidamento, IVersionato<Affidamento>, IForseConFile
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersionato.RadiceId => AffidamentoId;

    bool IForseConFile.ConFile => Evidenza is not null;

    public sealed class Handler(CigHubDbContext db, RegoleCigDerivato regole, TimeProvider clock) : ICommandHandler<RegistraCigDerivato>
    {
        public async Task<Result<Eventi>> Handle(RegistraCigDerivato command, Actor actor, CancellationToken ct)
        {
            var letto = regole.Leggi(command.Cig);
            if (!letto.TryGet(out var cig))
            {
                return Result<Eventi>.Refused([.. letto.Errors.Select(e => e with { Field = nameof(Cig) })]);
            }

            var (affidamento, lotto, _) = await db.NelLotto(command.AffidamentoId, ct);
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == lotto.Id, ct);
            var esito = affidamento.RegistraCig(actor.PersonaId, command.AggiudicazioneId, cig, lotto, capienza, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Eventi>.Refused(esito.Errors);
            }

            db.Movimenti.AddRange(esito.Value);
            var evento = new EventoDaScrivere(Azioni.CigRegistrato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId);
            if (command.Evidenza is not { } evidenza)
            {
                return Eventi.Di(evento);
            }

            var tenuta = await db.TieniEvidenza(affidamento, evidenza, clock, ct);
            return tenuta.TryGet(out var file)
                ? Eventi.Di(evento with { Dati = new JsonObject { ["evidenza"] = file.Sha256 } })
                : Result<Eventi>.Refused(tenuta.Errors);
        }
    }
}
