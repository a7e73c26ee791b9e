using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
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
        Assert.Equal([("ERR98", 1)], affidamento.ErroriDelPortale());
        Assert.Equal(Importo.Zero, (await CapienzaDelLotto()).Riservato);
    }

    [Fact]
    public async Task Senza_la_risposta_del_portale_non_si_registra()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Refuses("nota.mancante", new RegistraRifiuto(id, " ", await Bench.Version(id)));
    }

    [Fact]
    public async Task Un_codice_che_non_e_di_ANAC_e_rifiutato_al_suo_posto()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        Assert.Equal("Codici", (await Bench.Refuses("errore.codice", Comando(id, await Bench.Version(id)) with { Codici = "ERR98, 98" })).Field);
    }

    [Fact]
    public async Task I_codici_scelti_e_quelli_nella_risposta_si_contano_per_affidamento()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(Comando(id, await Bench.Version(id)) with { Codici = "err69" });
        Assert.Equal([("ERR69", 1), ("ERR98", 1)], (await Bench.ReadAgain(id)).ErroriDelPortale());
    }

    [Fact]
    public async Task Dopo_il_rifiuto_la_scheda_ha_un_codice_nuovo_e_quello_di_prima_non_passa_piu()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var usato = (await Bench.ReadAgain(id)).CodiceAppalto;
        await Bench.Succeeds(Comando(id, await Bench.Version(id)));
        var dopo = await Bench.ReadAgain(id);
        Assert.Equal(($"{usato}-2", (DateTime?)null), (dopo.CodiceAppalto, dopo.SchedaDal));

        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.CodiceAppalto, usato, dopo.CodiceAppalto)]));
        var errore = await Bench.Refuses("codice-appalto.usato", new SegnaPronto(id, await Bench.Version(id)));
        Assert.Equal(PercorsoAd4.CodiceAppalto, errore.Field);
    }

    [Fact]
    public async Task Un_codice_gia_inviato_da_un_altro_Ente_non_parte()
    {
        var altrui = await Bench.Affidamento(StatoAffidamento.CigInRichiesta, rup: "rup.velletri");
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        var (nostra, sua) = (await Bench.ReadAgain(id), await Bench.ReadAgain(altrui));
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.CodiceAppalto, sua.CodiceAppalto, nostra.CodiceAppalto)]));
        await Bench.Succeeds(new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Refuses("codice-appalto.usato", new AvviaRichiestaCig(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto));
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

    private protected override ConfermaNonRisulta Comando(Guid id, int version) => new(id, Sguardo(), version);

    private protected override async Task HaFatto(Affidamento affidamento)
    {
        Assert.Equal(StatoAffidamento.CigInRichiesta, affidamento.Stato);
        Assert.Equal(Importo.DaEuro(1000), (await CapienzaDelLotto()).Riservato);
        var primo = affidamento.Tentativi.Single(t => t.Numero == 1);
        Assert.Equal((EsitoTentativo.DaVerificare, TrovatoInElenco.Assente, TestBench.Now.UtcDateTime),
            (primo.Esito, primo.Trovato, primo.GuardatoIl));
        Assert.Equal(EsitoTentativo.InCorso, affidamento.Tentativi.Single(t => t.Numero == 2).Esito);
    }

    [Theory]
    [InlineData("24/11/2026", "", "Assente", "ora.formato", "Ora")]
    [InlineData("24/11/2026", "10:00", "", "modulo.mancante", "Trovato")]
    [InlineData("24/11/2026", "11:01", "Assente", "sguardo.nel-futuro", "Ora")]
    [InlineData("23/11/2026", "10:00", "Assente", "sguardo.prima-del-tentativo", "Ora")]
    [InlineData("24/11/2026", "10:00", "ConCig", "sguardo.con-cig", "Trovato")]
    public async Task Senza_l_ora_in_cui_ha_guardato_e_cio_che_ha_trovato_non_c_e_seconda_richiesta(
        string giorno, string ora, string trovato, string codice, string campo)
    {
        var id = await Bench.Affidamento(Prima);
        var form = new SguardoForm { Giorno = giorno, Ora = ora, Trovato = trovato };
        Assert.Equal(campo, (await Bench.Refuses(codice, new ConfermaNonRisulta(id, form, await Bench.Version(id)))).Field);
        Assert.Equal(StatoAffidamento.EsitoDaVerificare, (await Bench.ReadAgain(id)).Stato);
    }

    [Fact]
    public async Task Dopo_un_rifiuto_la_seconda_richiesta_vuole_lo_sguardo_all_elenco()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new RegistraRifiuto(id, "ERR98", await Bench.Version(id)));
        await Bench.Succeeds(new SegnaPronto(id, await Bench.Version(id)));
        await Bench.Refuses("richiesta.elenco-da-guardare", await Avvia(id));
        Assert.Equal(Importo.Zero, (await CapienzaDelLotto()).Riservato);

        await Bench.Succeeds(Comando(id, await Bench.Version(id)));
        await Bench.Succeeds(await Avvia(id));
        Assert.Equal([1, 2], (await Bench.ReadAgain(id)).Tentativi.Select(t => t.Numero).Order());
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Se_non_era_stato_inviato_nulla_si_ripete_senza_guardare()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new SegnaNonInviata(id, await Bench.Version(id)));
        await Bench.Succeeds(await Avvia(id));
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(id)).Stato);
    }

    [Theory]
    [InlineData(TrovatoInElenco.Assente, true)]
    [InlineData(TrovatoInElenco.Cancellato, true)]
    [InlineData(TrovatoInElenco.SenzaCig, false)]
    public async Task Una_scheda_che_non_c_e_piu_vuole_un_codice_nuovo_una_che_c_e_tiene_il_suo(TrovatoInElenco trovato, bool nuovo)
    {
        var id = await Bench.Affidamento(Prima);
        var prima = (await Bench.ReadAgain(id)).CodiceAppalto;
        await Bench.Succeeds(new ConfermaNonRisulta(id, SguardoForm.With(TestBench.Now.UtcDateTime, trovato), await Bench.Version(id)));
        Assert.Equal(nuovo ? $"{prima}-2" : prima, (await Bench.ReadAgain(id)).CodiceAppalto);
        await Bench.RegistroIntegro();
    }

    private static SguardoForm Sguardo() => SguardoForm.With(TestBench.Now.UtcDateTime, TrovatoInElenco.Assente);

    private async Task<AvviaRichiestaCig> Avvia(Guid id) => new(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto);
}

