using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Operations;

/// <summary>
/// A set of data with which a new database is filled at its first start, such as the demonstration. The app does not need any.
/// </summary>
public interface IFirstStartData
{
    /// <summary>Says whether the settings ask for this set of data.</summary>
    bool IsAsked { get; }

    /// <summary>The writer that fills the database. It can be used after <see cref="Begin"/>.</summary>
    SystemWriter Writer { get; }

    /// <summary>Prepares the writer for the start of the data. It is called once, before the database is filled.</summary>
    void Begin();

    Task Fill(CancellationToken ct = default);
}

/// <summary>
/// A part of the app with a data file of its own. It is opened at the start, after the main database and before the first page is served.
/// </summary>
public interface IOpensAtStart
{
    Task Open();
}

/// <summary>
/// Opens the data when the app starts: locks the data folder, then creates or upgrades the database, fills it and checks it.
/// </summary>
public static class DataPreparation
{
    /// <summary>Locks the data folder, so that no other process can use it while this one runs.</summary>
    public static void TakeDataFolder(this WebApplication app) => app.Services.GetRequiredService<DataFolderLock>().Take();

    /// <summary>Opens the database. Creates or upgrades it when needed, and refuses data that the app cannot rely on.</summary>
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
    /// Stores the percorso del portale that the portal's own instructions describe, when the database has none. An Amministratore may
    /// publish another later.
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
