using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Nuovo;

/// <summary>
/// Creates the draft for the adhesion of the actor's Ente to a Lotto, with every field filled in that CigHub knows already.
/// </summary>
/// <param name="Id">A Guid v7 made by the page. Pressing the button twice makes one Affidamento.</param>
/// <param name="RupId">The person who will request the CIG. The person must be a RUP of the actor's Ente.</param>
/// <param name="IdPartecipante">The supplier of the Lotto to whom the Ente adheres.</param>
/// <param name="MotivoBandoSuccessivo">The reason for using AD4 when the bando is later than 31/12/2023, the last day in ANAC's description
/// of AD4. Null for an earlier bando.</param>
/// <param name="ComeUltimaVolta">True to take the answers of the Ente's last Affidamento on the same Lotto, without dates, CUP, amounts,
/// acts and declarations.</param>
/// <param name="Scelta">The reason for the choice of the supplier, where the Lotto has several. Null to give it later, in the scheda.</param>
public sealed record NuovoAffidamento(
    Guid Id, Guid LottoId, Guid RupId, Guid IdPartecipante, string? MotivoBandoSuccessivo, SceltaFornitore? Scelta = null,
    bool ComeUltimaVolta = false) : ICommand
{
    public static Permission Requires => Permission.PreparaBozza;

    public sealed class Rules : AbstractValidator<NuovoAffidamento>
    {
        public Rules()
        {
            RuleFor(c => c.RupId).NotEmpty().WithErrorCode("affidamento.rup-mancante").WithMessage("Scegli il RUP che richiederà il CIG.");
            RuleFor(c => c.IdPartecipante).NotEmpty().WithErrorCode("affidamento.fornitore-mancante").WithMessage("Scegli il fornitore del Lotto.");
            RuleFor(c => c.MotivoBandoSuccessivo).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
            RuleFor(c => c.Scelta!.Motivo).MaximumLength(Affidamento.MaxNota).When(c => c.Scelta is not null).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.")
                .OverridePropertyName(nameof(Affidamento.MotivoScelta));
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock, Numerazione numerazione, Dichiarazioni dichiarazioni)
        : ICommandHandler<NuovoAffidamento>
    {
        public async Task<Result<Events>> Handle(NuovoAffidamento command, Actor actor, CancellationToken ct)
        {
            var lotto = await db.Lotti.SingleOrDefaultAsync(l => l.Id == command.LottoId, ct);
            if (lotto is null || actor.EnteId is not { } enteId)
            {
                return CommandRunner.NotFound;
            }

            if (lotto.Fornitori.All(f => f.IdPartecipante != command.IdPartecipante))
            {
                return new Error("affidamento.fornitore-mancante", "Scegli uno dei fornitori aggiudicatari del Lotto.", nameof(IdPartecipante));
            }

            var oggi = clock.Today();
            if (!await db.RupDellEnte(enteId, oggi).AnyAsync(p => p.Id == command.RupId, ct))
            {
                return new Error("affidamento.rup-mancante", "Scegli un RUP del tuo Ente.", nameof(RupId));
            }

            var convenzione = await db.Convenzioni.SingleAsync(c => c.Id == lotto.ConvenzioneId, ct);
            var ente = await db.Enti.SingleAsync(e => e.Id == enteId, ct);
            if (ente.AmmetteNuoveAdesioni(oggi) is { IsSuccess: false } chiuso)
            {
                return Result<Events>.Refused(chiuso.Errors);
            }

            var ultima = await db.Affidamenti.AsNoTracking().OrderByDescending(a => a.CreatoIl).Select(a => a.Bozza).FirstOrDefaultAsync(ct);
            var numero = await numerazione.Next(ct);
            var bozza = Precompilazione.Nuova(command.Id, numero, ente, lotto, command.IdPartecipante, ultima);
            if (command.ComeUltimaVolta && await db.UltimiDellEnte(enteId).AsNoTracking().Where(a => a.LottoId == lotto.Id)
                .OrderByDescending(a => a.CreatoIl).Select(a => a.Bozza).FirstOrDefaultAsync(ct) is { } stesso)
            {
                bozza = Precompilazione.ComeUltimaVolta(bozza, stesso);
            }

            var nuovo = Affidamento.Nuovo(
                command.Id, numero, enteId, lotto, convenzione, actor.PersonaId, command.RupId, command.MotivoBandoSuccessivo, bozza,
                clock.GetUtcNow().UtcDateTime);
            if (!nuovo.TryGet(out var affidamento))
            {
                return Result<Events>.Refused(nuovo.Errors);
            }

            if (command.Scelta is { Vuota: false } scelta && lotto.HaPiuAggiudicatari
                && affidamento.MotivaScelta(lotto, scelta, clock.GetUtcNow().UtcDateTime) is { IsSuccess: false } no)
            {
                return Result<Events>.Refused(no.Errors);
            }

            if (await dichiarazioni.NonNasce(affidamento, convenzione.Id, ct) is { } inConflitto)
            {
                return inConflitto;
            }

            db.Affidamenti.Add(affidamento);
            return Events.Of(new EventToWrite(Azioni.AffidamentoCreato, Oggetti.Affidamento, affidamento.Id, enteId, SceltaDellaScheda(convenzione)));
        }
    }

    /// <summary>
    /// Returns the answers that the Convenzione gives to the questions of <see cref="QualeScheda"/>. The kind of contract does not matter
    /// for an adhesion without a confronto competitivo.
    /// </summary>
    internal static RisposteScheda Risposte(Convenzione convenzione) =>
        new(true, convenzione.ConfrontoCompetitivo, convenzione.DataBando, null, TipoDiContratto.Appalto);

    /// <summary>Returns the scheda that was chosen and the reason for it, as data for the event of the registro.</summary>
    internal static JsonObject SceltaDellaScheda(Convenzione convenzione)
    {
        var scheda = QualeScheda.Scegli(Risposte(convenzione)).Value;
        return new JsonObject { ["scheda"] = scheda.Codice, ["perche"] = scheda.Perche };
    }
}
