using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Operations;

/// <summary>Data that a new database is filled with at its first start. The app runs without any.</summary>
public interface IFirstStartData
{
    /// <summary>True when the settings ask for them.</summary>
    bool IsAsked { get; }

    /// <summary>The writer to use after <see cref="Begin"/>.</summary>
    SystemWriter Writer { get; }

    /// <summary>Begins the filling.</summary>
    void Begin();

    Task Fill(CancellationToken ct = default);
}

/// <summary>A part of the app with a file of its own, opened after the app's data and before a page is served.</summary>
public interface IOpensAtStart
{
    Task Open();
}

/// <summary>Opens the data at a start: taken, made anew or upgraded, filled, checked.</summary>
public static class DataPreparation
{
    /// <summary>Keeps other processes away from the data folder while this one runs.</summary>
    public static void TakeDataFolder(this WebApplication app) => app.Services.GetRequiredService<DataFolderLock>().Take();

    /// <summary>Opens the data, made anew or upgraded where that is due, and refuses to go on when they are not what the app relies on.</summary>
    /// <param name="initialize">Whether a new database may be made. Default: in Development alone; elsewhere the command <c>init</c> makes it.</param>
    /// <exception cref="StartRefusedException">What is wrong and the way out.</exception>
    public static Task PrepareDataAsync(this WebApplication app, bool? initialize = null) => StartRefusals.Told(async () =>
    {
        var start = app.Services.GetRequiredService<DataStart>();
        var isFirst = await start.Open(initialize ?? app.Environment.IsDevelopment());
        await using var scope = app.Services.CreateAsyncScope();
        await SqliteDatabase.Prepara(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());

        // These data belong to a first start: an interruption makes the whole file anew.
        var filler = isFirst && app.Services.GetService<IFirstStartData>() is { IsAsked: true } asked ? asked : null;
        filler?.Begin();
        await PercorsoPredefinito(scope.ServiceProvider, filler?.Writer ?? app.Services.GetRequiredService<SystemWriter>());
        await app.Services.DeduciRegistrazioni();
        if (filler is not null)
        {
            await filler.Fill();
        }

        if (isFirst)
        {
            start.EndFirstStart();
        }
    });

    /// <summary>The portal's path as its own instructions tell it, until an Amministratore publishes another.</summary>
    private static async Task PercorsoPredefinito(IServiceProvider services, SystemWriter sistema)
    {
        if (await services.GetRequiredService<CigHubDbContext>().Percorsi.AnyAsync())
        {
            return;
        }

        await sistema.Scrivi(db =>
        {
            var percorso = PercorsoPortale.Iniziale(db.Ids.Next());
            db.Percorsi.Add(percorso);
            return Task.FromResult(Eventi.Di(new EventoDaScrivere(Azioni.PercorsoPubblicato, Oggetti.PercorsoPortale, percorso.Id, null)));
        });
    }
}
