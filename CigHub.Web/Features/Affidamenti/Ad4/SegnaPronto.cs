using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Declares a draft ready for the portal. Refused while anything is missing or wrong. The user gives a reason for each avviso, and the
/// registro keeps the reasons.
/// </summary>
/// <param name="Motivi">The reasons for going past avvisi, by <see cref="Segnalazione.Chiave"/>. Null when there are none.</param>
/// <param name="Dichiarazione">The version of the declaration on conflicts of interest that the user ticked. Null when the user ticked none,
/// because earlier declarations are valid.</param>
public sealed record SegnaPronto(Guid AffidamentoId, int Version, IReadOnlyDictionary<string, string>? Motivi = null, string? Dichiarazione = null)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Rules : AbstractValidator<SegnaPronto>
    {
        public Rules()
        {
            RuleForEach(c => c.Motivi).MotivoBreve();
        }
    }

    public sealed class Handler(CigHubDbContext db, ListeInVigore liste, Dichiarazioni dichiarazioni, TimeProvider clock) : ICommandHandler<SegnaPronto>
    {
        public async Task<Result<Events>> Handle(SegnaPronto command, Actor actor, CancellationToken ct)
        {
            var (affidamento, contesto) = await db.ConContesto(command.AffidamentoId, liste.Correnti, clock.Today(), ct);
            var motivi = command.Motivi ?? new Dictionary<string, string>();
            var esito = affidamento.SegnaPronto(contesto, motivi, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var avvisi))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            var dichiarate = await dichiarazioni.Accetta(affidamento, contesto.Convenzione, actor.PersonaId, command.Dichiarazione, ct);
            if (!dichiarate.TryGet(out var testi))
            {
                return Result<Events>.Refused(dichiarate.Errors);
            }

            var dati = AvvisiSuperati.Of(affidamento.Bozza, avvisi, motivi);
            dati["dichiarazioni"] = testi;
            return Events.Of(new EventToWrite(Azioni.AffidamentoPronto, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }
    }
}
