using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>The fact that the RUP of an Affidamento is not active on the portal and so cannot request its CIG, with the reason.</summary>
/// <param name="Perche">The refusal that the command would return.</param>
/// <param name="Mia">Says whether the actor is this RUP.</param>
public sealed record RupNonRegistrato(string Rup, StatoRegistrazione Stato, Error Perche, bool Mia);

/// <summary>
/// Checks, before the user tries, whether the RUP of an Affidamento is active on the portal for its Ente. The command that starts a request
/// checks it again.
/// </summary>
public sealed class RegistrazioneDelRup(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <summary>
    /// Returns the reason why the RUP of an Affidamento cannot request its CIG. Returns null when the RUP can, or when the Affidamento does
    /// not exist.
    /// </summary>
    public async Task<RupNonRegistrato?> Run(Guid affidamentoId, Actor actor, CancellationToken ct = default)
    {
        var trovato = await (
            from a in db.Affidamenti.AsNoTracking()
            join p in db.Persone on a.RupId equals p.Id
            where a.Id == affidamentoId
            select new { a.RupId, a.EnteId, Rup = p.NomeCompleto }).SingleOrDefaultAsync(ct);
        return trovato is null ? null : await Of(trovato.RupId, trovato.EnteId, trovato.Rup, actor, ct);
    }

    /// <summary>
    /// Returns the reason why the actor, a RUP, cannot request a CIG for the Ente for which the actor acts. Returns null when the actor
    /// can, or is not a RUP.
    /// </summary>
    public async Task<RupNonRegistrato?> Mia(Actor actor, CancellationToken ct = default) =>
        actor is { Ruolo: Ruolo.Rup, EnteId: { } enteId } ? await Of(actor.PersonaId, enteId, "", actor, ct) : null;

    private async Task<RupNonRegistrato?> Of(Guid rupId, Guid enteId, string rup, Actor actor, CancellationToken ct)
    {
        var sua = await db.RegistrazioneDi(rupId, enteId, ct);
        var esito = RegistrazionePortale.AmmetteRichiesta(sua);
        return esito.IsSuccess
            ? null
            : new RupNonRegistrato(
                rup, sua?.Stato ?? StatoRegistrazione.DaRichiedere, esito.Errors[0], actor.Ruolo == Ruolo.Rup && actor.PersonaId == rupId);
    }
}
