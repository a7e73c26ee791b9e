using Bunit;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Components;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;

namespace CigHub.Tests.Features.Spesa;

/// <summary>
/// Draws the row of a Lotto for each outcome of a forecast, from data of which the outcome is known by construction: a hundred euro every day of
/// the last year, and 20 000 euro left, which last 200 days.
/// </summary>
public sealed class EsitiInPaginaTests : ComponentTest
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);

    private static readonly AndamentoLotto Regolare = new(
        Importo.DaEuro(100_000), Importo.DaEuro(20_000), Importo.Zero, new(2025, 1, 1), new(2027, 12, 31),
        [.. Enumerable.Range(0, 365).Select(n => new ImportoNelTempo(Oggi.AddDays(-n), Importo.DaEuro(100)))],
        [new(Oggi.AddDays(-10), Importo.Zero)], SoglieSpesa.Predefinite);

    /// <summary>The outcome, its word, the date in bold, the date in plain letters, and the data.</summary>
    public static TheoryData<EsitoPrevisione, string, string?, string?, AndamentoLotto> Esiti => new()
    {
        { EsitoPrevisione.OltreIlMassimale, "Oltre il massimale", null, null, Regolare with { Residuo = Importo.DaCentesimi(-1) } },
        { EsitoPrevisione.DomandaSuperiore, "Domanda superiore al residuo", "12/06/2027", null, Regolare with { InAttesa = Importo.DaEuro(20_001) } },
        { EsitoPrevisione.InEsaurimento, "In esaurimento", "18/12/2026", null, Regolare with { Residuo = Importo.DaEuro(2_400) } },
        { EsitoPrevisione.EsaurimentoAnticipato, "Esaurimento anticipato", "12/06/2027", null, Regolare },
        { EsitoPrevisione.DatoNonAggiornato, "Dato non aggiornato", null, "12/06/2027", Regolare with { Comunicazioni = [] } },
        { EsitoPrevisione.DatiInsufficienti, "Dati insufficienti", null, null, Regolare with { Adesioni = [.. Regolare.Adesioni.Take(2)] } },
        { EsitoPrevisione.CapienzaSufficiente, "Capienza sufficiente", "12/06/2027", null, Regolare with { AdesioniAl = new(2027, 6, 12) } },
        { EsitoPrevisione.AdesioniConcluse, "Adesioni concluse", null, null, Regolare with { AdesioniAl = Oggi.AddDays(-1) } },
    };

    [Fact]
    public void Ogni_esito_e_tra_quelli_disegnati() =>
        Assert.Equal(Enum.GetValues<EsitoPrevisione>(), Esiti.Select(e => (EsitoPrevisione)e[0]));

    [Theory]
    [MemberData(nameof(Esiti))]
    public void Ogni_esito_si_legge_con_la_sua_data(EsitoPrevisione esito, string parola, string? grassetto, string? semplice, AndamentoLotto andamento)
    {
        var previsione = PrevisioneLotto.Calcola(andamento, Oggi);
        Assert.Equal(esito, previsione.Esito);
        var cella = Cella(previsione, andamento);
        Assert.Equal(parola, Shown(cella.QuerySelector(".stato")!));
        Assert.Equal(grassetto, cella.QuerySelector("strong")?.TextContent);
        var testo = Shown(cella);
        Assert.Equal((grassetto ?? semplice) is not null, testo.Contains((grassetto ?? semplice) ?? "/20", StringComparison.Ordinal));

        // A date never stands without what it was computed from.
        Assert.Contains("media mensile ", testo, StringComparison.Ordinal);
        Assert.StartsWith("Media mensile delle adesioni ", cella.QuerySelector("[title]")!.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void Con_una_media_a_zero_si_dice_che_non_si_esaurisce()
    {
        // Three adhesions whose corrections take back all of them.
        ImportoNelTempo[] pari = [new(Oggi, Importo.DaEuro(100)), new(Oggi, Importo.DaEuro(-60)), new(Oggi, Importo.DaEuro(-40))];
        var andamento = Regolare with { Adesioni = pari };
        Assert.Equal("con questa media non si esaurisce", Cella(PrevisioneLotto.Calcola(andamento, Oggi), andamento).QuerySelector("strong")!.TextContent);
    }

    [Fact]
    public void Un_adesione_fuori_dalla_media_e_nominata_a_chi_la_puo_vedere_e_contata_agli_altri()
    {
        var grande = new ImportoNelTempo(new(2026, 10, 5), Importo.DaEuro(20_000.01m));
        var p = PrevisioneLotto.Calcola(Regolare with { Adesioni = [.. Regolare.Adesioni, grande] }, Oggi);
        Assert.EndsWith("Fuori dalla media: 20.000,01\u00A0€ del 05/10/2026.", p.Explained(), StringComparison.Ordinal);
        Assert.EndsWith("1 adesione sopra il 20 % del massimale è fuori dalla media.", p.SenzaDettaglio().Explained(), StringComparison.Ordinal);
        Assert.Equal("12/06/2027", p.Expected());
    }

    private AngleSharp.Dom.IElement Cella(PrevisioneLotto previsione, AndamentoLotto a) => Contesto.Render<RigaLotto>(p => p
        .Add(r => r.Lotto, new LottoSpesa(
            Guid.CreateVersion7(), Guid.CreateVersion7(), 1, "Pulizia", 1, new TerminiMassimale(a.Massimale, a.Massimale - a.Residuo, default, default),
            default, default, null, a.AdesioniDal, a.AdesioniAl, a.Soglie, previsione, default, default))
        .Add(r => r.Filter, new SpesaFilter())
        .Add(r => r.ChildContent, "")).Find("td[data-nome='Esaurimento previsto']");
}
