using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conferme;

/// <summary>
/// Records that the request for a conferma di capienza leaves CigHub: by which way, and the hash of its text. From then on the Affidamento
/// awaits CMRC's answer.
/// </summary>
public sealed record ChiediConferma(Guid AffidamentoId, UscitaRichiesta Uscita, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<ChiediConferma>
    {
        public Rules() => RuleFor(c => c.Uscita).IsInEnum();
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ChiediConferma>
    {
        public async Task<Result<Events>> Handle(ChiediConferma command, Actor actor, CancellationToken ct)
        {
            var (affidamento, lotto, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            var esito = affidamento.ChiediConferma(clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            var ente = await db.Enti.SingleAsync(e => e.Id == affidamento.EnteId, ct);
            var rup = await db.Persone.SingleAsync(p => p.Id == affidamento.RupId, ct);
            var richiesta = RichiestaDiConferma.Componi(affidamento, lotto, convenzione, ente, rup);
            if (!richiesta.Completa)
            {
                return new Error("conferma.senza-importo", "L'importo dell'adesione è zero: compila prima il quadro economico nella scheda.");
            }

            var dati = new JsonObject
            {
                ["uscita"] = NomiRegistrati.Valore(command.Uscita),
                ["importo"] = richiesta.Importo.Centesimi,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{richiesta.Oggetto}\n\n{richiesta.Testo}"))),
            };
            return Events.Of(new EventToWrite(Azioni.CapienzaChiesta, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }
    }
}
