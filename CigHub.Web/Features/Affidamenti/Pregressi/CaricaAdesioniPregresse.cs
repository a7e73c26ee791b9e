using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>Records the adesioni pregresse of a sheet, all or none.</summary>
/// <param name="FileSha256">The SHA-256 of the sheet that they come from.</param>
[Limited(LimitedUse.Upload)]
public sealed record CaricaAdesioniPregresse(IReadOnlyList<PregressaForm> Righe, string FileSha256) : ICommand
{
    /// <summary>The most rows in one command. They are written in one transaction, during which every other writer waits.</summary>
    public const int MaxRighe = 500;

    public static Permission Requires => Permission.PreparaBozza;

    /// <summary>
    /// Returns the field name that an error about a field of a row carries. <paramref name="indice"/> is the index of the row, from 0.
    /// </summary>
    public static string FieldOf(int indice, string? campo) => $"{nameof(Righe)}[{indice}].{campo}";

    public sealed class Rules : AbstractValidator<CaricaAdesioniPregresse>
    {
        public Rules()
        {
            RuleFor(c => c.Righe).NotEmpty().WithErrorCode("foglio.senza-righe").WithMessage("Non c'è nessuna adesione da caricare.");
            RuleFor(c => c.Righe.Count).LessThanOrEqualTo(MaxRighe).WithErrorCode("foglio.troppe-righe")
                .WithMessage($"Si caricano al massimo {MaxRighe} adesioni alla volta: dividile in più file.");
            RuleFor(c => c.FileSha256).Length(64);
        }
    }

    public sealed class Handler(CigHubDbContext db, ControlloPregresse controllo) : ICommandHandler<CaricaAdesioniPregresse>
    {
        public async Task<Result<Events>> Handle(CaricaAdesioniPregresse command, Actor actor, CancellationToken ct)
        {
            if (actor.EnteId is not { } enteId)
            {
                return CommandRunner.NotFound;
            }

            var righe = (await controllo.Run(command.Righe, actor, enteId, ct)).Righe;
            var errori = righe.SelectMany((r, i) => r.Errors.Select(e => e with { Field = FieldOf(i, e.Field) })).ToList();
            if (errori.Count > 0)
            {
                return Result<Events>.Refused(errori);
            }

            db.Affidamenti.AddRange(righe.Select(r => r.Value.Affidamento));
            db.Movimenti.AddRange(righe.Select(r => r.Value.Movimento));
            EventToWrite Evento(PregressaFatta fatta) => new(
                Azioni.AdesionePregressaCaricata, Oggetti.Affidamento, fatta.Affidamento.Id, enteId,
                new JsonObject { ["foglio"] = command.FileSha256, ["righe"] = (long)righe.Count });
            return Events.Of(Evento(righe[0].Value), [.. righe.Skip(1).Select(r => Evento(r.Value))]);
        }
    }
}
