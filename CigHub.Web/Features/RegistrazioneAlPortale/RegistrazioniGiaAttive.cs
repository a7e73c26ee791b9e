using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// Creates registrations for the RUP who already got a CIG from the portal and therefore must be active there. It does so once, for data
/// from before CigHub recorded registrations. The system writes them with events, which the SQL of a migration could not do.
/// </summary>
public static class RegistrazioniGiaAttive
{
    private static readonly StatoAffidamento[] ConIlCig =
        [StatoAffidamento.CigAcquisito, StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta, StatoAffidamento.AffidamentoAnnullato];

    public static async Task DeduciRegistrazioni(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        if (await db.RegistrazioniPortale.AnyAsync())
        {
            return;
        }

        // An adhesion made before CigHub, or known only from the portal's list, does not say who requested its CIG.
        var coppie = await db.Affidamenti.Where(a => ConIlCig.Contains(a.Stato) && !a.Pregresso && a.RichiestoIl != null)
            .GroupBy(a => new { a.RupId, a.EnteId }).Select(g => new { g.Key.RupId, g.Key.EnteId, Dal = g.Min(a => a.RichiestoIl) }).ToListAsync();
        if (coppie.Count == 0)
        {
            return;
        }

        await scope.ServiceProvider.GetRequiredService<SystemWriter>().Write(scrive =>
        {
            scrive.RegistrazioniPortale.AddRange(
                coppie.Select(c => RegistrazionePortale.GiaAttiva(
                    scrive.Ids.Next(), c.RupId, c.EnteId, RomeTime.DayInRome(c.Dal!.Value))));
            var eventi = coppie.Select(c => new EventToWrite(Azioni.RegistrazioneDedotta, Oggetti.Persona, c.RupId, c.EnteId)).ToArray();
            return Task.FromResult(Events.Of(eventi[0], eventi[1..]));
        });
    }
}
