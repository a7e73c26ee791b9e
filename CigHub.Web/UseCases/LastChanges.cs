using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>Finds the person who last changed something, so that a <see cref="StaleEdit"/> can name the person who was first.</summary>
public sealed class LastChanges(CigHubDbContext db)
{
    /// <summary>Returns the last change of an aggregate. Its members are null when nothing is known.</summary>
    /// <param name="radiceId">The aggregate, or null for a change of which nothing is known.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<LastChange> Of(Guid? radiceId, CancellationToken ct)
    {
        // Text that somebody has typed into a draft may not be in the registro yet.
        var scrive = await db.Affidamenti.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(a => a.Id == radiceId && a.ScrittaDaId != null)
            .Select(a => new LastChange(db.Persone.Where(p => p.Id == a.ScrittaDaId).Select(p => p.NomeCompleto).First(), a.ScrittaAl!.Value))
            .SingleOrDefaultAsync(ct);
        if (scrive is not null)
        {
            return scrive;
        }

        // The registro records the steps of a registration on its person.
        var registrazione = await db.RegistrazioniPortale.AsNoTracking()
            .Where(r => r.Id == radiceId).Select(r => new { r.PersonaId, r.EnteId }).SingleOrDefaultAsync(ct);
        var id = (registrazione?.PersonaId ?? radiceId)?.ToString();
        var suoi = Succeeded.Where(e => e.OggettoId == id);
        return await Last(
            registrazione is null
                ? suoi.Where(e => !Azioni.SenzaNuovaVersione.Contains(e.Azione))
                : suoi.Where(e => e.EnteId == registrazione.EnteId && Azioni.DellaRegistrazione.Contains(e.Azione)),
            ct);
    }

    /// <summary>
    /// Returns who last did an action, and when. It is for data with one version for the whole office, such as the code lists.
    /// </summary>
    public Task<LastChange> Of(string azione, CancellationToken ct) => Last(Succeeded.Where(e => e.Azione == azione), ct);

    /// <summary>Returns the refusal for a command whose version is no longer the stored one.</summary>
    internal async Task<StaleEdit> Refusal(ICommand command, CancellationToken ct)
    {
        var versioned = command as IVersioned;
        var present = versioned is null ? null : await versioned.PresentVersion(db, ct);
        return new StaleEdit(await Of(versioned?.RootId, ct), present);
    }

    private IQueryable<RigaRegistro> Succeeded => db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(e => e.Esito == "ok");

    private async Task<LastChange> Last(IQueryable<RigaRegistro> atti, CancellationToken ct) =>
        await atti.OrderByDescending(e => e.Seq)
            .Select(e => new LastChange(db.Persone.Where(p => p.Id == e.AttoreId).Select(p => p.NomeCompleto).FirstOrDefault(), e.Utc))
            .FirstOrDefaultAsync(ct)
        ?? new LastChange(null, null);
}
