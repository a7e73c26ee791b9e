using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Relazione;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Checks what only the report of one Ente has, its amounts with IVA, and what a forecast tells to who sees one Ente.</summary>
public sealed class IvaDellEnteTests : WithBench
{
    private static readonly DateOnly _giorno = new(2026, 11, 24);

    private Actor DiTivoli => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    [Fact]
    public async Task La_relazione_di_un_Ente_divide_il_suo_aderito_per_aliquota_e_resta_quella_del_giorno()
    {
        var normale = await Bench.Aderito("1.000,00");
        var esente = await Bench.Aderito("300,00");
        var senza = await Bench.Aderito("50,00");
        await Bench.Aderito("700,00", rup: "rup.velletri");
        await Scrive(normale, "10", null);
        await Scrive(esente, "", nameof(RegimeIva.Esente));
        var relazione = await Relazione(DiTivoli);
        Assert.Equal(
            [("10\u00A0%", "1.000,00", "1.100,00"), ("Esente o non imponibile", "300,00", "300,00"), ("Aliquota non indicata", "50,00", null)],
            relazione.ConIva!.Righe.Select(r => (r.Nome, $"{r.Imponibile}", r.Lordo?.ToString())));

        // The same amount, without IVA, is the row of the Ente.
        var suo = Assert.Single(Assert.Single(relazione.Convenzioni).PerEnte, r => r.Nome == "Comune di Tivoli");
        Assert.Equal(suo.Termini.Aderito, relazione.ConIva.Imponibile);
        Assert.Equal([senza], relazione.SenzaAliquota.Select(a => a.Id));
        Assert.Equal(
            [
                ["Comune di Tivoli, al lordo dell'IVA", null, "Affidamenti", "Imponibile", "Imposta", "Lordo"],
                ["10\u00A0%", null, 1, Importo.DaEuro(1000), Importo.DaEuro(100), Importo.DaEuro(1100)],
                ["Esente o non imponibile", null, 1, Importo.DaEuro(300), Importo.Zero, Importo.DaEuro(300)],
                ["Aliquota non indicata", null, 1, Importo.DaEuro(50), "non nota", "non noto"],
                ["Totale con IVA nota", null, 2, Importo.DaEuro(1300), Importo.DaEuro(100), Importo.DaEuro(1400)],
                ["Totale", null, 3, Importo.DaEuro(1350), "non nota", "non noto"],
            ],
            relazione.FoglioConIva());
        Assert.Empty((await Relazione(Bench.Responsabile())).FoglioConIva());
        Assert.Null((await Relazione(Bench.Responsabile())).ConIva);
        Assert.Null((await Relazione(Bench.Amministratore())).ConIva);

        // The report of that day stays, whatever is written later, twice.
        Bench.Clock.Advance(TimeSpan.FromDays(2));
        await Scrive(normale, "22", null);
        await Scrive(normale, "22", nameof(RegimeIva.InversioneContabile));
        await Bench.Aderito("80,00");
        Assert.Equal(relazione.ConIva.Righe, (await Relazione(DiTivoli)).ConIva!.Righe);
        Assert.Equal("1.220,00", (await Relazione(DiTivoli, _giorno.AddDays(2))).ConIva!.Righe[1].Lordo!.Value.ToString());
    }

    [Fact]
    public async Task Di_una_grande_adesione_chi_vede_un_Ente_sa_solo_che_c_e()
    {
        var massimale = (await Quadro(Bench.Responsabile())).Termini.Massimale;
        var grande = Importo.DaCentesimi(massimale.Centesimi / 4);
        await Bench.Aderito(grande.ToString());
        foreach (var (actor, nominate) in new[] { (Bench.Responsabile(), 1), (DiTivoli, 0), (Bench.Amministratore(), 0) })
        {
            var previsione = (await Quadro(actor)).Previsione;
            Assert.Equal((nominate, 1), (previsione.Escluse.Count, previsione.QuanteEscluse));
        }
    }

    private async Task<LottoSpesa> Quadro(Actor actor) => Assert.Single((await Bench.Reader.Read<QuadroSpesa, QuadroSpesaView>(
        actor, async q => await q.Run(new SpesaFilter { LottoId = Bench.Catalogo.Lotti[0].Id }, false), default)).Value.Convenzioni[0].Lotti);

    private async Task Scrive(Guid id, string aliquota, string? regime) => await Bench.Succeeds(
        new ModificaFascicolo(id, new FascicoloForm { AliquotaIva = aliquota, RegimeIva = regime }, await Bench.Version(id)));

    private async Task<RelazioneView> Relazione(Actor actor, DateOnly? al = null) =>
        (await Bench.Reader.Read<RelazioneSpesa, RelazioneView>(actor, async q => await q.Run(al ?? _giorno), default)).Value;
}