public sealed class CorreggiCodiciTests : VersionedCommandContract<CorreggiCodici>
{
    public override async Task Fa_cio_che_dice()
    {
        var (comando, _) = await SeenNow();
        await Bench.Succeeds(comando);
        var dopo = await Bench.ReadAgain(comando.AffidamentoId);
        Assert.Equal(("ERR69 ERR96", "ERR98: CIG Accordo Quadro non valido"), (dopo.Tentativi.Single().Codici, dopo.Tentativi.Single().Risposta));
        Assert.Equal([("ERR69", 1), ("ERR96", 1)], dopo.ErroriDelPortale());
        await Bench.RegistroIntegro();
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var (comando, _) = await SeenNow();
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var a = await Bench.ReadAgain(id);
        await Bench.Refuses("tentativo.senza-errore", new CorreggiCodici(id, a.Tentativi.Single().Id, "ERR69", a.Version));
    }

    [Theory]
    [InlineData("ERR98", "tentativo.codici-uguali")]
    [InlineData("novantotto", "errore.codice")]
    public async Task Codici_uguali_o_non_di_ANAC_sono_rifiutati(string codici, string codice)
    {
        var (comando, _) = await SeenNow();
        Assert.Equal("Codici", (await Bench.Refuses(codice, comando with { Codici = codici })).Field);
    }

    private protected override async Task<(CorreggiCodici Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new RegistraRifiuto(id, "ERR98: CIG Accordo Quadro non valido", await Bench.Version(id)));
        var a = await Bench.ReadAgain(id);
        return (new CorreggiCodici(id, a.Tentativi.Single().Id, "ERR69, err96", a.Version), Bench.Rup);
    }
}
