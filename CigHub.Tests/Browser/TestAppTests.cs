using CigHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Browser;

[Collection(BrowserChains.First)]
public sealed class TestAppTests(BrowserFixture browser)
{
    [Fact]
    public async Task L_app_in_prova_ha_indirizzo_dati_e_orologio_suoi_e_non_lascia_nulla()
    {
        var orologio = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        string cartella;
        await using (var app = await TestApp.Avvia(dimostrazione: false, orologio))
        await using (var altra = await TestApp.Avvia(dimostrazione: false))
        {
            cartella = app.Cartella;
            Assert.NotEqual(app.Indirizzo, altra.Indirizzo);
            Assert.NotEqual(app.Cartella, altra.Cartella);
            Assert.Same(orologio, app.Services.GetRequiredService<TimeProvider>());
        }

        Assert.False(Directory.Exists(cartella));
    }

    [Fact]
    public async Task Chi_accede_dalla_pagina_di_sviluppo_trova_la_prima_pagina_interattiva_e_gli_appunti()
    {
        await using var app = await TestApp.Avvia();
        await using var pagina = await browser.NuovaPagina(app.Indirizzo);

        await pagina.Page.AccediDaCapo("rup.tivoli");
        await pagina.Page.EvaluateAsync("() => navigator.clipboard.writeText('B61107E182')");

        Assert.Equal("B61107E182", await pagina.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.Equal("/", new Uri(pagina.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Una_persona_che_non_c_e_e_detta_con_quelle_che_ci_sono()
    {
        await using var app = await TestApp.Avvia();
        await using var pagina = await browser.NuovaPagina(app.Indirizzo);

        var errore = await Assert.ThrowsAsync<InvalidOperationException>(() => pagina.Page.Accedi("nessuno.altrove"));

        Assert.Contains("nessuno.altrove", errore.Message, StringComparison.Ordinal);
        Assert.Contains("rup.tivoli", errore.Message, StringComparison.Ordinal);
    }
}
