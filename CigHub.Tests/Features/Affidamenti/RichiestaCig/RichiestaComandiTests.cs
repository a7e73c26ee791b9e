using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.RichiestaCig;

/// <summary>The base class of the tests of commands on the request of a CIG: the tests that all of them share.</summary>
public abstract class RichiestaContract<TCommand> : VersionedCommandContract<TCommand>
    where TCommand : ICommand
{
    private protected abstract StatoAffidamento Prima { get; }

    private protected abstract StatoAffidamento NonAmmesso { get; }

    private protected abstract TCommand Comando(Guid id, int version);

    private protected abstract Task HaFatto(Affidamento affidamento);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(Prima);
        await Bench.Succeeds(Comando(id, await Bench.Version(id)));
        await HaFatto(await Bench.ReadAgain(id));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(Prima);
        var version = await Bench.Version(id);
        await Bench.Refuses("accesso.negato", Comando(id, version), Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("accesso.negato", Comando(id, version), Bench.Rup with { RuoliToken = [Ruolo.Istruttore] });
        await Bench.Refuses("dati.non-trovato", Comando(id, version), Bench.RupOfAnotherEnte);
        await Bench.Refuses("affidamento.non-rup", Comando(id, version), Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
        Assert.Equal(3, await Bench.Query(db => db.Registro.CountAsync(e => e.Esito == "negato")));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(NonAmmesso);
        await Bench.Refuses("affidamento.stato", Comando(id, await Bench.Version(id)));
    }

    private protected override async Task<(TCommand Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(Prima);
        return (Comando(id, await Bench.Version(id)), Bench.Rup);
    }

    private protected Task<Capienza> CapienzaDelLotto(int lotto = 0)
    {
        var id = Bench.Catalogo.Lotti[lotto].Id;
        return Bench.Query(db => db.Capienze.SingleAsync(c => c.LottoId == id));
    }
}

public sealed class AvviaRichiestaCigTests : RichiestaContract<AvviaRichiestaCig>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.ProntoPerIlPortale;

    private protected override StatoAffidamento NonAmmesso => StatoAffidamento.InLavorazione;

    private protected override AvviaRichiestaCig Comando(Guid id, int version) => new(id, version, DichiarazioneConflitto.VersioneTesto);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.CigInRichiesta, affidamento.Stato);
        Assert.Equal(Importo.DaEuro(1000), (await CapienzaDelLotto()).Riservato);
    }

    [Fact]
    public async Task La_scheda_intera_entra_nel_registro()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var ricevuta = await Bench.Succeeds(new AvviaRichiestaCig(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto));
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
        Assert.Contains(Bench.Catalogo.Lotti[0].CigPadre.Valore, System.Text.Encoding.UTF8.GetString(evento.Byte), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatoAffidamento.CigInRichiesta)]
    [InlineData(StatoAffidamento.EsitoDaVerificare)]
    public async Task Cio_che_l_affidamento_ha_gia_riservato_non_gli_manca(StatoAffidamento stato)
    {
        var id = await Bench.Affidamento(stato, lotto: 2, importo: "15000,00");

        Assert.Equal(Importo.DaEuro(15_000), (await CapienzaDelLotto(2)).Riservato);
        Assert.DoesNotContain(ControlliAffidamento.Segnalazioni((await Bench.ReadAgain(id)).Bozza, await Bench.Context(id)),
            s => s.Codice == "capienza.insufficiente");
    }

    [Fact]
    public async Task Una_riserva_che_non_entra_e_rifiutata_e_dice_quanto_resta()
    {
        var prima = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "8000,00");
        var seconda = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "7000,01");
        await Bench.Succeeds(new AvviaRichiestaCig(prima, await Bench.Version(prima), DichiarazioneConflitto.VersioneTesto));

        var errore = await Bench.Refuses(
            "capienza.insufficiente", new AvviaRichiestaCig(seconda, await Bench.Version(seconda), DichiarazioneConflitto.VersioneTesto));
        Assert.Contains("7.000,00\u00A0€", errore.Message, StringComparison.Ordinal);
        Assert.Equal(Importo.DaEuro(8000), (await CapienzaDelLotto(2)).Riservato);
    }
}

public sealed class ConfermaRiletturaTests : RichiestaContract<ConfermaRilettura>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.CigInRichiesta;

    private protected override StatoAffidamento NonAmmesso => StatoAffidamento.ProntoPerIlPortale;

    private protected override ConfermaRilettura Comando(Guid id, int version) => new(id, version);

    private protected override Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(TestBench.Now.UtcDateTime, affidamento.RilettoIl);
        return Task.CompletedTask;
    }
}

public sealed class RegistraCigDerivatoTests : RichiestaContract<RegistraCigDerivato>
{
    private Guid _aggiudicazione;

    private protected override StatoAffidamento Prima => StatoAffidamento.CigInRichiesta;

    private protected override StatoAffidamento NonAmmesso => StatoAffidamento.CigAcquisito;

