using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Adds an Ente, or saves changed data of an existing one.</summary>
/// <param name="Id">The Guid v7 made by the page, for a new Ente.</param>
/// <param name="Version">The version that the page showed. Null for a new Ente.</param>
public sealed record SalvaEnte(Guid Id, EnteForm Form, int? Version) : ICommand, IVersioned<Ente>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    int IVersioned.Version => Version ?? 0;

    public sealed class Handler(CigHubDbContext db, ListeInVigore liste, TimeProvider clock) : ICommandHandler<SalvaEnte>
    {
        public async Task<Result<Events>> Handle(SalvaEnte command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read(liste.Correnti, clock.Today());
            if (!letto.TryGet(out var dati))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var ente = await db.Enti.SingleOrDefaultAsync(e => e.Id == command.Id, ct);
            if (command.Version is null)
            {
                if (ente is not null)
                {
                    return new Error("ente.esiste-gia", "Questo Ente è già stato creato: lo trovi nell'elenco.");
                }

                db.Enti.Add(new Ente(command.Id, dati));
                return Events.Of(new EventToWrite(Azioni.EnteSalvato, Oggetti.Ente, command.Id, command.Id));
            }

            if (ente is null)
            {
                return CommandRunner.NotFound;
            }

            ente.Modifica(dati);
            return Events.Of(new EventToWrite(Azioni.EnteSalvato, Oggetti.Ente, ente.Id, ente.Id, ChangedFields.Taciuti(db.Entry(ente))));
        }
    }
}
