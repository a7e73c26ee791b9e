using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Brings a deleted Affidamento back to work (<em>Ripristina</em>). The registro tells who deleted it, and whether it was copied since.
/// </summary>
public sealed record RipristinaAffidamento(Guid AffidamentoId, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RipristinaAffidamento>
    {
        public async Task<Result<Events>> Handle(RipristinaAffidamento command, Actor actor, CancellationToken ct)
        {
            var (affidamento, lotto, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            var ente = await db.Enti.SingleAsync(e => e.Id == affidamento.EnteId, ct);
            if (ente.AmmetteNuoveAdesioni(clock.Today()) is { IsSuccess: false } chiuso)
            {
                return Result<Events>.Refused(chiuso.Errors);
            }

            var esito = affidamento.Ripristina(
                actor.PersonaId, await LastDeletion(affidamento, ct), lotto, convenzione, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.AffidamentoRipristinato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }

        private async Task<EliminazioneNota?> LastDeletion(Affidamento affidamento, CancellationToken ct)
        {
            var oggetto = affidamento.Id.ToString();
            var riga = await db.Registro.AsNoTracking()
                .Where(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == oggetto && e.Esito == "ok" && e.Azione == Azioni.AffidamentoEliminato)
                .OrderByDescending(e => e.Seq).Select(e => new { e.Seq, e.AttoreId }).FirstOrDefaultAsync(ct);
            if (riga?.AttoreId is not { } chi)
            {
                return null;
            }

            // An event names its original only in its bytes. The copies that this Ente made since the deletion are few.
            var copie = await db.Registro.AsNoTracking()
                .Where(e => e.Azione == Azioni.AffidamentoCopiato && e.Seq > riga.Seq && e.Esito == "ok" && e.EnteId == affidamento.EnteId)
                .Select(e => e.Byte).ToListAsync(ct);
            return new EliminazioneNota(
                chi, copie.Exists(b => Evento.Leggi(b) is { IsSuccess: true } letto && TolerantReader.Id(letto.Value.Dati, "da") == affidamento.Id));
        }
    }
}
