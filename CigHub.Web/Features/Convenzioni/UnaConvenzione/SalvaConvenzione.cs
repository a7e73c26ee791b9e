using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.UnaConvenzione;

/// <summary>Saves the form of a Convenzione, new or existing.</summary>
/// <param name="Id">The Guid v7 made by the page. Pressing the button twice creates one Convenzione.</param>
/// <param name="Version">The version from which the form was filled. Null for a new Convenzione.</param>
public sealed record SalvaConvenzione(Guid Id, ConvenzioneForm Form, int? Version) : ICommand, IVersioned<Convenzione>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    int IVersioned.Version => Version ?? 0;

    public sealed class Handler(CigHubDbContext db) : ICommandHandler<SalvaConvenzione>
    {
        public async Task<Result<Events>> Handle(SalvaConvenzione command, Actor actor, CancellationToken ct)
        {
            var presente = await db.Convenzioni.SingleOrDefaultAsync(c => c.Id == command.Id, ct);
            if (command.Version is null && presente is not null)
            {
                return new Error("convenzione.esiste-gia", "Questa Convenzione è già stata creata: la trovi nell'elenco.");
            }

            if (command.Version is not null && presente is null)
            {
                return CommandRunner.NotFound;
            }

            var letti = command.Form.Read();
            if (!letti.TryGet(out var dati))
            {
                return Result<Events>.Refused(letti.Errors);
            }

            if (presente is null)
            {
                db.Convenzioni.Add(new Convenzione(command.Id, dati));
            }
            else if (presente.Modifica(dati) is { IsSuccess: false } no)
            {
                return Result<Events>.Refused(no.Errors);
            }

            return Events.Of(new EventToWrite(Azioni.ConvenzioneSalvata, Oggetti.Convenzione, command.Id, null));
        }
    }
}
