using CigHub.Tests.Support;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace CigHub.Tests.Browser;

[Collection(BrowserChains.Second)]
public sealed class AxeTests(BrowserFixture browser)
{
    private const string Pulita =
        """
        <!DOCTYPE html><html lang="it"><head><title>Prova</title></head>
        <body><main><h1>Prova</h1><p>Testo leggibile.</p><button>Continua</button></main></body></html>
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Una_pagina_accessibile_passa(ColorScheme tema)
    {
        await using var testPage = await browser.NewPage(tema: tema);
        await testPage.Page.SetContentAsync(Pulita);

        await Axe.Check(testPage.Page);
    }

    [Theory]
    [InlineData("color-contrast", "<p id='male' style='color:#aaa;background:#fff'>Si legge a stento</p>")]
    [InlineData("button-name", "<button id='male'></button>")]
    [InlineData(
        "target-size",
        "<div style='line-height:10px'><a id='male' href='#a' style='display:inline-block;width:9px;height:9px'>a</a>"
        + "<a href='#b' style='display:inline-block;width:9px;height:9px'>b</a></div>")]
    [InlineData("heading-order", "<h4 id='male'>Un titolo che salta due livelli</h4>")]
    public async Task Una_violazione_e_nominata_con_la_regola_il_posto_e_l_html(string regola, string html)
    {
        await using var testPage = await browser.NewPage();
        await testPage.Page.SetContentAsync(Pulita.Replace("</main>", html + "</main>", StringComparison.Ordinal));

        var errore = await Assert.ThrowsAsync<XunitException>(() => Axe.Check(testPage.Page));

        Assert.Contains($"{regola} [", errore.Message, StringComparison.Ordinal);
        Assert.Contains("#male", errore.Message, StringComparison.Ordinal);
        Assert.Contains("<", errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Una_regola_esclusa_con_un_motivo_non_conta()
    {
        await using var testPage = await browser.NewPage();
        await testPage.Page.SetContentAsync(Pulita.Replace("</main>", "<h4>Un titolo che salta due livelli</h4></main>", StringComparison.Ordinal));

        await Axe.Check(testPage.Page, new AxeException("heading-order", "è quella che questa prova viola"));
    }
}
