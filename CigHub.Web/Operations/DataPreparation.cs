using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Operations;

/// <summary>Fills a new database with data at its first start. The app runs without any such data.</summary>
public interface IFirstStartData
{
    /// <summary>Says whether the settings ask for the data.</summary>
    bool IsAsked { get; }

    /// <summary>The writer to use after <see cref="Begin"/>.</summary>
    SystemWriter Writer { get; }

    /// <summary>Prepares the writer before the database is filled.</summary>
    void Begin();

    Task Fill(CancellationToken ct = default);
}

/// <summary>A part of the app that has a file of its own. It is opened after the data of the app and before a page is served.</summary>
public interface IOpensAtStart
{
    Task Open();
}

/// <summary>Opens the data at a start: takes the folder, creates or upgrades the database, fills and checks it.</summary>
public static class DataPreparation
{
    /// <summary>Keeps other processes away from the data folder while this one runs.</summary>
    public static void TakeDataFolder(this WebApplication app) => app.Services.GetRequiredService<DataFolderLock>().Take();

    /// <summary>Opens the data. Creates or upgrades the database when needed, and refuses data that the app cannot rely on.</summary>
    /// <param name="initialize">
    /// True when a new database may be created. Default: true in Development only. Elsewhere the command <c>init</c> creates the database.
    /// </param>
    /// <exception cref="StartRefusedException">The data cannot be opened. The message says what is wrong and what to do.</exception>
    public static Task PrepareDataAsync(this WebApplication app, bool? initialize = null) => StartRefusals.Told(async () =>
    {
        var start = app.Services.GetRequiredService<DataStart>();
        var isFirst = await start.Open(initialize ?? app.Environment.IsDevelopment());
        await using var scope = app.Services.CreateAsyncScope();
        await SqliteDatabase.Prepare(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());

        // Fill the database at a first start only. After an interruption the next start creates the whole file again.
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

    /// <summary>
    /// Records the path that the portal's own instructions describe, when there is no path yet. An Amministratore may publish another
    /// later.
    /// </summary>
    private static async Task PercorsoPredefinito(IServiceProvider services, SystemWriter sistema)
    {
        if (await services.GetRequiredService<CigHubDbContext>().Percorsi.AnyAsync())
        {
            return;
        }

        await sistema.Write(db =>
        {
            var percorso = PercorsoPortale.Iniziale(db.Ids.Next());
            db.Percorsi.Add(percorso);
            return Task.FromResult(Events.Of(new EventToWrite(Azioni.PercorsoPubblicato, Oggetti.PercorsoPortale, percorso.Id, null)));
        });
    }
}
