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
/// The base class of the tests of the two commands on a Lotto's totals. Wrong input must be refused, and a user who is editing the Lotto
/// must not lose the edit by such a command.
/// </summary>
public abstract class MassimaleContract<TCommand> : CommandContract<TCommand>
    where TCommand : ICommand
{
    private protected abstract TCommand Comando(Guid lotto, AttoSulLottoForm form);

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.LottoCreato();
        foreach (var actor in new[] { Bench.Rup, Bench.Auditor, Bench.ActorOf("responsabile") })
        {
            await Bench.Refuses("accesso.negato", Comando(id, SampleCatalogo.Atto("1")), actor);
        }

        Assert.Equal(1, await Bench.Query(db => db.Movimenti.CountAsync(m => m.LottoId == id)));
    }

    [Fact]
    public async Task Chi_ha_aperto_il_Lotto_lo_salva_anche_dopo()
    {
        var id = await Bench.LottoCreato();
        var aperto = LottoForm.Of(await Bench.Lotto(id));
        await Bench.Succeeds(Comando(id, SampleCatalogo.Atto("1")), Bench.Amministratore());
        Assert.Equal(0, (await Bench.Lotto(id)).Version);
        await Bench.Succeeds(new SalvaLotto(id, Guid.CreateVersion7(), aperto, 0), Bench.Amministratore());
        await Bench.Succeeds(Comando(id, SampleCatalogo.Atto("1")), Bench.Amministratore());
        Assert.Equal(3, await Bench.Query(db => db.Movimenti.CountAsync(m => m.LottoId == id)));
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
        var id = await Bench.LottoCreato();
        var form = SampleCatalogo.Atto("1");
        typeof(AttoSulLottoForm).GetProperty(campo)!.SetValue(form, testo);
        Assert.Equal(campo, (await Bench.Refuses(codice, Comando(id, form), Bench.Amministratore())).Field);
        Assert.Equal(1, await Bench.Query(db => db.Movimenti.CountAsync(m => m.LottoId == id)));
    }

    [Fact]
    public Task Un_Lotto_che_non_esiste_non_si_trova() =>
        Bench.Refuses("dati.non-trovato", Comando(Guid.CreateVersion7(), SampleCatalogo.Atto("1")), Bench.Amministratore());
}

public sealed class VariaMassimaleTests : MassimaleContract<VariaMassimale>
{
    private protected override VariaMassimale Comando(Guid lotto, AttoSulLottoForm form) => new(lotto, form);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.LottoCreato();
        await Bench.Succeeds(Comando(id, SampleCatalogo.Atto("150.000,00")), Bench.Amministratore());
        Assert.Equal(new AnteprimaMassimale(Importo.DaEuro(1_190_000), Importo.DaEuro(10_000)), AnteprimaMassimale.Of(await Bench.Capienza(id), "40000"));
        await Bench.Succeeds(Comando(id, SampleCatalogo.Atto("50000")), Bench.Amministratore());
        var capienza = await Bench.Capienza(id);
        Assert.Equal((Importo.DaEuro(1_200_000), Importo.Zero), (capienza.Massimale, capienza.EstensionePossibile()));
        var details = (await Bench.Reader.Read<DettaglioLotto, LottoDetails>(Bench.Rup, q => q.Run(id))).Value;
        Assert.Equal((TipoMovimento.Variazione, new DateOnly(2026, 11, 20), "2026/9876"),
            (details.Movimenti.Rows[0].Tipo, details.Movimenti.Rows[0].DataAtto!.Value, details.Movimenti.Rows[0].Protocollo));
        Assert.Equal((3, 3), (details.Movimenti.Rows.Count, details.Movimenti.Total));

        var newest = (await Bench.Reader.Read<DettaglioLotto, LottoDetails>(Bench.Rup, q => q.Run(id, 2))).Value.Movimenti;
        Assert.Equal(details.Movimenti.Rows.Take(2), newest.Rows);
        Assert.Equal(3, newest.Total);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var senza = SampleCatalogo.Convenzione();
        senza.QuintoPrevisto = "";
        var senzaQuinto = await Bench.LottoCreato(senza);
        await Bench.Refuses("capienza.quinto-non-previsto", Comando(senzaQuinto, SampleCatalogo.Atto("1")), Bench.Amministratore());
        await Bench.Succeeds(Comando(senzaQuinto, SampleCatalogo.Atto("-1")), Bench.Amministratore());

        var id = await Bench.LottoCreato(form: SampleCatalogo.Lotto(2));
        var errore = await Bench.Refuses("capienza.oltre-il-quinto", Comando(id, SampleCatalogo.Atto("200.000,01")), Bench.Amministratore());
        Assert.Equal(nameof(AttoSulLottoForm.Importo), errore.Field);
        Assert.Contains("200.000,00", errore.Message, StringComparison.Ordinal);
        await Bench.Refuses("capienza.variazione", Comando(id, SampleCatalogo.Atto("0")), Bench.Amministratore());
        await Bench.Refuses("capienza.variazione", Comando(id, SampleCatalogo.Atto("-1.000.000,00")), Bench.Amministratore());
        Assert.Equal(Importo.DaEuro(1_000_000), (await Bench.Capienza(id)).Massimale);
    }

    [Fact]
    public async Task Un_estensione_non_disturba_chi_riserva_e_viceversa()
    {
        var lotto = Bench.Catalogo.Lotti[0];
        var affidamento = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var version = await Bench.Version(affidamento);
        var esiti = await Task.WhenAll(
            Bench.Run(new RegistraAltreAdesioni(lotto.Id, SampleCatalogo.Atto("10")), Bench.Amministratore()),
            Bench.Run(new AvviaRichiestaCig(affidamento, version, DichiarazioneConflitto.VersioneTesto)),
            Bench.Run(new VariaMassimale(lotto.Id, SampleCatalogo.Atto("-10")), Bench.Amministratore()));
        Assert.All(esiti, e => Assert.True(e.IsSuccess));
        var capienza = await Bench.Capienza(lotto.Id);
        Assert.Equal(
            (Importo.DaEuro(4_499_990), Importo.DaEuro(820_010), Importo.DaEuro(1000)),
            (capienza.Massimale, capienza.AltreAdesioni, capienza.Riservato));
    }
}

public sealed class RegistraAltreAdesioniTests : MassimaleContract<RegistraAltreAdesioni>
{
    private protected override RegistraAltreAdesioni Comando(Guid lotto, AttoSulLottoForm form) => new(lotto, form);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.LottoCreato();
        await Bench.Succeeds(Comando(id, SampleCatalogo.Atto("1.200.000,00")), Bench.Amministratore());
        var capienza = await Bench.Capienza(id);
        Assert.Equal((Importo.DaEuro(1_200_000), true, new DateOnly(2026, 11, 20)),
            (capienza.AltreAdesioni, capienza.SforamentoDaRegolarizzare, DateOnly.FromDateTime(capienza.AltreAdesioniAl!.Value)));
        await Bench.Succeeds(Comando(id, SampleCatalogo.Atto("-700.000,00")), Bench.Amministratore());
        Assert.False((await Bench.Capienza(id)).SforamentoDaRegolarizzare);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.LottoCreato();
        Assert.Equal(nameof(AttoSulLottoForm.Importo),
            (await Bench.Refuses("capienza.altre-adesioni", Comando(id, SampleCatalogo.Atto("-1")), Bench.Amministratore())).Field);
        await Bench.Refuses("capienza.altre-adesioni", Comando(id, SampleCatalogo.Atto("0")), Bench.Amministratore());
    }
}
