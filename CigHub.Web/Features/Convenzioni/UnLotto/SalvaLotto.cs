using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>Saves the form of a Lotto. For a new Lotto it also opens the ledger, with the massimale as its first row.</summary>
/// <param name="Id">The Guid v7 made by the page. Pressing the button twice creates one Lotto.</param>
/// <param name="ConvenzioneId">The Convenzione of a new Lotto. An existing Lotto stays in its Convenzione.</param>
/// <param name="Version">The version from which the form was filled. Null for a new Lotto.</param>
public sealed record SalvaLotto(Guid Id, Guid ConvenzioneId, LottoForm Form, int? Version) : ICommand, IVersioned<Lotto>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    int IVersioned.Version => Version ?? 0;

    public sealed class Handler(CigHubDbContext db, ListeInVigore liste, TimeProvider clock) : ICommandHandler<SalvaLotto>
    {
        public async Task<Result<Events>> Handle(SalvaLotto command, Actor actor, CancellationToken ct)
        {
            var presente = await db.Lotti.SingleOrDefaultAsync(l => l.Id == command.Id, ct);
            if (command.Version is null && presente is not null)
            {
                return new Error("lotto.esiste-gia", "Questo Lotto è già stato creato: lo trovi nella pagina della Convenzione.");
            }

            var convenzioneId = presente?.ConvenzioneId ?? command.ConvenzioneId;
            var convenzione = await db.Convenzioni.AsNoTracking().SingleOrDefaultAsync(c => c.Id == convenzioneId, ct);
            if (convenzione is null || (command.Version is not null && presente is null))
            {
                return CommandRunner.NotFound;
            }

            var oggi = clock.Today();
            var letti = command.Form.Read(nuovo: presente is null, liste.Correnti, oggi);
            if (!letti.TryGet(out var lotto))
            {
                return Result<Events>.Refused(letti.Errors);
            }

            Result[] condizioni = [
                convenzione.AmmetteAggiudicazioneIl(lotto.Dati.Caratteristiche.DataAggiudicazione, oggi),
                presente?.Modifica(lotto.Dati) ?? Result.Ok];
            if (Array.Find(condizioni, c => !c.IsSuccess) is { } no)
            {
                return Result<Events>.Refused(no.Errors);
            }

            if (presente is null)
            {
                Open(command.Id, convenzione, lotto);
            }

            return Events.Of(new EventToWrite(Azioni.LottoSalvato, Oggetti.Lotto, command.Id, null));
        }

        private void Open(Guid id, Convenzione convenzione, LottoLetto letto)
        {
            var capienza = new Capienza(id);
            db.Lotti.Add(new Lotto(id, convenzione.Id, letto.Dati));
            db.Movimenti.Add(capienza.Apri(letto.Massimale, letto.Atto, convenzione.AdesioniDal, clock.GetUtcNow().UtcDateTime));
            db.Capienze.Add(capienza);
        }
    }
}
