using CigHub.Tests.Support;
using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features;
using CigHub.Web.Operations;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Starts the part of the app that prepares and opens the data, on a given folder, as a process does. A test may start it as often as it
/// wants.
/// </summary>
internal static class StartUnderTest
{
    /// <summary>Starts the data part of the app, runs it to the end of its preparation, and closes the connections to its files.</summary>
    /// <param name="later">True for a later version of the app, which has the tests' own migrations too.</param>
    public static async Task Run(
        string folder, StartSteps? steps = null, bool later = false, IReadOnlyDictionary<string, string?>? settings = null, string environment = "Development",
        Action<DataFolder>? adjust = null)
    {
        await using var app = Build(folder, steps ?? StartSteps.None, later, settings, environment);
        adjust?.Invoke(app.Services.GetRequiredService<DataFolder>());
        try
        {
            await app.PrepareDataAsync();
        }
        finally
        {
            LetGo(folder);
        }
    }

    public static WebApplication Build(
        string folder, StartSteps steps, bool later = false, IReadOnlyDictionary<string, string?>? settings = null, string environment = "Development",
        TimeProvider? clock = null, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Dati:Cartella"] = folder });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(steps);
        builder.AddData();
        builder.AddDimostrazione();
        builder.AddSecurity(withSignIn: false);
        builder.Services.AddWritePath();
        builder.Services.AddFeatures();
        builder.Services.AddUi();
        builder.AddOperations();
        builder.Services.AddSingleton(clock ?? new FakeTimeProvider(TestBench.Now));
        builder.Services.AddSteps(steps);
        if (later)
        {
            builder.Services.AddTestMigrations();
        }

        adjust?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>Registers the interceptor that announces the SQL statements of the app's database contexts as steps of the start.</summary>
    public static IServiceCollection AddSteps(this IServiceCollection services, StartSteps steps) => services
        .ConfigureDbContext<CigHubDbContext>(o => o.AddInterceptors(new StepInterceptor(steps)))
        .ConfigureDbContext<PreferenzeDbContext>(o => o.AddInterceptors(new StepInterceptor(steps)));

    /// <summary>Closes the connections of this process to the files of a folder, as the end of a process does.</summary>
    public static void LetGo(string folder)
    {
        foreach (var file in (string[])["cighub.db", "cighub.db.nuovo", "cighub.db.pronto", "palestra.db"])
        {
            SqliteDatabase.ReleasePool(Path.Combine(folder, file));
        }
    }

    public static string Database(string folder) => Path.Combine(folder, DataSetup.DatabaseFileName);

    public static T Ask<T>(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database(folder)};Pooling=False;Mode=ReadWrite");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Asserts that the database file is sound. Returns the number of its events and the root of its registro, in hexadecimal.
    /// </summary>
    public static (long Events, string Root) Sound(string folder)
    {
        var check = DataCheck.Run(Database(folder));
        Assert.True(check.IsSound, string.Join(" ", check.Faults));
        return (check.Events, Convert.ToHexString(check.Root));
    }
}

/// <summary>
/// A data folder with the small demonstration, made once for all tests of the app's start. No process has its files open, so it can be
/// copied.
/// </summary>
internal static class OfficeAtRest
{
    private static readonly Lazy<Task<string>> _made = new(async () =>
    {
        var folder = TestFolder.NewForTheRun("office-at-rest");
        await StartUnderTest.Run(folder, settings: new Dictionary<string, string?> { ["Dimostrazione:Attiva"] = "true", ["Dimostrazione:Piccola"] = "true" });
        return folder;
    });

    /// <summary>Copies the folder of the demonstration into a new folder, and returns the path of the copy.</summary>
    public static async Task<string> Copy(string name)
    {
        var folder = TestFolder.New(name);
        TestFolder.Copy(await _made.Value, folder);
        return folder;
    }
}
