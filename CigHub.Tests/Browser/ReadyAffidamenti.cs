using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Browser;

/// <summary>Makes further Affidamenti of the RUP of Tivoli ready for the portal, by the commands that the RUP would use.</summary>
internal static class ReadyAffidamenti
{
    /// <param name="quanti">The number of Affidamenti. They use the Lotti of the demonstration in turn, and each has another amount.</param>
    public static async Task<IReadOnlyList<Guid>> Prepare(IServiceProvider app, int quanti)
    {
        var (rup, modelli) = await Query(app, async db =>
        {
            var persona = await db.Persone.SingleAsync(p => p.NomeUtente == "rup.tivoli");
            var ente = await db.Appartenenze.Where(a => a.PersonaId == persona.Id && a.Ruolo == Ruolo.Rup).Select(a => a.EnteId).FirstAsync();
            var completi = await db.Affidamenti
                .Where(a => a.RupId == persona.Id && !a.Pregresso && a.Stato != StatoAffidamento.InLavorazione)
                .OrderBy(a => a.Anno).ThenBy(a => a.Progressivo).ToListAsync();
            return (new Actor(persona.Id, Ruolo.Rup, ente, [Ruolo.Rup]), completi.DistinctBy(a => a.LottoId).ToList());
        });
        var fatti = new List<Guid>();
        for (var i = 0; i < quanti; i++)
        {
            var modello = modelli[i % modelli.Count];
            var id = Guid.CreateVersion7();
            await Succeeds(app, new CopiaAffidamento(modello.Id, id), rup);
            var copia = await Query(app, db => db.Affidamenti.SingleAsync(a => a.Id == id));
            var voce = new[] { "impForniture", "impServizi", "impLavori" }
                .Select(v => PercorsoAd4.QuadroEconomico(0, v))
                .First(v => copia.Bozza.Testo(v) is { Length: > 0 } and not "0,00");
            await Succeeds(
                app,
                new SalvaBozza(id, [new(PercorsoAd4.DataAdesione, RupPath.Oggi, null), new(voce, $"{100 + i},50", copia.Bozza.Testo(voce))]),
                rup);
            var motivi = await Motivi(app, id);
            var version = (await Query(app, db => db.Affidamenti.SingleAsync(a => a.Id == id))).Version;
            await Succeeds(app, new SegnaPronto(id, version, motivi, Dichiarazione: DichiarazioneConflitto.VersioneTesto), rup);
            fatti.Add(id);
        }

        return fatti;
    }

    public static async Task<T> Query<T>(IServiceProvider app, Func<CigHubDbContext, Task<T>> domanda)
    {
        await using var scope = app.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await domanda(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());
    }

    private static async Task<IReadOnlyDictionary<string, string>> Motivi(IServiceProvider app, Guid id)
    {
        var liste = app.GetRequiredService<Web.Features.Codici.Liste.ListeInVigore>().Correnti;
        var (affidamento, contesto) = await Query(app, db => db.ConContesto(id, liste, Web.Common.RomeTime.Today(TimeProvider.System), default));
        return ControlliAffidamento.Segnalazioni(affidamento.Bozza, contesto)
            .Where(s => !s.Ferma)
            .ToDictionary(s => s.Chiave, _ => "Confermato dal Soggetto Aggregatore.");
    }

    private static async Task Succeeds<TCommand>(IServiceProvider app, TCommand comando, Actor actor)
        where TCommand : ICommand
    {
        var esito = await app.GetRequiredService<CommandRunner>().Run(comando, actor);
        Assert.True(esito.IsSuccess, string.Join("; ", esito.Errors));
    }
}
