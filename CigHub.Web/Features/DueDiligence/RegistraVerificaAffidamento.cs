using CigHub.Domain.Common;
using CigHub.Domain.DueDiligence;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>
/// Records a check about a supplier of an Affidamento. Its RUP does. Nothing in the Affidamento changes, so no open edit becomes stale.
/// </summary>
/// <param name="VerificaId">A Guid v7 made by the page when the form opens, so that the same check is never recorded twice.</param>
[Limited(LimitedUse.Upload)]
public sealed record RegistraVerificaAffidamento(Guid AffidamentoId, Guid VerificaId, VerificaFornitoreForm Form, ChosenFile? File = null)
    : ICommand, IOnAffidamento, IMayCarryFile
{
    public static Permission Requires => Permission.RichiediCig;

    bool IMayCarryFile.CarriesFile => File is not null;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraVerificaAffidamento>
    {
        public async Task<Result<Events>> Handle(RegistraVerificaAffidamento command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            if (!actor.IsRupOf(affidamento))
            {
                return new Error("affidamento.non-rup", "La due diligence di un affidamento la registra il suo RUP: chiedi al RUP, o usa «Assegna a me».");
            }

            var letto = command.Form.Read(command.File, out var file);
            if (!letto.TryGet(out var dati))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = VerificaFornitore.SullAffidamento(
                command.VerificaId, affidamento, command.Form.Fornitore, dati, file, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var verifica))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.VerificheFornitori.Add(verifica);
            if (file is not null)
            {
                await db.Tieni(file, command.File!.Byte, ct);
            }

            return Events.Of(new EventToWrite(Azioni.VerificaFornitoreRegistrata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId));
        }
    }
}
