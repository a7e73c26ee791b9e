using Bunit;
using CigHub.Web.Components.Display;

namespace CigHub.Tests.Components;

public sealed class CopyButtonTests : ComponentTest
{
    private readonly BunitJSModuleInterop _modulo;
    private int _copiati;

    public CopyButtonTests()
    {
        _modulo = Contesto.JSInterop.SetupModule("./js/copia.js");
        _modulo.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Il_nome_del_bottone_dice_che_cosa_copia_e_il_testo_e_pronto_nel_browser()
    {
        var resa = Disegna("A0B1C2D3E4");
        Assert.Equal("Copia negli appunti: CIG Padre", resa.Find("button").TextContent.Trim());
        Assert.Equal("A0B1C2D3E4", resa.Find("button").GetAttribute("data-testo"));
        Assert.Single(_modulo.Invocations["collega"]);
    }

    [Fact]
    public async Task Quando_il_browser_ha_copiato_lo_dice_e_avvisa_la_pagina()
    {
        var resa = Disegna("A0B1C2D3E4");
        Assert.Equal("", Esito(resa));
        await resa.InvokeAsync(() => resa.Instance.EsitoCopia(true));
        Assert.Equal("Copiato", Esito(resa));
        Assert.Equal("status", resa.Find(".copia-esito").GetAttribute("role"));
        Assert.Equal(1, _copiati);
    }

    [Fact]
    public async Task Una_seconda_copia_si_sente()
    {
        var resa = Disegna("A0B1C2D3E4");
        await resa.InvokeAsync(() => resa.Instance.EsitoCopia(true));
        await resa.InvokeAsync(() => resa.Instance.EsitoCopia(true));
        Assert.Equal("Copiato 2 volte", Esito(resa));
    }

    [Fact]
    public async Task Una_copia_non_riuscita_dice_come_fare_e_non_conta()
    {
        var resa = Disegna("A0B1C2D3E4");
        await resa.InvokeAsync(() => resa.Instance.EsitoCopia(false));
        Assert.Contains("Ctrl+C", Esito(resa), StringComparison.Ordinal);
        Assert.Equal(0, _copiati);
    }

    [Fact]
    public async Task Un_altro_testo_non_e_ancora_copiato()
    {
        var resa = Disegna("A0B1C2D3E4");
        await resa.InvokeAsync(() => resa.Instance.EsitoCopia(true));
        resa.Render(p => p.Add(c => c.Text, "1234,50"));
        Assert.Equal("", Esito(resa));
        Assert.Equal("1234,50", resa.Find("button").GetAttribute("data-testo"));
    }

    private static string Esito(IRenderedComponent<CopyButton> resa) => resa.Find(".copia-esito").TextContent.Trim();

    private IRenderedComponent<CopyButton> Disegna(string testo) => Contesto.Render<CopyButton>(p => p
        .Add(c => c.Text, testo)
        .Add(c => c.Label, "CIG Padre")
        .Add(c => c.OnCopied, () => _copiati++));
}
