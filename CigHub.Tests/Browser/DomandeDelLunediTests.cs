using System.Diagnostics;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Asks the thirteen questions of a manager's Monday, from the Cruscotto and by clicks alone. Each has its answer after two clicks at most,
/// on a desk screen without scrolling, and on a phone, where a table is a list of cards, on the third screen at the latest. The clicks, the seconds
/// and the screen of each question are in the output of the test.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class DomandeDelLunediTests(BrowserFixture browser, ITestOutputHelper output) : IAsyncLifetime
{
    private const int MostClicks = 2, MostScreensOnPhone = 3;

    private const string InView = """
        e => {
          const r = e.getBoundingClientRect();
          return r.height > 0 && r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight && r.right <= innerWidth;
        }
        """;

    /// <summary>Returns the number of the screen, from 1, on which an element ends, counted from the top of the page.</summary>
    private const string Screen = "e => Math.ceil((e.getBoundingClientRect().bottom + scrollY) / innerHeight)";

    private static readonly (string Question, Func<Monday, Task<ILocator>> Ask)[] _questions =
    [
        ("1 quanto resta su ogni Convenzione", async m =>
        {
            await m.Open("Convenzioni e Lotti");
            await m.Click(m.Content.GetByRole(AriaRole.Link, new() { Name = "Mostra solo le Convenzioni" }));
            await Expect(m.Content.Locator("tr:has(.nome-lotto)")).ToHaveCountAsync(0);
            return m.Content.Locator(".riga-gruppo td[data-nome='Residuo']");
        }),
        ("2 quanto resta su ogni Lotto", async m =>
        {
            await m.Open("Convenzioni e Lotti");
            return m.Content.Locator("tr:has(.nome-lotto) td[data-nome='Residuo']");
        }),
        ("2 quanto resta a ogni fornitore di un Lotto", async m =>
        {
            await m.Open("Convenzioni e Lotti");
            await m.Click(
                m.Content.Locator("tr:has(td[data-nome='Aderito'] a)").GetByRole(AriaRole.Link, new() { NameRegex = new("^Quote e residuo di") }).First);
            return m.Content.Locator("td[data-nome='Residuo della quota']");
        }),
        ("3 quale Ente l'ha usata", m => m.Divided("Per Ente")),
        ("4 quale fornitore ha ricevuto gli importi", m => m.Divided("Per fornitore")),
        ("5 in quale mese", m => m.Divided("Per mese")),
        ("6 finirà prima, ed entro quando la nuova gara", async m =>
        {
            await m.Open("Convenzioni e Lotti");
            return m.Content.GetByText("Avvia la nuova gara entro il");
        }),
        ("7 che cosa è bloccato da tempo, e quanto in tutto", async m =>
        {
            await m.Open("In corso di adesione");
            return m.Content.GetByText("aperte adesso: in tutto");
        }),
        ("8 quali contratti finiscono entro 90 giorni", async m =>
        {
            await m.Open("Scadenze");
            return m.Content.Locator("td[data-nome='Che cosa']").GetByText("contratto");
        }),
        ("9 che cosa aspetta un CIG", m => m.OnCruscotto("attese")),
        ("10 che cosa aspetta l'approvazione", m => m.OnCruscotto("da-approvare")),
        ("11 che cosa va guardato", async m =>
        {
            await m.Open("Da verificare");
            return m.Content.GetByRole(AriaRole.Heading, new() { Level = 2 });
        }),
        ("11 quali avvisi ci sono", async m =>
        {
            await m.Open("Avvisi");
            return m.Content.Locator(".voce-titolo");
        }),
        ("12 la relazione per il direttore", async m =>
        {
            await m.Open("Relazione");
            return m.Content.GetByRole(AriaRole.Region, new() { NameRegex = new("^In sintesi") }).Locator("tbody tr");
        }),
        ("13 in confronto con l'anno scorso", async m =>
        {
            await m.Open("Convenzioni e Lotti");
            return m.Content.Locator("td[data-nome=\"Sull'anno prima\"]");
        }),
    ];

    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        var app = new TestApp { Affidamenti = 150 };
        await app.InitializeAsync();
        _app = app;
        await EndContractsSoon();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Asks on a desk screen, and then looks where each answer is on a telephone of the same page.</summary>
    [Fact]
    public Task Ogni_domanda_ha_risposta_in_due_clic() => AskEverything("responsabile", null, TestScreen.Desktop);

    [Theory]
    [LongRun(typeof(DomandeDelLunediTests), "the same questions on a telephone and for one Ente")]
    [InlineData("responsabile", null, TestScreen.Phone)]
    [InlineData("rup2.tivoli", "Responsabile", TestScreen.Desktop)]
    [InlineData("rup2.tivoli", "Responsabile", TestScreen.Phone)]
    public Task Cosi_anche_al_telefono_e_per_un_solo_Ente(string person, string? role, TestScreen screen) => AskEverything(person, role, screen);

    private async Task AskEverything(string person, string? role, TestScreen screen)
    {
        await using var opened = await browser.NewPage(_app.Address, screen);
        var page = opened.Page;
        await page.SignIn(person, role);
        await page.Go(AppRoutes.Convenzioni);
        foreach (var (question, ask) in _questions)
        {
            if (new Uri(page.Url).AbsolutePath == AppRoutes.Cruscotto)
            {
                await page.Follow(AppRoutes.Convenzioni);
            }

            await page.Follow(AppRoutes.Cruscotto);
            await Expect(page.Locator("#avvisi")).ToBeVisibleAsync();
            var monday = new Monday(page);
            var watch = Stopwatch.StartNew();
            var answers = await ask(monday);
            await Expect(answers.First).ToBeVisibleAsync();
            watch.Stop();
            var inView = 0;
            foreach (var answer in await answers.AllAsync())
            {
                inView += await answer.EvaluateAsync<bool>(InView) ? 1 : 0;
            }

            var on = await answers.First.EvaluateAsync<int>(Screen);
            output.WriteLine($"{person} {screen} | {question} | clic {monday.Clicks} | {watch.Elapsed.TotalSeconds:0.0} s | in vista {inView} "
                + $"| schermata {on}");
            Assert.True(monday.Clicks <= MostClicks, $"{question}: {monday.Clicks} clicks.");
            Assert.True(on <= (screen == TestScreen.Phone ? MostScreensOnPhone : 1), $"{question}: the answer is on screen {on}.");
            if (screen == TestScreen.Desktop)
            {
                await Screenshots.Save(page, $"lunedi-{person}-{question.Split(' ')[0]}-{monday.Clicks}");
                Assert.True(inView > 0, $"{question}: no answer on the first screen.");
                await page.SetViewportSizeAsync(TestPage.SizeOf(TestScreen.Phone).Width, TestPage.SizeOf(TestScreen.Phone).Height);
                var onPhone = await answers.First.EvaluateAsync<int>(Screen);
                Assert.True(onPhone <= MostScreensOnPhone, $"{question}: on a telephone the answer is on screen {onPhone}.");
                await page.SetViewportSizeAsync(TestPage.SizeOf(screen).Width, TestPage.SizeOf(screen).Height);
            }
        }
    }

    /// <summary>Gives a contract that ends tomorrow to an adhesion of each Ente that has one.</summary>
    private async Task EndContractsSoon()
    {
        var clock = _app.Services.GetRequiredService<TimeProvider>();
        await _app.Services.GetRequiredService<SystemWriter>().Write(async db =>
        {
            var events = new List<EventToWrite>();
            foreach (var ente in await db.Enti.Select(e => e.Id).ToListAsync())
            {
                if (await db.Affidamenti.Where(a => a.EnteId == ente && a.Stato == StatoAffidamento.CigAcquisito).OrderBy(a => a.Id).FirstOrDefaultAsync()
                    is not { } affidamento)
                {
                    continue;
                }

                var convenzione = await db.Convenzioni.SingleAsync(c => db.Lotti.Any(l => l.Id == affidamento.LottoId && l.ConvenzioneId == c.Id));
                var oggi = clock.Today();
                var dati = affidamento.Fascicolo with { ContrattoDal = oggi.AddDays(-30), ContrattoAl = oggi.AddDays(1) };
                Assert.True(affidamento.ModificaFascicolo(dati, convenzione, clock.GetUtcNow().UtcDateTime).IsSuccess);
                events.Add(new EventToWrite(Azioni.FascicoloModificato, Oggetti.Affidamento, affidamento.Id, ente));
            }

            return Events.Of(events[0], [.. events.Skip(1)]);
        });
    }

    /// <summary>A manager who starts on the Cruscotto, and whose clicks are counted.</summary>
    private sealed class Monday(IPage page)
    {
        public int Clicks { get; private set; }

        public ILocator Content => page.Locator("#contenuto");

        public async Task Click(ILocator link)
        {
            Clicks++;
            await link.ClickAsync();
        }

        /// <summary>Follows the link of the Cruscotto to a page of the spending.</summary>
        public async Task Open(string name)
        {
            var link = page.Locator("nav[aria-label='Pagine della spesa']").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
            await Click(link);
            await Expect(page.Locator("#da-approvare")).ToHaveCountAsync(0);
        }

        /// <summary>Opens the amounts of the first Convenzione, divided.</summary>
        public async Task<ILocator> Divided(string by)
        {
            await Open("Convenzioni e Lotti");
            await Click(Content.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{by}: ") }).First);
            return Content.GetByRole(AriaRole.Region, new() { NameRegex = new("^Riepilogo per ") }).Locator("tbody tr");
        }

        /// <summary>Reads a list of the Cruscotto, without any click.</summary>
        public Task<ILocator> OnCruscotto(string list) =>
            Task.FromResult(Content.Locator($"section[aria-labelledby='{list}']").Locator("li, .tutto-bene"));
    }
}
