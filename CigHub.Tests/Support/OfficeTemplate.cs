using System.Collections.Concurrent;
using CigHub.Tests.Security;
using CigHub.Web.Data;
using CigHub.Web.Security.Accesso;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>
/// A data folder of the demonstration, made once in a test run: migrated, filled, and with every person signed in once in each role. An app
/// that starts on a copy is ready at once. It accepts those sessions, because the copy holds their rows and the keys of the cookies.
/// </summary>
internal sealed class OfficeTemplate
{
    /// <summary>The templates made so far in this run, by their number of generated Affidamenti.</summary>
    private static readonly ConcurrentDictionary<int, Lazy<Task<OfficeTemplate>>> _made = new();

    /// <summary>The templates on whose copies apps run, by the app's <c>host:port</c>.</summary>
    private static readonly ConcurrentDictionary<string, OfficeTemplate> _apps = new();

    private readonly Dictionary<(string Person, string Role), string> _cookies = [];

    private OfficeTemplate(string folder) => Folder = folder;

    public string Folder { get; }

    public static Task<OfficeTemplate> Get(int affidamenti = 0) =>
        _made.GetOrAdd(affidamenti, n => new Lazy<Task<OfficeTemplate>>(() => Make(n))).Value;

    /// <summary>
    /// Copies the data into a folder, with or without the kept sessions. The sessions count as just used, so that they do not expire during
    /// a long test run.
    /// </summary>
    public void CopyTo(string folder, bool withSessions)
    {
        TestFolder.Copy(Folder, folder);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, DataSetup.DatabaseFileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = withSessions ? "UPDATE \"Sessioni\" SET \"UltimaAttivita\" = $now" : "DELETE FROM \"Sessioni\"";
        command.Parameters.AddWithValue("$now", DateTime.UtcNow);
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Records that the app at this address runs on a copy of this template, so that its pages can use the kept sessions.
    /// </summary>
    public void Serves(Uri address) => _apps[address.Authority] = this;

    public static void ServesNoLonger(Uri address) => _apps.TryRemove(address.Authority, out _);

    /// <summary>
    /// Returns the cookie of a kept session that the app at this address accepts. Returns null when the person must sign in there.
    /// </summary>
    /// <param name="role">The role; null for the first role that the sign-in page offers.</param>
    public static Cookie? SessionOf(Uri address, string person, string? role)
    {
        if (!_apps.TryGetValue(address.Authority, out var template) || !template._cookies.TryGetValue((person, role ?? ""), out var value))
        {
            return null;
        }

        return new Cookie { Name = TestClient.SessionCookie, Value = value, Url = address.GetLeftPart(UriPartial.Authority), HttpOnly = true };
    }

    private static async Task<OfficeTemplate> Make(int affidamenti)
    {
        var template = new OfficeTemplate(TestFolder.NewForTheRun($"office-template-{affidamenti}"));
        await using var app = new TestApp { FromTemplate = false, Affidamenti = affidamenti, Folder = template.Folder, KeepsItsFolder = true };
        await app.InitializeAsync();
        foreach (var person in await app.Services.GetRequiredService<DemoPeople>().All())
        {
            using var client = await TestClient.SignedInAs(app, person.NomeUtente, person.Ruolo.ToString());
            template._cookies[(person.NomeUtente, person.Ruolo.ToString())] = client.Sessione()!;
            template._cookies.TryAdd((person.NomeUtente, ""), client.Sessione()!);
        }

        return template;
    }
}
