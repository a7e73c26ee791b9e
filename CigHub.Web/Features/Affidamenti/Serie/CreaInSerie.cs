using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>Creates a draft from every row of a sheet, on the Lotti of one Convenzione. Creates all of them or none.</summary>
/// <param name="Id">The Guid v7 of this act. A page follows the progress of the act by this id in <see cref="SerieProgress"/>.</param>
/// <param name="FileSha256">The SHA-256 of the sheet that the rows come from.</param>
/// <param name="MotivoBandoSuccessivo">The reason for using AD4 when the bando is later than 31/12/2023, the last day in ANAC's description
/// of AD4. It holds for all the rows. Null for an earlier bando.</param>
[Limited(LimitedUse.Upload)]
public sealed record CreaInSerie(Guid Id, Guid ConvenzioneId, IReadOnlyList<RigaSerie> Righe, string FileSha256, string? MotivoBandoSuccessivo) : ICommand
{
    public static Permission Requires => Permission.PreparaBozza;

    /// <summary>
    /// Returns the field name that an error about a cell carries. <paramref name="indice"/> is the index of the row, from 0.
    /// </summary>
    public static string FieldOf(int indice, string? colonna) => $"{nameof(Righe)}[{indice}].{colonna}";

    public sealed class Rules : AbstractValidator<CreaInSerie>
    {
        public Rules()
        {
            RuleFor(c => c.Righe).NotEmpty().WithErrorCode("foglio.senza-righe").WithMessage("Non c'è nessuna riga da creare.");
            RuleFor(c => c.Righe.Count).LessThanOrEqualTo(ControlloSerie.MaxRighe).WithErrorCode("foglio.troppe-righe")
                .WithMessage($"Si creano al massimo {ControlloSerie.MaxRighe} bozze alla volta: dividi le righe in più file.");
            RuleFor(c => c.FileSha256).Length(64);
            RuleFor(c => c.MotivoBandoSuccessivo).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
        }
    }

    public sealed class Handler(
        CigHubDbContext db, TimeProvider clock, PreparazioneSerie preparazione, Numerazione numerazione, Dichiarazioni dichiarazioni,
        SerieProgress avanzamento)
        : ICommandHandler<CreaInSerie>
    {
        public async Task<Result<Events>> Handle(CreaInSerie command, Actor actor, CancellationToken ct)
        {
            if (await preparazione.Run(command.ConvenzioneId, actor, ct) is not { } contesto || actor.EnteId is not { } enteId)
            {
                return CommandRunner.NotFound;
            }

            if (contesto.Ente.AmmetteNuoveAdesioni(contesto.Oggi) is { IsSuccess: false } chiuso)
            {
                return Result<Events>.Refused(chiuso.Errors);
            }

            var primo = await numerazione.Next(ct);
            var righe = ControlloSerie.Controlla(command.Righe, primo, contesto, n => avanzamento.Segna(command.Id, n), ct);
            var errori = righe.SelectMany((r, i) => r.Errori.Select(e => e with { Field = FieldOf(i, e.Field) })).ToList();
            if (errori.Count > 0)
            {
                return Result<Events>.Refused(errori);
            }

            var utc = clock.GetUtcNow().UtcDateTime;
            var eventi = new List<EventToWrite>(righe.Count);

            // A Convenzione hardly ever has a conflict, and a series has hundreds of rows.
            var conConflitti = await db.ConflittiInVigore().AnyAsync(d => d.ConvenzioneId == command.ConvenzioneId, ct);
            foreach (var riga in righe)
            {
                var numero = primo with { Progressivo = primo.Progressivo + eventi.Count };
                var nuovo = Affidamento.Nuovo(
                    riga.Riga.Id, numero, enteId, riga.Lotto!, contesto.Convenzione, actor.PersonaId, riga.RupId,
                    command.MotivoBandoSuccessivo, riga.Bozza!, utc);
                if (!nuovo.TryGet(out var affidamento))
                {
                    return Result<Events>.Refused(nuovo.Errors);
                }

                if (conConflitti && await dichiarazioni.NonNasce(affidamento, command.ConvenzioneId, ct) is { } inConflitto)
                {
                    return inConflitto with { Field = FieldOf(eventi.Count, inConflitto.Field) };
                }

                db.Affidamenti.Add(affidamento);
                eventi.Add(new EventToWrite(Azioni.AffidamentoCreato, Oggetti.Affidamento, affidamento.Id, enteId,
                    new JsonObject { ["serie"] = command.Id.ToString() }));
            }

            var dati = new JsonObject { ["convenzione"] = command.ConvenzioneId.ToString(), ["foglio"] = command.FileSha256, ["righe"] = (long)righe.Count };
            return Events.Of(new EventToWrite(Azioni.SerieCreata, Oggetti.Serie, command.Id, enteId, dati), [.. eventi]);
        }
    }
}

/// <summary>
/// Passes on how many drafts of a running <see cref="CreaInSerie"/> are done to the page that waits for it. The command does not know its
/// page: they meet here by the id of the act.
/// </summary>
public sealed class SerieProgress
{
    private readonly ConcurrentDictionary<Guid, IProgress<int>> _chiGuarda = new();

    /// <summary>Reports the number of rows done in the act with the given id to a listener. Disposing of the result ends it.</summary>
    public IDisposable Follow(Guid id, IProgress<int> chiGuarda)
    {
        _chiGuarda[id] = chiGuarda;
        return new End(() => _chiGuarda.TryRemove(id, out _));
    }

    internal void Segna(Guid id, int righe)
    {
        if (_chiGuarda.TryGetValue(id, out var chiGuarda))
        {
            chiGuarda.Report(righe);
        }
    }

    private sealed class End(Action fai) : IDisposable
    {
        public void Dispose() => fai();
    }
}