    private protected override RegistraCigDerivato Comando(Guid id, int version) => With(InventedCodes.Cig('B', 0x123456).Valore, id, version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.CigAcquisito, affidamento.Stato);
        Assert.Equal(InventedCodes.Cig('B', 0x123456), affidamento.Aggiudicazioni[0].CigDerivato);
        var capienza = await CapienzaDelLotto();
        Assert.Equal((Importo.Zero, Importo.DaEuro(1000)), (capienza.Riservato, capienza.Aderito));
    }

    [Fact]
    public async Task Il_CIG_Padre_non_e_un_CIG_Derivato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Refuses("cig.e-il-padre", With(Bench.Catalogo.Lotti[0].CigPadre.Valore, id, await Bench.Version(id)));
    }

    [Fact]
    public async Task Un_CIG_gia_registrato_da_un_altro_Ente_e_rifiutato_senza_dire_di_chi_e()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, rup: "rup.velletri", cig: 0x123456);
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var errore = await Bench.Refuses("cig.gia-usato", Comando(id, await Bench.Version(id)));
        Assert.DoesNotContain("Velletri", errore.Message, StringComparison.Ordinal);
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(id)).Stato);
    }

    [Fact]
    public async Task Anche_un_esito_da_verificare_finisce_con_il_CIG()
    {
        var id = await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        await Bench.Succeeds(Comando(id, await Bench.Version(id)));
        Assert.Equal(StatoAffidamento.CigAcquisito, (await Bench.ReadAgain(id)).Stato);
    }

    [Fact]
    public async Task Un_CIG_della_palestra_fuori_dalla_dimostrazione_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var errore = await Bench.Refuses("cig.di-palestra", With(CigDiPalestra.Numero(7).Valore, id, await Bench.Version(id)));
        Assert.Equal("Cig", errore.Field);
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(id)).Stato);
    }

    private RegistraCigDerivato With(string cig, Guid id, int version)
    {
        _aggiudicazione = Bench.Query(db => db.Aggiudicazioni.Where(g => g.AffidamentoId == id).Select(g => g.Id).SingleAsync()).GetAwaiter().GetResult();
        return new RegistraCigDerivato(id, _aggiudicazione, cig, version);
    }
}

public sealed class RegistraRifiutoTests : RichiestaContract<RegistraRifiuto>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.CigInRichiesta;

    private protected override StatoAffidamento NonAmmesso => StatoAffidamento.EsitoDaVerificare;

    private protected override RegistraRifiuto Comando(Guid id, int version) => new(id, "ERR98: CIG Accordo Quadro non valido", version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal((StatoAffidamento.InLavorazione, MotivoRitorno.RifiutatoDalPortale), (affidamento.Stato, affidamento.Ritorno));
        Assert.Equal("ERR98: CIG Accordo Quadro non valido", affidamento.NotaRitorno);
        Assert.Equal(Importo.Zero, (await CapienzaDelLotto()).Riservato);
    }

    [Fact]
    public async Task Senza_la_risposta_del_portale_non_si_registra()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Refuses("nota.mancante", new RegistraRifiuto(id, " ", await Bench.Version(id)));
    }

    [Fact]
    public async Task Cio_che_e_stato_sul_portale_non_si_elimina()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(Comando(id, await Bench.Version(id)));
        await Bench.Refuses("affidamento.gia-inviato", new EliminaAffidamento(id, await Bench.Version(id)));
    }
}

public sealed class SegnaNonInviataTests : RichiestaContract<SegnaNonInviata>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.CigInRichiesta;

    private protected override StatoAffidamento NonAmmesso => StatoAffidamento.EsitoDaVerificare;

    private protected override SegnaNonInviata Comando(Guid id, int version) => new(id, version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.ProntoPerIlPortale, affidamento.Stato);
        Assert.Equal(Importo.Zero, (await CapienzaDelLotto()).Riservato);
    }
}

public sealed class SegnaEsitoDaVerificareTests : RichiestaContract<SegnaEsitoDaVerificare>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.CigInRichiesta;

    private protected override StatoAffidamento NonAmmesso => StatoAffidamento.ProntoPerIlPortale;

    private protected override SegnaEsitoDaVerificare Comando(Guid id, int version) => new(id, version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.EsitoDaVerificare, affidamento.Stato);
        Assert.Equal(Importo.DaEuro(1000), (await CapienzaDelLotto()).Riservato);
    }
}

public sealed class ConfermaNonRisultaTests : RichiestaContract<ConfermaNonRisulta>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.EsitoDaVerificare;

    private protected override StatoAffidamento NonAmmesso => StatoAffidamento.CigInRichiesta;

    private protected override ConfermaNonRisulta Comando(Guid id, int version) => new(id, version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.CigInRichiesta, affidamento.Stato);
        Assert.Equal(Importo.DaEuro(1000), (await CapienzaDelLotto()).Riservato);
    }
}
