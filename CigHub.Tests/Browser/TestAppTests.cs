using CigHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Browser;

[Collection(BrowserChains.Second)]
public sealed class TestAppTests(BrowserFixture browser)
{
    [Fact]
    [LongRun(typeof(BrowserSignInTests), "the test support by itself")]
    public async Task L_app_in_prova_ha_indirizzo_dati_e_orologio_suoi_e_non_lascia_nulla()
    {
        var orologio = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        string cartella;
        await using (var app = await TestApp.Start(dimostrazione: false, orologio))
        await using (var altra = await TestApp.Start(dimostrazione: false))
        {
            cartella = app.Folder;
            Assert.NotEqual(app.Address, altra.Address);
            Assert.NotEqual(app.Folder, altra.Folder);
            Assert.Same(orologio, app.Services.GetRequiredService<TimeProvider>());
        }

        Assert.False(Directory.Exists(cartella));
    }

    [Fact]
    public async Task Chi_accede_dalla_pagina_di_sviluppo_trova_la_prima_pagina_interattiva_e_gli_appunti()
    {
        await using var app = await TestApp.Start();
        await using var testPage = await browser.NewPage(app.Address);

        await testPage.Page.SignInAgain("rup.tivoli");
        await testPage.Page.EvaluateAsync("() => navigator.clipboard.writeText('B61107E182')");

        Assert.Equal("B61107E182", await testPage.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.Equal("/", new Uri(testPage.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Una_persona_che_non_c_e_e_detta_con_quelle_che_ci_sono()
    {
        await using var app = await TestApp.Start();
        await using var testPage = await browser.NewPage(app.Address);

        var errore = await Assert.ThrowsAsync<InvalidOperationException>(() => testPage.Page.SignIn("nessuno.altrove"));

        Assert.Contains("nessuno.altrove", errore.Message, StringComparison.Ordinal);
        Assert.Contains("rup.tivoli", errore.Message, StringComparison.Ordinal);
    }
}
