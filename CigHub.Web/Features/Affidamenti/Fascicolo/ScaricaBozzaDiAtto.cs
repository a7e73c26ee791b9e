using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// Records that the draft text of an act leaves CigHub, with the hash of its file. It is no atto of the fascicolo until a person has completed,
/// signed and added it.
/// </summary>
/// <param name="Version">The version whose data the text holds. When the stored version is another, the download is refused.</param>
/// <param name="Sha256">The SHA-256 of the file, in lower-case hexadecimal.</param>
[Limited(LimitedUse.Export)]
public sealed record ScaricaBozzaDiAtto(Guid AffidamentoId, TipoAtto Tipo, string Sha256, int Version) : ICommand, IOnAffidamento
{
    public static Permission Requires => Permission.PreparaBozza;

    public static AttoDelegabile? Delegabile => AttoDelegabile.TenereFascicolo;

    public sealed class Rules : AbstractValidator<ScaricaBozzaDiAtto>
    {
        public Rules()
        {
            RuleFor(c => c.Tipo).Must(t => t is TipoAtto.DeterminaDiAdesione or TipoAtto.OrdinativoDiAdesione).WithErrorCode("bozza-atto.tipo")
                .WithMessage("CigHub prepara la bozza della determina e quella dell'ordinativo: scegli una delle due.");
            RuleFor(c => c.Sha256).Matches("^[0-9a-f]{64}$").WithErrorCode("bozza-atto.impronta")
                .WithMessage("Il file non ha la sua impronta: ricarica la pagina e scaricalo di nuovo.");
        }
    }

    public sealed class Handler(CigHubDbContext db, LastChanges changes) : ICommandHandler<ScaricaBozzaDiAtto>
    {
        public async Task<Result<Events>> Handle(ScaricaBozzaDiAtto command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamenti.AsNoTracking().SingleAsync(a => a.Id == command.AffidamentoId, ct);
            if (affidamento.Version != command.Version)
            {
                var change = await changes.Of(affidamento.Id, ct);
                return new StaleEdit(
                    change,
                    affidamento.Version,
                    $"Dopo che hai aperto questa pagina l'affidamento è stato modificato da {change}: ricaricala, così la bozza ha i dati di ora.");
            }

            var dati = new JsonObject
            {
                ["tipo"] = NomiRegistrati.Valore(command.Tipo),
                ["versione"] = (long)affidamento.Version,
                ["sha256"] = command.Sha256,
            };
            return Events.Of(new EventToWrite(Azioni.BozzaDiAttoScaricata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }
    }
}
