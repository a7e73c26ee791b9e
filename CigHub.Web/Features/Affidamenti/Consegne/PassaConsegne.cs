using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>One Affidamento of a passaggio di consegne, with its new RUP and the version that the page showed.</summary>
/// <param name="OperazioneId">A Guid v7 made by the page: the id of the <em>Sostituzione RUP</em>, when the Affidamento is on the portal
/// already.</param>
public sealed record Consegna(Guid AffidamentoId, int Version, Guid NuovoRupId, Guid OperazioneId);

/// <summary>
/// Hands the open work of a person over to colleagues in one act, all or nothing. An Affidamento that is not on the portal yet is
/// reassigned. For an Affidamento on the portal the <em>Sostituzione RUP</em> begins. What the person did before stays in the person's
/// name.
/// </summary>
/// <param name="Id">The Guid v7 of this act.</param>
/// <param name="Da">The person whose work is handed over.</param>
/// <param name="Atto">The act of the <em>Sostituzione RUP</em>. Null when none begins. Each row says who takes over.</param>
public sealed record PassaConsegne(Guid Id, Guid Da, IReadOnlyList<Consegna> Righe, string? Motivo, SostituzioneForm? Atto = null) : ICommand
{
    /// <summary>The most Affidamenti in one passaggio di consegne, which is one transaction.</summary>
    public const int MaxRighe = 500;

    public static Permission Requires => Permission.RiassegnaAffidamenti;

    public sealed class Rules : AbstractValidator<PassaConsegne>
    {
        public Rules()
        {
            RuleFor(c => c.Righe).NotEmpty().WithErrorCode("consegne.nessuna-riga").WithMessage("Scegli almeno un affidamento e a chi passarlo.");
            RuleFor(c => c.Righe.Count).LessThanOrEqualTo(MaxRighe).WithErrorCode("consegne.troppe-righe")
                .WithMessage($"Si passano al massimo {MaxRighe} affidamenti alla volta: dividili in più atti.");
            RuleFor(c => c.Motivo).NotEmpty().WithErrorCode("riassegna.senza-motivo").WithMessage("Scrivi il motivo: lo leggono chi lascia e chi subentra.")
                .MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni, ConflictGuard guard, LastChanges changes, TimeProvider clock)
        : ICommandHandler<PassaConsegne>
    {
        public async Task<Result<Events>> Handle(PassaConsegne command, Actor actor, CancellationToken ct)
        {
            if (actor.EnteId is not { } enteId)
            {
                return RiassegnaAffidamento.AltroEnte;
            }

            // The filter hides the Affidamenti of another Ente, so they are not found here.
            var id = command.Righe.Select(r => r.AffidamentoId).ToHashSet();
            var affidamenti = await db.Affidamenti.Where(a => id.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
            if (affidamenti.Count != command.Righe.Count)
            {
                return CommandRunner.NotFound;
            }

            var rup = await db.RupDellEnte(enteId, clock.Today()).Select(p => p.Id).ToHashSetAsync(ct);
            List<Error> errori = [];
            List<EventToWrite> eventi = [];
            foreach (var riga in command.Righe)
            {
                var affidamento = affidamenti[riga.AffidamentoId];
                var esito = await Ferma(riga, affidamento, actor, ct) is { } no ? no : Passa(command, riga, affidamento, actor, rup);
                if (esito.TryGet(out var evento))
                {
                    eventi.Add(evento);
                }
                else
                {
                    errori.AddRange(esito.Errors.Select(e => e.Field is null ? e with { Message = $"{affidamento.Numero}: {e.Message}" } : e));
                }
            }

            if (errori.Count > 0)
            {
                return Result<Events>.Refused([.. errori.Distinct()]);
            }

            var dati = new JsonObject { ["consegne"] = command.Id.ToString(), ["motivo"] = command.Motivo!.Trim(), ["affidamenti"] = (long)eventi.Count };
            return Events.Of(new EventToWrite(Azioni.ConsegnePassate, Oggetti.Persona, command.Da, enteId, dati), [.. eventi]);
        }

        /// <summary>
        /// Returns the error of a row that the command must not even try: the Affidamento changed after the page showed it, or a conflict
        /// of interest of the actor, of the present RUP or of the new RUP forbids it. Returns null when the row may be tried.
        /// </summary>
        private async Task<Error?> Ferma(Consegna riga, Affidamento affidamento, Actor actor, CancellationToken ct)
        {
            if (affidamento.Version == riga.Version)
            {
                return await guard.Refusal(affidamento.Id, actor.PersonaId, ct)
                    ?? await dichiarazioni.NonScegli(affidamento, actor, riga.NuovoRupId, ct)
                    ?? await dichiarazioni.Impedisce(affidamento, riga.NuovoRupId, ct);
            }

            var change = await changes.Of(affidamento.Id, ct);
            return new StaleEdit(change, affidamento.Version,
                $"nel frattempo modificato da {change}. Ricarica la pagina e riprova: non è stato passato nulla.");
        }

        private Result<EventToWrite> Passa(PassaConsegne command, Consegna riga, Affidamento affidamento, Actor actor, HashSet<Guid> rup)
        {
            if (affidamento.RupId != command.Da)
            {
                return new Error("consegne.non-suo", "il suo RUP è un altro. Ricarica la pagina e riprova: non è stato passato nulla.");
            }

            var utc = clock.GetUtcNow().UtcDateTime;
            if (!Transizioni.Ammessa(affidamento.Stato, AzioneAffidamento.AvviaSostituzioneRup))
            {
                var riassegnato = affidamento.RiassegnaRup(riga.NuovoRupId, command.Motivo, rup, utc);
                return riassegnato.IsSuccess
                    ? RiassegnaAffidamento.Evento(affidamento, command.Da, command.Motivo!)
                    : Result<EventToWrite>.Refused(riassegnato.Errors);
            }

            if (!actor.Ruolo.Allows(Permission.RichiediCig))
            {
                return new Error("consegne.solo-rup", "è già sul portale. «Sostituzione RUP» la avvia chi lascia o chi subentra, come RUP.");
            }

            var form = new SostituzioneForm
            {
                NuovoRupId = riga.NuovoRupId.ToString(),
                Numero = command.Atto?.Numero,
                Data = command.Atto?.Data,
                Decorrenza = command.Atto?.Decorrenza
            };
            if (form.Read() is var letto && !letto.TryGet(out var atto))
            {
                return Result<EventToWrite>.Refused(letto.Errors);
            }

            var avviata = affidamento.AvviaSostituzioneRup(actor.PersonaId, riga.OperazioneId, atto, rup, clock.Today(), utc);
            return avviata.IsSuccess
                ? affidamento.Evento(Azioni.SostituzioneRupAvviata, riga.OperazioneId, new JsonObject { ["motivo"] = command.Motivo!.Trim() })
                : Result<EventToWrite>.Refused(avviata.Errors);
        }
    }
}
