using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Cruscotto.AvvisiPosta;
using CigHub.Web.Operations.Posta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests in the browser that a person asks for e-mail in the Cruscotto and ends it, and that it is not offered without a mail server.</summary>
[Collection(BrowserChains.Second)]
public sealed class AvvisiPostaPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task Nel_Cruscotto_si_chiedono_gli_avvisi_e_si_tolgono()
    {
        var settings = Options.Create(new AvvisiPostaSettings { Server = "127.0.0.1", Porta = 1, Cifratura = "None", Mittente = "cighub@ente.example" });
        await using var app = new TestApp { Adjust = services => services.AddSingleton(settings) };
        await app.InitializeAsync();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.Cruscotto).ToString());
        var (on, off) = (page.Bottone(AvvisiPostaWords.On), page.Bottone(AvvisiPostaWords.Off));
        await Chosen(off, on);
        await Axe.CheckState(page);
        await Screenshots.Save(page, "avvisi-posta-offerti");

        // On a slow line and on a fast one, the second press of a double click asks for the same as the first.
        foreach (var delay in (int[])[300, 0])
        {
            line.Delay = TimeSpan.FromMilliseconds(delay);
            await on.DblClickAsync();
            await Chosen(on, off);
            await Expect(on).ToBeFocusedAsync();
            line.Delay = TimeSpan.Zero;
            await page.Go(AppRoutes.Cruscotto);
            await Chosen(on, off);
            Assert.Equal(AvvisiPostaWords.Yes, await Stored(app));
            await Axe.CheckState(page);
            await Screenshots.Save(page, "avvisi-posta-chiesti");
            await off.DblClickAsync();
            await Chosen(off, on);
            await page.Go(AppRoutes.Cruscotto);
            await Chosen(off, on);
            Assert.Equal(AvvisiPostaWords.No, await Stored(app));
        }
    }

    private static async Task Chosen(ILocator one, ILocator other)
    {
        await Expect(one).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(other).ToHaveAttributeAsync("aria-pressed", "false");
    }

    private static async Task<string> Stored(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Preferenze
            .Where(p => p.Chiave == PreferenceKey.MailNotices.Name).Select(p => p.Valore).SingleAsync();
    }
}
