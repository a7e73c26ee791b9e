using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Records that the portal refused the scheda, with its words and error codes. The Affidamento goes back to «In lavorazione», and its riserva on
/// the Lotto is released.
/// </summary>
/// <param name="Codici">The error codes that the user chose, separated by a comma. Those in the portal's words are added to them.</param>
public sealed record RegistraRifiuto(Guid AffidamentoId, string Nota, int Version, string? Codici = null)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.RichiediCig;

    public static AttoDelegabile? Delegabile => AttoDelegabile.RegistrareEsito;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<RegistraRifiuto>
    {
        public Rules()
        {
            RuleFor(c => c.Nota).NotEmpty().WithErrorCode("nota.mancante")
                .WithMessage("Scrivi che cosa ha risposto il portale: servirà a correggere la scheda.");
            RuleFor(c => c.Nota).MaximumLength(Affidamento.MaxNota).WithErrorCode("nota.lunga")
                .WithMessage($"La nota può avere al massimo {Affidamento.MaxNota} caratteri: accorciala.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraRifiuto>
    {
        public async Task<Result<Events>> Handle(RegistraRifiuto command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
            var letti = CodiciDellaRisposta.Read(command.Codici, command.Nota);
            if (!letti.TryGet(out var codici))
            {
                return Result<Events>.Refused(letti.Errors);
            }

            var esito = affidamento.RegistraRifiuto(actor.PerConto, command.Nota, codici, capienza, clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Movimenti.AddRange(esito.Value);
            return Events.Of(new EventToWrite(Azioni.RichiestaRifiutata, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId,
                new JsonObject { ["nota"] = affidamento.NotaRitorno }));
        }
    }
}
