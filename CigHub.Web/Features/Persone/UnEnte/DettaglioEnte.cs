using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>A person with a past, present or future role at the Ente.</summary>
public sealed record PersonaDellEnte(Guid Id, string Nome, bool Attiva, Ruolo Ruolo, DateOnly Dal, DateOnly? Fino, Nomina Nomina, DateOnly? RegistrataIl);

/// <summary>An Ente with its people (those with a past, present or future role there), for its page.</summary>
public sealed record EnteDetails(Ente Ente, string Comune, IReadOnlyList<PersonaDellEnte> Persone, DateOnly Oggi);

/// <summary>Reads one Ente by id. Returns null when it does not exist, or when the actor works for another one.</summary>
public sealed class DettaglioEnte(CigHubDbContext db, ListeInVigore liste, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAnagrafe;

    public async Task<EnteDetails?> Run(Guid id, Actor actor, CancellationToken ct = default)
    {
        var ente = await db.Enti.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && (actor.EnteId == null || e.Id == actor.EnteId), ct);
        if (ente is null)
        {
            return null;
        }

        var persone = await (
            from a in db.Appartenenze.AsNoTracking()
            join p in db.Persone on a.PersonaId equals p.Id
            where a.EnteId == id
            orderby a.Ruolo, p.Cognome, p.Nome, a.Dal
            select new PersonaDellEnte(
                p.Id, p.NomeCompleto, p.Attiva, a.Ruolo, a.Dal, a.Fino, new Nomina(a.Atto, a.Esterno, a.Incarico), a.RegistrataIl)).ToListAsync(ct);
        return new EnteDetails(ente, ente.Luogo.Name(liste.Correnti.CodIstat), persone, clock.Today());
    }
}
