using Bunit;
using CigHub.Domain.Common;
using CigHub.Web.Components.Display;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CigHub.Tests.Components;

public sealed class PagePartsTests : ComponentTest
{
    [Theory]
    [InlineData(Color.Success, "stato-success")]
    [InlineData(Color.Warning, "stato-warning")]
    [InlineData(Color.Error, "stato-error")]
    [InlineData(Color.Primary, "stato-info")]
    [InlineData(Color.Default, "stato-default")]
    public void Uno_stato_e_una_parola_e_un_disegno_il_colore_li_ripete(Color colore, string classe)
    {
        var resa = Contesto.Render<StateChip>(
            p => p.Add(c => c.Text, "CIG acquisito").Add(c => c.Icon, Icons.Material.Outlined.TaskAlt).Add(c => c.Color, colore));
        var stato = resa.Find(".stato");
        Assert.Equal("CIG acquisito", stato.TextContent.Trim());
        Assert.Equal("true", resa.Find("svg").GetAttribute("aria-hidden"));
        Assert.Contains(classe, stato.ClassList);
    }

    [Theory]
    [InlineData(Size.Small)]
    [InlineData(Size.Medium)]
    [InlineData(Size.Large)]
    public void An_icon_is_drawn_as_the_library_draws_it_without_its_component(Size size)
    {
        var theirs = Contesto.Render<MudIcon>(p => p.Add(c => c.Icon, Icons.Material.Outlined.OpenInNew).Add(c => c.Size, size));
        theirs.MarkupMatches(IconMarkup.Of(Icons.Material.Outlined.OpenInNew, size).Value);
    }

    [Fact]
    public void Il_titolo_e_l_h1_che_prende_il_fuoco_e_il_titolo_della_finestra()
    {
        var resa = Contesto.Render<PageHeading>(p => p.Add(c => c.Title, "Affidamenti").Add(c => c.Actions, "<a href=\"/\">Nuovo</a>"));
        Assert.Equal("Affidamenti", resa.Find("h1").TextContent);
        Assert.Equal("-1", resa.Find("h1").GetAttribute("tabindex"));
        Assert.Equal("Nuovo", resa.Find(".titolo-azioni").TextContent.Trim());
        Assert.Empty(resa.FindAll(".sottotitolo"));
        Assert.Equal("Affidamenti – CigHub", Contesto.Render(resa.FindComponent<PageTitle>().Instance.ChildContent!).Markup);
    }

    [Fact]
    public void Dove_non_c_e_nulla_si_dice_che_cosa_fare()
    {
        var resa = Contesto.Render<EmptyState>(p => p
            .Add(c => c.Icon, Icons.Material.Outlined.Inbox).Add(c => c.Text, "Nessun affidamento.").Add(c => c.Action, "Scegli un Lotto")
            .Add(c => c.Href, "/convenzioni"));
        Assert.Equal("Nessun affidamento.", resa.Find("p").TextContent);
        Assert.Equal("Scegli un Lotto", resa.Find("a[href='/convenzioni']").TextContent.Trim());
    }

    [Fact]
    public void Senza_una_prossima_azione_non_c_e_un_comando_vuoto() =>
        Assert.Empty(Contesto.Render<EmptyState>(p => p.Add(c => c.Icon, "").Add(c => c.Text, "Nulla.").Add(c => c.Action, "Fai")).FindAll("a, button"));

    [Fact]
    public void Tabs_are_links_of_which_the_present_one_says_so_and_none_stands_for_what_is_not_offered()
    {
        var resa = Contesto.Render<TabLinks>(p => p.Add(c => c.Label, "Viste").Add(
            c => c.Tabs, [new("/a", "Una", IsCurrent: true), null, new("/b", "Altra", Count: 1234)]));
        Assert.Equal("Viste", resa.Find("nav").GetAttribute("aria-label"));
        Assert.Equal(["Una", "Altra (1.234)"], resa.FindAll("a").Select(a => a.TextContent));
        Assert.Equal("/a", resa.Find("a[aria-current=page]").GetAttribute("href"));
        Assert.Equal("1234", resa.Find("a[data-conta]").GetAttribute("data-conta"));
    }

    [Fact]
    public void L_attesa_e_annunciata_una_volta_e_i_segnaposto_no()
    {
        var resa = Contesto.Render<Loading>(p => p.Add(c => c.Rows, 3));
        Assert.Equal("Caricamento in corso…", resa.Find("[role=status]").TextContent);
        Assert.Equal(3, resa.FindAll(".caricamento-riga[aria-hidden=true]").Count);
    }

    [Fact]
    public void Senza_errori_non_c_e_avviso() =>
        Assert.Equal("", Contesto.Render<ErrorNotice>(p => p.Add(c => c.Errors, [])).Markup.Trim());

    [Fact]
    public void Un_rifiuto_e_annunciato_con_la_frase_del_dominio()
    {
        var resa = Contesto.Render<ErrorNotice>(p => p.Add(c => c.Errors, [new Error("a.b", "Scrivi il CUP.")]));
        Assert.Equal("Scrivi il CUP.", resa.Find("[role=alert] p").TextContent);
    }

    [Fact]
    public void Piu_rifiuti_sono_contati_ed_elencati()
    {
        var resa = Contesto.Render<ErrorNotice>(p => p.Add(c => c.Errors, [new Error("a.b", "Scrivi il CUP."), new Error("a.c", "Scegli il CPV.")]));
        Assert.StartsWith("2 cose", resa.Find("[role=alert] p").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Scrivi il CUP.", "Scegli il CPV."], resa.FindAll("[role=alert] li").Select(l => l.TextContent));
    }

    [Theory]
    [InlineData(1, 3, "2")]
    [InlineData(2, 3, "1 3")]
    [InlineData(3, 3, "2")]
    [InlineData(1, 1, "")]
    public void Da_una_pagina_si_va_alla_precedente_e_alla_successiva_se_ci_sono(int attuale, int totale, string mete)
    {
        var resa = Contesto.Render<Pager>(p => p.Add(c => c.Current, attuale).Add(c => c.Total, totale).Add(c => c.Address, n => $"/e?pagina={n}"));
        Assert.Equal(mete, string.Join(' ', resa.FindAll("a").Select(a => a.GetAttribute("href")!.Split('=')[1])));
    }
}
