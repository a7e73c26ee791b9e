using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Why the RUP of an Affidamento cannot ask for its CIG, said before she tries.</summary>
/// <param name="Perche">What the command would answer.</param>
/// <param name="Mia">The RUP is who is looking.</param>
public sealed record RupNonRegistrato(string Rup, StatoRegistrazione Stato, Error Perche, bool Mia);

/// <summary>Whether the RUP of an Affidamento is active on the portal at its Ente; what the command checks, asked beforehand.</summary>
public sealed class RegistrazioneDelRup(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <summary>Null when she is active, and for an Affidamento that is not there.</summary>
    public async Task<RupNonRegistrato?> Esegui(Guid affidamentoId, Actor actor, CancellationToken ct = default)
    {
        var trovato = await (
            from a in db.Affidamenti.AsNoTracking()
            join p in db.Persone on a.RupId equals p.Id
            where a.Id == affidamentoId
            select new { a.RupId, a.EnteId, Rup = p.NomeCompleto }).SingleOrDefaultAsync(ct);
        return trovato is null ? null : await Di(trovato.RupId, trovato.EnteId, trovato.Rup, actor, ct);
    }

    /// <summary>The actor herself, at the Ente she acts for.</summary>
    public async Task<RupNonRegistrato?> Mia(Actor actor, CancellationToken ct = default) =>
        actor is { Ruolo: Ruolo.Rup, EnteId: { } enteId } ? await Di(actor.PersonaId, enteId, "", actor, ct) : null;

    private async Task<RupNonRegistrato?> Di(Guid rupId, Guid enteId, string rup, Actor actor, CancellationToken ct)
    {
        var sua = await db.RegistrazioneDi(rupId, enteId, ct);
        var esito = RegistrazionePortale.AmmetteRichiesta(sua);
        return esito.IsSuccess ? null : new RupNonRegistrato(rup, sua?.Stato ?? StatoRegistrazione.DaRichiedere, esito.Errors[0], actor.Ruolo == Ruolo.Rup && actor.PersonaId == rupId);
    }
}
