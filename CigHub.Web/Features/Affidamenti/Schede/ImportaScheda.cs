using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>
/// Creates a draft from ANAC's JSON of an AD4, on the Lotto that has its CIG Padre (<em>Importa scheda</em>). The draft has all the data of
/// the JSON that ANAC's model has. The page has shown before what is dropped or rewritten (<see cref="SchedaRiconosciuta.Correzioni"/>).
/// </summary>
/// <param name="Id">A Guid v7 made by the page. Pressing the button twice makes one Affidamento.</param>
[Limited(LimitedUse.Upload)]
public sealed record ImportaScheda(Guid Id, string Json, Guid RupId, string? MotivoBandoSuccessivo) : ICommand
{
    public static Permission Requires => Permission.PreparaBozza;

    public sealed class Rules : AbstractValidator<ImportaScheda>
    {
        public Rules()
        {
            RuleFor(c => c.Json).NotNull();
            RuleFor(c => c.RupId).NotEmpty().WithErrorCode("affidamento.rup-mancante").WithMessage("Scegli il RUP che richiederà il CIG.");
            RuleFor(c => c.MotivoBandoSuccessivo).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(
        CigHubDbContext db, TimeProvider clock, Numerazione numerazione, RiconosciScheda riconosci, Dichiarazioni dichiarazioni)
        : ICommandHandler<ImportaScheda>
    {
        public async Task<Result<Events>> Handle(ImportaScheda command, Actor actor, CancellationToken ct)
        {
            var letta = await riconosci.Run(command.Json, actor, ct);
            if (!letta.TryGet(out var scheda))
            {
                return Result<Events>.Refused(letta.Errors);
            }

            if (!await db.RupDellEnte(scheda.Ente.Id, clock.Today()).AnyAsync(p => p.Id == command.RupId, ct))
            {
                return new Error("affidamento.rup-mancante", "Scegli un RUP del tuo Ente.", nameof(RupId));
            }

            var numero = await numerazione.Next(ct);
            var titolo = numero.Titolo(scheda.Bozza.Testo(PercorsoAd4.Oggetto) ?? "");
            var bozza = scheda.Bozza.ConValori(
                PercorsoAd4.TitoloDocumento,
                titolo.Length <= LimitiAd4.TitoloDocumento ? titolo : titolo[..LimitiAd4.TitoloDocumento].TrimEnd())

                // The file may come from a scheda that was already sent, and ANAC accepts no codiceAppalto twice (ERR38).
                .ConValori(PercorsoAd4.CodiceAppalto, command.Id.ToString());
            var nuovo = Affidamento.Nuovo(
                command.Id, numero, scheda.Ente.Id, scheda.Lotto, scheda.Convenzione, actor.PersonaId, command.RupId,
                command.MotivoBandoSuccessivo, bozza, clock.GetUtcNow().UtcDateTime);
            if (!nuovo.TryGet(out var affidamento))
            {
                return Result<Events>.Refused(nuovo.Errors);
            }

            if (await dichiarazioni.NonNasce(affidamento, scheda.Convenzione.Id, ct) is { } inConflitto)
            {
                return inConflitto;
            }

            db.Affidamenti.Add(affidamento);
            var dati = new JsonObject { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(command.Json))) };
            return Events.Of(new EventToWrite(Azioni.SchedaImportata, Oggetti.Affidamento, affidamento.Id, scheda.Ente.Id, dati));
        }
    }
}
