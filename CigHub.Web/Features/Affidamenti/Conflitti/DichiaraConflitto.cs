using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// Declares that the user has a conflict of interest with the supplier (art. 16 D.Lgs. 36/2023), and takes the user off the Affidamento. A
/// RUP's Affidamento passes to a colleague. An approver leaves it to another approver.
/// </summary>
/// <param name="Fornitore">The codice fiscale of one of the scheda's suppliers.</param>
/// <param name="Natura">The name of a <see cref="NaturaConflitto"/>, as the user chose it.</param>
/// <param name="NuovoRupId">The colleague who takes over, chosen by the RUP only. Null when the person who reassigns the Ente's Affidamenti
/// will choose.</param>
public sealed record DichiaraConflitto(Guid AffidamentoId, string? Fornitore, string? Natura, Guid? NuovoRupId, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.DichiaraConflitti;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<DichiaraConflitto>
    {
        public Rules()
        {
            RuleFor(c => c.Fornitore).NotEmpty().WithErrorCode("conflitto.fornitore").WithMessage("Scegli il fornitore con cui hai il conflitto.");
            RuleFor(c => c.Natura).Must(n => Enum.TryParse<NaturaConflitto>(n, out var v) && Enum.IsDefined(v))
                .WithErrorCode("conflitto.natura")
                .WithMessage("Scegli di che conflitto si tratta: basta la natura, nessun altro dettaglio.");
        }
    }

    public sealed class Handler(CigHubDbContext db, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<DichiaraConflitto>
    {
        public async Task<Result<Events>> Handle(DichiaraConflitto command, Actor actor, CancellationToken ct)
        {
            var (affidamento, _, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            if (affidamento.Fornitori.FirstOrDefault(f => f.CodiceFiscale == command.Fornitore) is not { } fornitore)
            {
                return new Error("conflitto.fornitore", "La scheda non ha questo fornitore: ricarica la pagina e scegline uno.", nameof(Fornitore));
            }

            if (await dichiarazioni.Impedisce(affidamento, actor.PersonaId, ct) is { } gia && affidamento.RupId != actor.PersonaId)
            {
                return gia;
            }

            var (utc, passatoA) = (clock.GetUtcNow().UtcDateTime, (Guid?)null);
            if (affidamento.RupId == actor.PersonaId)
            {
                var passaggio = await Passa(affidamento, command.NuovoRupId, ct);
                if (!passaggio.IsSuccess)
                {
                    return Result<Events>.Refused(passaggio.Errors);
                }

                passatoA = command.NuovoRupId;
            }
            else if (actor.Delega is null && !affidamento.Attende(AzioneAffidamento.Approva))
            {
                return new Error("conflitto.non-serve", "Non sei il RUP di questo affidamento e non attende un'approvazione: non c'è nulla da cui astenersi.");
            }

            var natura = Enum.Parse<NaturaConflitto>(command.Natura!);
            var dichiarata = DichiarazioneConflitto.Conflitto(db.Ids.Next(), actor.PersonaId, convenzione.Id, fornitore, natura, affidamento.Id, passatoA, utc);
            db.DichiarazioniConflitto.Add(dichiarata);
            var dati = new JsonObject
            {
                ["fornitore"] = fornitore.CodiceFiscale,
                ["natura"] = NomiRegistrati.Valore(natura),
                ["passatoA"] = passatoA?.ToString()
            };
            return Events.Of(new EventToWrite(Azioni.ConflittoDichiarato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }

        /// <summary>
        /// Passes the Affidamento to the chosen colleague, and refuses a colleague who may not take it. With no colleague chosen, leaves
        /// the RUP as it is, and refuses an Affidamento that is on the portal already.
        /// </summary>
        private async Task<Result> Passa(Affidamento affidamento, Guid? nuovoRupId, CancellationToken ct)
        {
            if (nuovoRupId is not { } nuovo)
            {
                return affidamento.Attende(AzioneAffidamento.AssegnaRup)
                    ? Result.Ok
                    : new Error("conflitto.sul-portale", "L'affidamento è già sul portale: serve «Sostituzione RUP», nella pagina «Dopo il CIG».");
            }

            return await dichiarazioni.RupPossibile(affidamento, nuovo, ct) is { } no ? no : affidamento.AssegnaRup(nuovo, clock.GetUtcNow().UtcDateTime);
        }
    }
}
