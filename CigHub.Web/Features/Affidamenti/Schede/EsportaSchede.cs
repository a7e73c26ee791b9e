using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>A scheda that is about to be downloaded.</summary>
/// <param name="Sha256">The SHA-256 of the JSON of the scheda, as it was made for the download.</param>
public sealed record SchedaInUscita(Guid Id, string Sha256);

/// <summary>
/// Records one event for each scheda whose JSON <see cref="EsportazioneSchede"/> has made for a download. No scheda leaves CigHub without
/// its event.
/// </summary>
[Limited(LimitedUse.Export)]
public sealed record EsportaSchede(IReadOnlyList<SchedaInUscita> Schede) : ICommand
{
    /// <summary>The most schede in one export. Each leaves an event, and every other writer waits while they are written.</summary>
    public const int MaxSchede = 1_000;

    public static Permission Requires => Permission.LeggiAffidamenti;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    public sealed class Rules : AbstractValidator<EsportaSchede>
    {
        public Rules()
        {
            RuleFor(c => c.Schede).NotEmpty().WithErrorCode("esporta.vuoto")
                .WithMessage("Non c'è nessuna scheda da esportare: seleziona almeno un affidamento.");
            RuleFor(c => c.Schede.Count).LessThanOrEqualTo(MaxSchede).WithErrorCode("esporta.troppi")
                .WithMessage($"Si esportano al massimo {MaxSchede} schede alla volta: seleziona meno affidamenti.");
        }
    }

    public sealed class Handler(CigHubDbContext db, LastChanges changes) : ICommandHandler<EsportaSchede>
    {
        public async Task<Result<Events>> Handle(EsportaSchede command, Actor actor, CancellationToken ct)
        {
            var chieste = command.Schede.Select(s => s.Id).ToHashSet();
            var trovate = await db.Affidamenti.AsNoTracking().Where(a => chieste.Contains(a.Id)).Select(a => new { a.Id, a.EnteId, a.Bozza })
                .ToDictionaryAsync(a => a.Id, ct);
            if (trovate.Count != chieste.Count)
            {
                return CommandRunner.NotFound;
            }

            if (command.Schede.FirstOrDefault(s => Impronta(trovate[s.Id].Bozza) != s.Sha256) is { } cambiata)
            {
                var change = await changes.Of(cambiata.Id, ct);
                return new StaleEdit(change, null, $"Mentre l'esportazione era in corso una scheda è stata modificata da {change}: esporta di nuovo.");
            }

            EventToWrite Evento(SchedaInUscita s) =>
                new(Azioni.SchedaEsportata, Oggetti.Affidamento, s.Id, trovate[s.Id].EnteId, new JsonObject { ["sha256"] = s.Sha256 });
            return Events.Of(Evento(command.Schede[0]), [.. command.Schede.Skip(1).Select(Evento)]);
        }
    }

    internal static string Impronta(BozzaAd4 bozza) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EsportazioneSchede.Text(bozza))));
}
