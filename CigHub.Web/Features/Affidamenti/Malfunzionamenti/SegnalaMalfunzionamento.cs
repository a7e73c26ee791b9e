using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Malfunzionamenti;

/// <summary>
/// Opens a malfunzionamento of the portal for all users (<em>Segnala malfunzionamento del portale</em>). While one is open already, no
/// second one is opened. In either case the actor's own requests that may already have been sent, because their rilettura was confirmed,
/// become <em>esito da verificare</em>: nobody should ask again for a CIG that may exist.
/// </summary>
/// <param name="Id">A Guid v7 made by the page.</param>
public sealed record SegnalaMalfunzionamento(Guid Id, string Nota) : ICommand
{
    public static Permission Requires => Permission.SegnalaPortale;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    public sealed class Rules : AbstractValidator<SegnalaMalfunzionamento>
    {
        public Rules()
        {
            RuleFor(c => c.Nota).NotNull();
            RuleFor(c => c.Nota).MaximumLength(Malfunzionamento.MaxNota).WithErrorCode("malfunzionamento.nota")
                .WithMessage($"La nota può avere al massimo {Malfunzionamento.MaxNota} caratteri: accorciala.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<SegnalaMalfunzionamento>
    {
        public async Task<Result<Events>> Handle(SegnalaMalfunzionamento command, Actor actor, CancellationToken ct)
        {
            var utc = clock.GetUtcNow().UtcDateTime;
            var eventi = new List<EventToWrite>();
            var inCorso = await db.Malfunzionamenti.SingleOrDefaultAsync(m => m.Al == null, ct);
            if (inCorso is null)
            {
                inCorso = new Malfunzionamento(command.Id, actor.PersonaId, command.Nota, utc);
                db.Malfunzionamenti.Add(inCorso);
                eventi.Add(new EventToWrite(Azioni.MalfunzionamentoSegnalato, Oggetti.Malfunzionamento, inCorso.Id, null));
            }

            var colte = await db.Affidamenti.Where(a => a.RupId == actor.PersonaId && a.Stato == StatoAffidamento.CigInRichiesta && a.RilettoIl != null)
                .ToListAsync(ct);
            foreach (var affidamento in colte)
            {
                var esito = affidamento.SegnaEsitoDaVerificare(actor.PersonaId, utc);
                if (!esito.IsSuccess)
                {
                    return Result<Events>.Refused(esito.Errors);
                }

                eventi.Add(new EventToWrite(Azioni.EsitoDaVerificare, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId,
                    new JsonObject { ["malfunzionamento"] = inCorso.Id.ToString() }));
            }

            return eventi.Count == 0
                ? new Error("malfunzionamento.gia-segnalato", $"È già segnalato dalle {RomeTime.Time(inCorso.Dal)} e tutti lo vedono: non serve altro.")
                : Events.Of(eventi[0], [.. eventi.Skip(1)]);
        }
    }
}
