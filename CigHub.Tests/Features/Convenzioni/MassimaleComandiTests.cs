using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Convenzioni;

/// <summary>
/// The tests that the two commands on a Lotto's totals share: wrong input is refused, and a user who is editing the Lotto is not disturbed.
/// </summary>
public abstract class MassimaleContract<TCommand> : CommandContract<TCommand>
    where TCommand : ICommand
{
    private protected abstract TCommand Comando(Guid lotto, AttoSulLottoForm modulo);

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Banco.LottoCreato();
        foreach (var attore in new[] { Banco.Rup, Banco.Auditor, Banco.Come("responsabile") })
        {
            await Banco.Rifiuta("accesso.negato", Comando(id, SampleCatalogo.Atto("1")), attore);
        }

        Assert.Equal(1, await Banco.Legge(db => db.Movimenti.CountAsync(m => m.LottoId == id)));
    }

    [Fact]
    public async Task Chi_ha_aperto_il_Lotto_lo_salva_anche_dopo()
    {
        var id = await Banco.LottoCreato();
        var aperto = LottoForm.Di(await Banco.Lotto(id));
        await Banco.Riesce(Comando(id, SampleCatalogo.Atto("1")), Banco.Amministratore());
        Assert.Equal(0, (await Banco.Lotto(id)).Version);
        await Banco.Riesce(new SalvaLotto(id, Guid.CreateVersion7(), aperto, 0), Banco.Amministratore());
        await Banco.Riesce(Comando(id, SampleCatalogo.Atto("1")), Banco.Amministratore());
        Assert.Equal(3, await Banco.Legge(db => db.Movimenti.CountAsync(m => m.LottoId == id)));
    }

    [Theory]
    [InlineData(nameof(AttoSulLottoForm.Importo), "100,123", "importo.decimali")]
    [InlineData(nameof(AttoSulLottoForm.Importo), "cento", "importo.formato")]
    [InlineData(nameof(AttoSulLottoForm.Importo), "", "importo.mancante")]
    [InlineData(nameof(AttoSulLottoForm.Importo), "9999999999999", "importo.troppo-grande")]
    [InlineData(nameof(AttoSulLottoForm.Data), "25/11/2026", "atto.data-futura")]
    [InlineData(nameof(AttoSulLottoForm.Data), "novembre", "data.formato")]
    [InlineData(nameof(AttoSulLottoForm.Descrizione), "", "modulo.mancante")]
    [InlineData(nameof(AttoSulLottoForm.Protocollo), "", "modulo.mancante")]
    public async Task Un_valore_sbagliato_e_detto_al_suo_campo(string campo, string testo, string codice)
    {
        var id = await Banco.LottoCreato();
        var modulo = SampleCatalogo.Atto("1");
        typeof(AttoSulLottoForm).GetProperty(campo)!.SetValue(modulo, testo);
        Assert.Equal(campo, (await Banco.Rifiuta(codice, Comando(id, modulo), Banco.Amministratore())).Field);
        Assert.Equal(1, await Banco.Legge(db => db.Movimenti.CountAsync(m => m.LottoId == id)));
    }

    [Fact]
    public Task Un_Lotto_che_non_esiste_non_si_trova() =>
        Banco.Rifiuta("dati.non-trovato", Comando(Guid.CreateVersion7(), SampleCatalogo.Atto("1")), Banco.Amministratore());
}

