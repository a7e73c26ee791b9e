using CigHub.Domain.Common;
using CigHub.Domain.DueDiligence;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>Records a check about a supplier of a Lotto, which holds for the adhesions of every Ente. The keeper of the Lotto does.</summary>
/// <param name="VerificaId">A Guid v7 made by the page when the form opens, so that the same check is never recorded twice.</param>
[Limited(LimitedUse.Upload)]
public sealed record RegistraVerificaLotto(Guid LottoId, Guid VerificaId, VerificaFornitoreForm Form, ChosenFile? File = null) : ICommand, IMayCarryFile
{
    public static Permission Requires => Permission.GestisciCatalogo;

    bool IMayCarryFile.CarriesFile => File is not null;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraVerificaLotto>
    {
        public async Task<Result<Events>> Handle(RegistraVerificaLotto command, Actor actor, CancellationToken ct)
        {
            if (await db.Lotti.SingleOrDefaultAsync(l => l.Id == command.LottoId, ct) is not { } lotto)
            {
                return CommandRunner.NotFound;
            }

            var letto = command.Form.Read(command.File, out var file);
            if (!letto.TryGet(out var dati))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = VerificaFornitore.SulLotto(
                command.VerificaId, lotto, command.Form.Fornitore, dati, file, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var verifica))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.VerificheFornitori.Add(verifica);
            if (file is not null)
            {
                await db.Tieni(file, command.File!.Byte, ct);
            }

            return Events.Of(new EventToWrite(Azioni.VerificaFornitoreRegistrata, Oggetti.Lotto, lotto.Id, null));
        }
    }
}
