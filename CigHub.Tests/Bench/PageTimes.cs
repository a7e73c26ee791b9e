using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Security;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases.TenYears;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Bench;

/// <summary>
/// Measures every page of the app as each role that may open it. The server renders the page with all its data into one answer, as a circuit
/// does for its first batch.
/// </summary>
internal static partial class PageTimes
{
    /// <summary>One person of the demonstration for each role, by user name.</summary>
    private static readonly (string Person, Ruolo Role)[] _people =
    [
        ("rup.tivoli", Ruolo.Rup), ("istruttore.tivoli", Ruolo.Istruttore), ("responsabile", Ruolo.Responsabile), ("auditor", Ruolo.Auditor),
        ("amministratore", Ruolo.Amministratore),
    ];

    public static async Task<IReadOnlyList<(string What, string Who, Turns Turns)>> Measure(Office office, int size)
    {
        var routes = Routes();
        var watch = new StatementWatch();
        await using var app = await Start(office, size, watch);
        var examples = await Examples(app.Services);
        var measured = new List<(string, string, Turns)>();
        foreach (var (person, role) in _people)
        {
            using var client = await TestClient.SignedInAs(app, person, role.ToString());
            foreach (var route in routes)
            {
                var address = Address(route, examples);
                if (!await MayOpen(client, address, watch))
                {
                    continue;
                }

                measured.Add((route, role.ToString(), await Patience.Measure(watch, async () =>
                {
                    var body = await client.Http.GetByteArrayAsync(address);
                    watch.Take();
                    return body.Length;
                })));
            }
        }

        return measured;
    }

    /// <summary>Starts the app on a copy of the office. Its pages are drawn with their data into the answer of one request.</summary>
    public static async Task<TestApp> Start(Office office, int size, StatementWatch watch)
    {
        RenderOnServer();
        return await StartAsItIs(office, size, services => services.ConfigureDbContext<CigHubDbContext>(o => o.AddInterceptors(watch)));
    }

    /// <summary>Starts the app on a copy of the office, as its users have it.</summary>
    public static async Task<TestApp> StartAsItIs(Office office, int size, Action<IServiceCollection>? adjust = null)
    {
        var app = new TestApp
        {
            FromTemplate = false,
            KeepsItsFolder = true,
            KeptSessions = false,
            Palestra = false,
            Affidamenti = size,
            Folder = Offices.CopyOf(office),
            Adjust = adjust,
        };
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Returns for each route with a parameter a value of it from the data. The Affidamenti are those of the Comune di Tivoli.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Examples(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var tivoli = await db.Enti.Where(e => e.Denominazione == "Comune di Tivoli").Select(e => e.Id).SingleAsync();
        var lotto = await db.Affidamenti.OrderByDescending(a => a.ModificatoIl).Select(a => a.LottoId).FirstAsync();
        var convenzione = $"{await db.Lotti.Where(l => l.Id == lotto).Select(l => l.ConvenzioneId).SingleAsync()}";
        var person = $"{await db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync()}";
        async Task<Guid> In(StatoAffidamento state) => await db.Affidamenti.Where(a => a.Stato == state && a.EnteId == tivoli && !a.Pregresso)
            .OrderByDescending(a => a.ModificatoIl).Select(a => a.Id).FirstOrDefaultAsync();
        var (draft, requested, acquired) = (
            await In(StatoAffidamento.InLavorazione), await In(StatoAffidamento.CigInRichiesta), await In(StatoAffidamento.CigAcquisito));
        var audit = await db.Audit.OrderByDescending(a => a.PianificatoIl).Select(a => a.Id).FirstOrDefaultAsync();
        return new Dictionary<string, string>
        {
            [AppRoutes.Convenzione] = convenzione,
            [AppRoutes.ModificaConvenzione] = convenzione,
            [AppRoutes.NuovoLotto] = convenzione,
            [AppRoutes.AffidamentiInSerie] = convenzione,
            [AppRoutes.Lotto] = $"{lotto}",
            [AppRoutes.SpesaConvenzione] = convenzione,
            [AppRoutes.SpesaLotto] = $"{lotto}",
            [AppRoutes.ModificaLotto] = $"{lotto}",
            [AppRoutes.Scheda] = $"{draft}",
            [AppRoutes.StampaScheda] = $"{draft}",
            [AppRoutes.RichiestaCig] = $"{requested}",
            [AppRoutes.Pannello] = $"{requested}",
            [AppRoutes.Fascicolo] = $"{acquired}",
            [AppRoutes.DopoIlCig] = $"{acquired}",
            [AppRoutes.Iter] = $"{acquired}",
            [AppRoutes.UnAudit] = $"{audit}",
            [AppRoutes.RapportoAudit] = $"{audit}",
            [AppRoutes.Evento] = $"{await db.Registro.MaxAsync(e => e.Seq)}",
            [AppRoutes.Ente] = $"{tivoli}",
            [AppRoutes.ModificaEnte] = $"{tivoli}",
            [AppRoutes.NuovoRup] = $"{tivoli}",
            [AppRoutes.Persona] = person,
            [AppRoutes.ModificaPersona] = person,
            [AppRoutes.RichiestaDiAccesso] = $"{await db.RichiesteDiAccesso.OrderBy(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync()}",
            [AppRoutes.ErroreDelPortale] = "ERR98",
            [AppRoutes.ListaDiCodici] = CigHub.Domain.Codici.ListeAnac.Cpv.IdTipologica,
        };
    }

    /// <summary>The app draws pages in a circuit only. Here they are drawn in the answer too, so that one request measures them.</summary>
    private static void RenderOnServer()
    {
        var mode = typeof(App).GetField("InCircuito", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        typeof(InteractiveServerRenderMode).GetField("<Prerender>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance)!.SetValue(mode, true);
    }

    /// <summary>Returns the routes of all pages of a user, found by reflection. The pages around the sign-in are no work of a user.</summary>
    private static IReadOnlyList<string> Routes() =>
    [
        .. typeof(App).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null)
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Where(t => !t.StartsWith(AppRoutes.Palestra, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Returns an address of the route. Throws when the route has a parameter and nobody gave an example of it.</summary>
    public static string Address(string route, IReadOnlyDictionary<string, string> examples) => Parameter().Replace(
        route,
        _ => examples.TryGetValue(route, out var value)
            ? value
            : throw new InvalidOperationException($"Give an example of the page {route} in {nameof(PageTimes)}."));

    /// <summary>Returns false when the role may not open the page. A page whose first reading takes too long is a page that it may open.</summary>
    private static async Task<bool> MayOpen(TestClient client, string address, StatementWatch watch)
    {
        await using var patience = new Timer(_ => watch.Interrupt(), null, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(100));
        using var answer = await client.Http.GetAsync(address);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK
            && !body.Contains("Accesso non consentito", StringComparison.Ordinal)
            && !body.Contains("non può aprire questa pagina", StringComparison.Ordinal);
    }

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex Parameter();
}
