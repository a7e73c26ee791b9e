using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Rilievi.Esame;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Campioni;

/// <summary>
/// Freezes the population of an audit and draws its sample by the published algorithm (<see cref="Campionamento"/>). The file of the
/// population is kept, and the event holds its hash, the seed, and how far the registro had come.
/// </summary>
public sealed record EstraiCampione(Guid AuditId, CampioneForm Form, int Version) : ICommand, IVersioned<Audit>
{
    private const int SeedBytes = 8;

    public static Permission Requires => Permission.ConduciAudit;

    Guid IVersioned.RootId => AuditId;

    public sealed class Handler(CigHubDbContext db, ParteAvuta parte, TimeProvider clock) : ICommandHandler<EstraiCampione>
    {
        public async Task<Result<Events>> Handle(EstraiCampione command, Actor actor, CancellationToken ct)
        {
            if (await db.Find(command.AuditId, ct) is not { } audit)
            {
                return CommandRunner.NotFound;
            }

            var popolazione = await db.Popolazione(audit, ct);
            var letto = await command.Form.Read(numeri => Scelti(numeri, ct));
            if (!letto.TryGet(out var richiesta))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var insieme = popolazione.ToDictionary(e => e.Id);
            if (richiesta.Scelti.Any(id => !insieme.ContainsKey(id)))
            {
                return new Error(
                    "audit.fuori-popolazione", "Uno degli affidamenti è fuori dal piano dell'audit (Ente, Convenzione, periodo): toglilo.",
                    nameof(CampioneForm.Numeri));
            }

            if (await parte.TookPart(actor.PersonaId, insieme.Keys, ct))
            {
                return SeparazioneCompiti.NessunoRevisionaIlProprioLavoro.Errore();
            }

            if (richiesta is { Seme: "", Metodo: MetodoCampione.Casuale or MetodoCampione.PerEnte })
            {
                richiesta = richiesta with { Seme = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes)) };
            }

            var testo = Campionamento.Testo(popolazione);
            var testa = await db.Testa.AsNoTracking().SingleAsync(ct);
            var campione = new Campione(
                richiesta.Metodo, richiesta.Seme, richiesta.Quanti, richiesta.Soglia, richiesta.Motivo, popolazione.Count, Campionamento.Impronta(testo),
                testa.Dimensione, Convert.ToHexStringLower(testa.Radice), actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            var scelti = Campionamento.Estrai(richiesta, popolazione).Select(id => insieme[id]).ToList();
            var esito = audit.Estrai(campione, scelti, db.Ids.Next);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            var file = Encoding.UTF8.GetBytes(testo);
            await db.Tieni(new FileAllegato("popolazione.csv", "text/csv", file.Length, campione.Impronta), file, ct);
            return Events.Of(new EventToWrite(
                Azioni.CampioneEstratto, Oggetti.Audit, audit.Id, audit.EnteId,
                new JsonObject { ["oggetto"] = audit.Titolo, ["righe"] = (long)scelti.Count, ["sha256"] = campione.Impronta }));
        }

        private async Task<IReadOnlyCollection<Guid>> Scelti(IReadOnlyCollection<NumeroAffidamento> numeri, CancellationToken ct)
        {
            List<Guid> scelti = [];
            foreach (var (anno, progressivo) in numeri)
            {
                scelti.AddRange(await db.Affidamenti.Where(a => a.Anno == anno && a.Progressivo == progressivo).Select(a => a.Id).ToListAsync(ct));
            }

            return scelti;
        }
    }
}
