using CigHub.Tests.Support;

namespace CigHub.Tests.Browser;

[Collection(BrowserChains.First)]
public sealed class WaitsTests(BrowserFixture browser)
{
    [Fact]
    public async Task La_pagina_e_interattiva_solo_quando_la_radice_lo_dice()
    {
        await using var testPage = await browser.NewPage();
        await testPage.Page.SetContentAsync("<!DOCTYPE html><title>Prova</title><div id='app-root' data-interattivo='false'></div>");

        testPage.Page.SetDefaultTimeout(300);
        await Assert.ThrowsAsync<TimeoutException>(() => testPage.Page.WaitUntilInteractive());

        await testPage.Page.EvaluateAsync("() => { document.getElementById('app-root').dataset.interattivo = 'true' }");
        await testPage.Page.WaitUntilInteractive();
    }

    [Fact]
    public async Task Si_guarda_la_pagina_quando_le_animazioni_sono_finite_e_quelle_infinite_non_si_aspettano()
    {
        await using var testPage = await browser.NewPage();
        await testPage.Page.SetContentAsync(
            """
            <!DOCTYPE html><title>Prova</title>
            <style>
              @keyframes sfuma { from { opacity: 0 } to { opacity: 1 } }
              #finita { animation: sfuma 0.5s }
              #infinita { animation: sfuma 0.1s infinite }
            </style>
            <p id="finita">a</p><p id="infinita">b</p>
            """);

        await testPage.Page.WaitUntilStill();

        Assert.Equal("1", await testPage.Page.EvaluateAsync<string>("() => getComputedStyle(document.getElementById('finita')).opacity"));
    }
}