public sealed class VariaMassimaleTests : MassimaleContract<VariaMassimale>
{
    private protected override VariaMassimale Comando(Guid lotto, AttoSulLottoForm modulo) => new(lotto, modulo);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.LottoCreato();
        await Banco.Riesce(Comando(id, SampleCatalogo.Atto("150.000,00")), Banco.Amministratore());
        Assert.Equal(new AnteprimaMassimale(Importo.DaEuro(1_190_000), Importo.DaEuro(10_000)), AnteprimaMassimale.Di(await Banco.Capienza(id), "40000"));
        await Banco.Riesce(Comando(id, SampleCatalogo.Atto("50000")), Banco.Amministratore());
        var capienza = await Banco.Capienza(id);
        Assert.Equal((Importo.DaEuro(1_200_000), Importo.Zero), (capienza.Massimale, capienza.EstensionePossibile()));
        var scheda = (await Banco.Lettore.Leggi<DettaglioLotto, LottoDetails>(Banco.Rup, q => q.Esegui(id))).Value;
        Assert.Equal((TipoMovimento.Variazione, new DateOnly(2026, 11, 20), "2026/9876"),
            (scheda.Movimenti[0].Tipo, scheda.Movimenti[0].DataAtto!.Value, scheda.Movimenti[0].Protocollo));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var senza = SampleCatalogo.Convenzione();
        senza.QuintoPrevisto = "";
        var senzaQuinto = await Banco.LottoCreato(senza);
        await Banco.Rifiuta("capienza.quinto-non-previsto", Comando(senzaQuinto, SampleCatalogo.Atto("1")), Banco.Amministratore());
        await Banco.Riesce(Comando(senzaQuinto, SampleCatalogo.Atto("-1")), Banco.Amministratore());

        var id = await Banco.LottoCreato(modulo: SampleCatalogo.Lotto(2));
        var errore = await Banco.Rifiuta("capienza.oltre-il-quinto", Comando(id, SampleCatalogo.Atto("200.000,01")), Banco.Amministratore());
        Assert.Equal(nameof(AttoSulLottoForm.Importo), errore.Field);
        Assert.Contains("200.000,00", errore.Message, StringComparison.Ordinal);
        await Banco.Rifiuta("capienza.variazione", Comando(id, SampleCatalogo.Atto("0")), Banco.Amministratore());
        await Banco.Rifiuta("capienza.variazione", Comando(id, SampleCatalogo.Atto("-1.000.000,00")), Banco.Amministratore());
        Assert.Equal(Importo.DaEuro(1_000_000), (await Banco.Capienza(id)).Massimale);
    }

    [Fact]
    public async Task Un_estensione_non_disturba_chi_riserva_e_viceversa()
    {
        var lotto = Banco.Catalogo.Lotti[0];
        var affidamento = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var version = await Banco.Version(affidamento);
        var esiti = await Task.WhenAll(
            Banco.Esegui(new RegistraAltreAdesioni(lotto.Id, SampleCatalogo.Atto("10")), Banco.Amministratore()),
            Banco.Esegui(new AvviaRichiestaCig(affidamento, version, DichiarazioneConflitto.VersioneTesto)),
            Banco.Esegui(new VariaMassimale(lotto.Id, SampleCatalogo.Atto("-10")), Banco.Amministratore()));
        Assert.All(esiti, e => Assert.True(e.IsSuccess));
        var capienza = await Banco.Capienza(lotto.Id);
        Assert.Equal(
            (Importo.DaEuro(4_499_990), Importo.DaEuro(820_010), Importo.DaEuro(1000)),
            (capienza.Massimale, capienza.AltreAdesioni, capienza.Riservato));
    }
}

public sealed class RegistraAltreAdesioniTests : MassimaleContract<RegistraAltreAdesioni>
{
    private protected override RegistraAltreAdesioni Comando(Guid lotto, AttoSulLottoForm modulo) => new(lotto, modulo);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.LottoCreato();
        await Banco.Riesce(Comando(id, SampleCatalogo.Atto("1.200.000,00")), Banco.Amministratore());
        var capienza = await Banco.Capienza(id);
        Assert.Equal((Importo.DaEuro(1_200_000), true, new DateOnly(2026, 11, 20)),
            (capienza.AltreAdesioni, capienza.SforamentoDaRegolarizzare, DateOnly.FromDateTime(capienza.AltreAdesioniAl!.Value)));
        await Banco.Riesce(Comando(id, SampleCatalogo.Atto("-700.000,00")), Banco.Amministratore());
        Assert.False((await Banco.Capienza(id)).SforamentoDaRegolarizzare);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Banco.LottoCreato();
        Assert.Equal(nameof(AttoSulLottoForm.Importo),
            (await Banco.Rifiuta("capienza.altre-adesioni", Comando(id, SampleCatalogo.Atto("-1")), Banco.Amministratore())).Field);
        await Banco.Rifiuta("capienza.altre-adesioni", Comando(id, SampleCatalogo.Atto("0")), Banco.Amministratore());
    }
}
