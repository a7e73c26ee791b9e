using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Starts the request of a CIG (<em>Avvia richiesta CIG</em>): reserves the amount on the Lotto, and puts the whole scheda into the event
/// in the registro.
/// </summary>
/// <param name="Dichiarazione">The version of the declaration on conflicts of interest that stood beside the button. Null when the user
/// accepted none.</param>
public sealed record AvviaRichiestaCig(Guid AffidamentoId, int Version, string? Dichiarazione) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, ListeInVigore liste, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<AvviaRichiestaCig>
    {
        public async Task<Result<Events>> Handle(AvviaRichiestaCig command, Actor actor, CancellationToken ct)
        {
            var (affidamento, contesto) = await db.ConContesto(command.AffidamentoId, liste.Correnti, clock.Today(), ct);
            var percorso = await db.Percorsi.MaxAsync(p => p.Versione, ct);
            var esito = affidamento.AvviaRichiesta(actor.PersonaId, contesto, percorso, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            // The Ente of the other Affidamento must not be told, so the sentence names nobody.
            if (await db.Tentativi.IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).AnyAsync(
                t => t.CodiceAppalto == affidamento.CodiceAppalto && t.AffidamentoId != affidamento.Id && t.Esito != EsitoTentativo.NonInviato, ct))
            {
                return Affidamento.CodiceAppaltoGiaUsato;
            }

            if (await db.AmmetteRichiesta(affidamento.RupId, affidamento.EnteId, ct) is { IsSuccess: false } nonRegistrato)
            {
                return Result<Events>.Refused(nonRegistrato.Errors);
            }

            var dichiarate = await dichiarazioni.Accetta(affidamento, contesto.Convenzione, actor.PersonaId, command.Dichiarazione, ct);
            if (!dichiarate.TryGet(out var testi))
            {
                return Result<Events>.Refused(dichiarate.Errors);
            }

            db.Movimenti.AddRange(esito.Value);
            var dati = new JsonObject { ["scheda"] = affidamento.Bozza.Json(), ["dichiarazioni"] = testi };
            return Events.Of(new EventToWrite(Azioni.RichiestaAvviata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }
    }
}
