using AngleSharp.Dom;
using Bunit;
using CigHub.Domain.Persone;
using CigHub.Tests.Components;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;

namespace CigHub.Tests.Features.Persone;

/// <summary>Checks that the page of a person shows a role recorded late, and an Auditor with a second role.</summary>
public sealed class RuoliSulloSchermoTests : ComponentTest
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);

    private static readonly Guid Tivoli = Guid.CreateVersion7();

    private static readonly Nomina ConAtto = new(new AttoDiNomina(TipoAttoDiNomina.Decreto, "12", new DateOnly(2026, 10, 1), "Sindaco"));

    [Theory]
    [InlineData("2026-11-01", "2026-11-24", "registrato il 24/11/2026")]
    [InlineData("2026-11-24", "2026-11-24", "")]
    [InlineData("2026-12-01", "2026-11-24", "")]
    [InlineData("2026-11-01", null, "")]
    public void Registrato_il_si_legge_solo_dove_il_ruolo_era_gia_cominciato(string dal, string? registrato, string letto)
    {
        var resa = Contesto.Render<RegistratoIl>(p => p
            .Add(c => c.Dal, DateOnly.Parse(dal, null)).Add(c => c.Registrato, registrato is null ? null : DateOnly.Parse(registrato, null)));
        Assert.Equal(letto, Words(resa.Nodes.Select(n => n.TextContent)));
    }

    [Fact]
    public void L_Auditor_con_un_altro_ruolo_si_vede_con_l_atto_e_il_motivo()
    {
        var avviso = Words(Avviso(Sua(Ruolo.Auditor, Tivoli, motivo: "RPCT dell'Ente"), Sua(Ruolo.Responsabile, Tivoli)));
        Assert.StartsWith(
            "È Auditor, e nello stesso Ente ha un altro ruolo: Dirigente / Responsabile del servizio (Comune di Tivoli).", avviso, StringComparison.Ordinal);
        Assert.EndsWith("Auditor: Decreto n. 12 del 01/10/2026, Sindaco. Motivo: «RPCT dell'Ente».", avviso, StringComparison.Ordinal);
    }

    [Fact]
    public void Dei_ruoli_di_prima_si_dice_che_atto_e_motivo_non_risultano() => Assert.Contains(
        "L'atto e il motivo non risultano", Words(Avviso(Sua(Ruolo.Auditor, null), Sua(Ruolo.Istruttore, Tivoli))), StringComparison.Ordinal);

    [Fact]
    public void In_Enti_diversi_o_quando_un_ruolo_e_finito_o_non_e_cominciato_non_c_e_nulla_da_dire()
    {
        Assert.Empty(Avviso(Sua(Ruolo.Auditor, Tivoli), Sua(Ruolo.Rup, Guid.CreateVersion7())));
        Assert.Empty(Avviso(Sua(Ruolo.Auditor, Tivoli), Sua(Ruolo.Rup, Tivoli) with { Fino = Oggi }));
        Assert.Empty(Avviso(Sua(Ruolo.Auditor, Tivoli), Sua(Ruolo.Rup, Tivoli) with { Dal = Oggi.AddDays(1) }));
        Assert.Empty(Avviso(Sua(Ruolo.Responsabile, Tivoli), Sua(Ruolo.Rup, Tivoli)));
    }

    private static RuoloDellaPersona Sua(Ruolo ruolo, Guid? ente, string? motivo = null) => new(
        Guid.CreateVersion7(), ruolo, ente, "Comune di Tivoli", Oggi.AddYears(-1), null, motivo is null ? Nomina.Nessuna : ConAtto, null, motivo);

    private static string Words(IEnumerable<string> testi) =>
        string.Join(' ', string.Join(' ', testi).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private List<string> Avviso(params RuoloDellaPersona[] ruoli) =>
        [.. Contesto.Render<AvvisoAuditor>(p => p.Add(c => c.Ruoli, ruoli).Add(c => c.Today, Oggi)).FindAll("p").Select(p => p.TextContent)];
}
