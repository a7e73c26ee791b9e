using System.Diagnostics;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests a page whose query takes hours: its user may leave, others are served, and after the limit the page says so.</summary>
[Collection(BrowserChains.Second)]
public sealed class PageLeftTests(BrowserFixture browser)
{
    private const int Unlimited = 600;

    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Chi_lascia_la_pagina_ferma_la_sua_lettura_e_intanto_gli_altri_lavorano()
    {
        await using var app = await Start(Unlimited);
        var workers = app.Services.GetRequiredService<QueryWorkers>();
        await using var rup = await browser.NewPage(app.Address);
        await using var other = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await other.Page.SignIn("auditor");
        await rup.Page.Go(AppRoutes.Affidamenti);
        await SlowDown(app);
        await rup.Page.GetByRole(AriaRole.Link, new() { Name = "Elenco del portale", Exact = true }).ClickAsync();
        await Waits.Until(() => Task.FromResult(workers.Running == 1), "The slow query does not run");

        await other.Page.Go(AppRoutes.Convenzioni);
        await Expect(other.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Convenzioni" })).ToBeVisibleAsync();
        Assert.Equal(1, workers.Running);

        await rup.Page.GetByRole(AriaRole.Link, new() { Name = "Convenzioni", Exact = true }).First.ClickAsync();
        await Expect(rup.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Convenzioni" })).ToBeVisibleAsync();
        var left = Stopwatch.StartNew();
        await Waits.Until(() => Task.FromResult(workers.Running == 0), "The slow query still runs");
        Assert.True(left.Elapsed < _second, $"{left.Elapsed}");
    }

    [Fact]
    public async Task Chi_chiude_la_scheda_del_browser_ferma_la_sua_lettura()
    {
        await using var app = await Start(Unlimited);
        var workers = app.Services.GetRequiredService<QueryWorkers>();
        await using var rup = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await SlowDown(app);
        await rup.Page.Go(AppRoutes.ElencoPortale);
        await Waits.Until(() => Task.FromResult(workers.Running == 1), "The slow query does not run");
        await rup.Page.CloseAsync(new() { RunBeforeUnload = false });
        await Waits.Until(() => Task.FromResult(workers.Running == 0), "The slow query still runs");
    }

    [Fact]
    [LongRun(typeof(PageLeftTests), "the sentence after the time limit")]
    public async Task Dopo_il_limite_la_pagina_dice_che_ci_vuole_troppo()
    {
        await using var app = await Start(seconds: 1);
        await using var rup = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await SlowDown(app);
        await rup.Page.Go(AppRoutes.ElencoPortale);
        await Expect(rup.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Ci vuole troppo: restringi i filtri" })).ToBeVisibleAsync();
        Assert.Equal(0, app.Services.GetRequiredService<QueryWorkers>().Running);
    }

    private static async Task<TestApp> Start(int seconds)
    {
        var app = new TestApp { Adjust = services => services.AddSingleton(Options.Create(new QuerySettings { SecondiMassimi = seconds })) };
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Puts a view that counts for hours in the place of the table that the page of the elenco del portale reads.</summary>
    private static async Task SlowDown(TestApp app)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.Folder, DataSetup.DatabaseFileName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            ALTER TABLE "ElenchiPortale" RENAME TO "ElenchiVeri";
            CREATE VIEW "ElenchiPortale" AS SELECT v.* FROM (
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) SELECT max(i) AS "Molti" FROM n) AS s
            LEFT JOIN "ElenchiVeri" AS v ON s."Molti" > 0;
            """;
        await command.ExecuteNonQueryAsync();
    }
}
