using CigHub.Tests.Support;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace CigHub.Tests.Browser;

[Collection(BrowserChains.Second)]
public sealed class TestPageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("console.error('è andata male')", "è andata male")]
    [InlineData("setTimeout(() => { throw new Error('mai gestita') })", "mai gestita")]
    [InlineData("Promise.reject(new Error('mai attesa'))", "mai attesa")]
    public async Task Un_errore_della_pagina_fa_fallire_la_prova_alla_chiusura(string script, string testo)
    {
        var testPage = await With(script);

        var errore = await Assert.ThrowsAsync<XunitException>(async () => await testPage.DisposeAsync());

        Assert.Contains(testo, errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_errore_dichiarato_atteso_non_fa_fallire_e_gli_altri_si()
    {
        await using (var testPage = await With("console.error('atteso: è andata male')"))
        {
            testPage.ExpectError("atteso:");
        }

        var altra = await With("console.error('atteso: uno'); console.error('un altro')");
        altra.ExpectError("atteso:");
        var errore = await Assert.ThrowsAsync<XunitException>(async () => await altra.DisposeAsync());
        Assert.Contains("un altro", errore.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("atteso: uno", errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_avviso_della_console_non_e_un_errore()
    {
        await using var testPage = await With("console.warn('attenzione'); console.log('fatto')");
    }

    [Fact]
    public async Task Una_richiesta_all_app_che_torna_404_o_non_risponde_fa_fallire_la_prova()
    {
        var origine = new Uri("http://127.0.0.1:4999");
        var testPage = await browser.NewPage(origine);
        await testPage.Context.RouteAsync("**/*", rotta => new Uri(rotta.Request.Url).AbsolutePath switch
        {
            "/" => rotta.FulfillAsync(new() { ContentType = "text/html", Body = "<!DOCTYPE html><title>Prova</title><img src=/manca.png><img src=/muta.png>" }),
            "/muta.png" => rotta.AbortAsync(RequestAbortErrorCode.ConnectionFailed),
            _ => rotta.FulfillAsync(new() { Status = 404 }),
        });
        await testPage.Page.GotoAsync("/");

        var errore = await Assert.ThrowsAsync<XunitException>(async () => await testPage.DisposeAsync());

        Assert.Contains("/manca.png answered 404", errore.Message, StringComparison.Ordinal);
        Assert.Contains("/muta.png failed", errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_pagine_aperte_dalla_pagina_sono_sorvegliate_anche_loro()
    {
        var testPage = await With("");
        var figlia = await testPage.Page.RunAndWaitForPopupAsync(() => testPage.Page.EvaluateAsync("() => { window.open('about:blank') }"));
        await figlia.EvaluateAsync("() => console.error('dalla figlia')");

        var errore = await Assert.ThrowsAsync<XunitException>(async () => await testPage.DisposeAsync());

        Assert.Contains("dalla figlia", errore.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestScreen.Desktop, ColorScheme.Light, 1440)]
    [InlineData(TestScreen.Phone, ColorScheme.Dark, 390)]
    public async Task Il_contesto_e_italiano_della_misura_e_del_tema_chiesti(TestScreen schermo, ColorScheme tema, int larghezza)
    {
        await using var testPage = await browser.NewPage(schermo: schermo, tema: tema);

        var visto = await testPage.Page.EvaluateAsync<string>(
            "() => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth, "
            + "matchMedia('(prefers-color-scheme: dark)').matches].join(' ')");

        Assert.Equal($"it-IT Europe/Rome {larghezza} {(tema == ColorScheme.Dark ? "true" : "false")}", visto);
    }

    private async Task<TestPage> With(string script)
    {
        var testPage = await browser.NewPage();
        await testPage.Page.SetContentAsync($"<!DOCTYPE html><title>Prova</title><script>{script}</script>");
        return testPage;
    }
}
