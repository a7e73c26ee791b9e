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
/// Declares that the user has a conflict of interest with the supplier (art. 16 D.Lgs. 36/2023). From then on the user can do nothing on the
/// Affidamento, and a Responsabile decides. The user does not choose a successor.
/// </summary>
/// <param name="Fornitore">The codice fiscale of one of the scheda's suppliers.</param>
/// <param name="Natura">The name of a <see cref="NaturaConflitto"/>, as the user chose it.</param>
/// <param name="Dichiarazione">The version of the text that the user has read and ticked. Null when the user ticked none.</param>
public sealed record DichiaraConflitto(Guid AffidamentoId, string? Fornitore, string? Natura, string? Dichiarazione, int Version)
    : ICommand, IAllowedInConflict, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.DichiaraConflitti;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<DichiaraConflitto>
    {
        public Rules()
        {
            RuleFor(c => c.Fornitore).NotEmpty().WithErrorCode("conflitto.fornitore").WithMessage("Scegli il fornitore con cui hai il conflitto.");
            RuleFor(c => c.Natura).Must(Nota)
                .WithErrorCode("conflitto.natura")
                .WithMessage("Scegli di che conflitto si tratta: basta la natura, nessun altro dettaglio.");
            RuleFor(c => c.Dichiarazione).Equal(DichiarazioneConflitto.VersioneTesto).When(c => Nota(c.Natura)).WithErrorCode("conflitto.testo")
                .WithMessage("Leggi il testo della dichiarazione e spuntalo. Se non lo vedi, ricarica la pagina.");
        }

        private static bool Nota(string? natura) => Enum.TryParse<NaturaConflitto>(natura, out var nota) && Enum.IsDefined(nota);
    }

    public sealed class Handler(CigHubDbContext db, ConflictGuard guard, TimeProvider clock) : ICommandHandler<DichiaraConflitto>
    {
        public async Task<Result<Events>> Handle(DichiaraConflitto command, Actor actor, CancellationToken ct)
        {
            var (affidamento, _, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            if (!PuoAstenersi(affidamento, actor))
            {
                return new Error(
                    "conflitto.non-serve",
                    "Su questo affidamento non hai compiti: qui la dichiarazione non serve. Se hai un dubbio, scrivi al tuo dirigente o al RPCT.");
            }

            if (affidamento.Fornitori.FirstOrDefault(f => f.CodiceFiscale == command.Fornitore) is not { } fornitore)
            {
                return new Error("conflitto.fornitore", "La scheda non ha questo fornitore: ricarica la pagina e scegline uno.", nameof(Fornitore));
            }

            if (await guard.IsInConflict(actor.PersonaId, convenzione.Id, fornitore.CodiceFiscale, ct)
                && await guard.Refusal(affidamento.Id, actor.PersonaId, ct) is { } gia)
            {
                return gia;
            }

            var natura = Enum.Parse<NaturaConflitto>(command.Natura!);
            var utc = clock.GetUtcNow().UtcDateTime;
            db.DichiarazioniConflitto.Add(DichiarazioneConflitto.Conflitto(
                db.Ids.Next(), actor.PersonaId, convenzione.Id, fornitore, natura, affidamento.Id, utc));
            var dati = new JsonObject
            {
                ["fornitore"] = fornitore.CodiceFiscale,
                ["natura"] = NomiRegistrati.Valore(natura),
                ["dichiarazioni"] = new JsonArray(Dichiarazioni.ForEvent(
                    fornitore, DichiarazioneConflitto.TestoConflitto(fornitore, convenzione.Titolo, natura))),
            };
            return Events.Of(new EventToWrite(Azioni.ConflittoDichiarato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }
    }

    /// <summary>
    /// Says whether there is something from which the user may have to abstain: the user is the RUP or acts for the RUP, may prepare the
    /// draft, or may approve an Affidamento that waits for it. On an Affidamento that was deleted or annulled there is nothing.
    /// </summary>
    internal static bool PuoAstenersi(Affidamento affidamento, Actor actor) =>
        affidamento.Stato is not (StatoAffidamento.Eliminato or StatoAffidamento.AffidamentoAnnullato)
        && (actor.Delega is not null
            || affidamento.RupId == actor.PersonaId
            || actor.Ruolo.Allows(Permission.PreparaBozza)
            || (actor.Ruolo.Allows(Permission.ApprovaAffidamenti) && affidamento.Attende(AzioneAffidamento.Approva)));
}
