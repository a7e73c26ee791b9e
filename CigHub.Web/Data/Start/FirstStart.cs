using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Start;

/// <summary>
/// Makes the database of a new installation. A marker file is written first and removed last. While it exists nobody has worked yet, so
/// everything beside it comes from an interrupted first start and is made anew.
/// </summary>
internal sealed class FirstStart(DataFolder folder, StartSteps steps, IServiceScopeFactory scopes)
{
    /// <summary>Says whether a first start was begun and has not ended.</summary>
    public bool IsUnderWay => File.Exists(folder.FirstStartMarker);

    /// <summary>
    /// Returns the files that show that data were here before although the database is missing. The list is empty for a new folder.
    /// </summary>
    public IReadOnlyList<string> TracesOfData()
    {
        List<string> traces = [];
        if (!Directory.Exists(folder.Root))
        {
            return traces;
        }

        traces.AddRange(DataFolder.WithCompanions(folder.Database).Skip(1).Where(f => DataFolder.Length(f) > 0));
        traces.AddRange(folder.CopiesBeforeUpgrades());
        traces.AddRange(new[] { folder.HeadNote, folder.RestoreMarker, folder.RestoreInProgress, folder.Attestazioni }.Where(Path.Exists));
        traces.AddRange(Directory.Exists(folder.Keys) ? Directory.EnumerateFiles(folder.Keys).Take(1).Select(_ => folder.Keys) : []);
        return [.. traces.Select(t => Path.GetFileName(t)!)];
    }

    /// <summary>Writes the marker and makes an empty database with the tables of this version.</summary>
    public async Task Begin(CancellationToken ct = default)
    {
        Directory.CreateDirectory(folder.Root);
        if (!IsUnderWay)
        {
            folder.Write(folder.FirstStartMarker, "Prima installazione di CigHub in corso. Questo file va via da solo: non cancellarlo a mano.\n");
        }

        foreach (var file in new[] { folder.Database, folder.UpgradeInProgress, folder.UpgradeReady, folder.PathOf(DataFolder.PalestraFile) })
        {
            SqliteDatabase.ReleasePool(file);
            folder.Delete(DataFolder.WithCompanions(file));
        }

        folder.Delete([folder.HeadNote]);

        // The program's connections open a file that exists and never make one, so the file is made here.
        steps.Around("create the database", () => File.Create(folder.Database).Dispose());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        await db.Database.MigrateAsync(ct);
        await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Database.MigrateAsync(ct);
        await SqliteDatabase.MakeTriggers(db, ct);
    }

    /// <summary>Removes the marker, after which the data are never made anew again.</summary>
    public void End()
    {
        folder.Delete([folder.FirstStartMarker]);
        folder.Sync();
    }
}
