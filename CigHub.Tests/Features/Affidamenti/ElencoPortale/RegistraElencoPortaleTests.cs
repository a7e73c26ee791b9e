using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using static CigHub.Tests.Features.Affidamenti.ElencoPortale.SampleElenchi;

namespace CigHub.Tests.Features.Affidamenti.ElencoPortale;

/// <summary>The base class of tests of the elenco del portale on the real database: helpers that they share.</summary>
public abstract class WithElenco<TCommand> : CommandContract<TCommand>
    where TCommand : ICommand
{
    private protected static readonly string Uno = Cig(0x300001).Valore, Due = Cig(0x300002).Valore, Tre = Cig(0x300003).Valore;

    /// <summary>
    /// Returns the row that the portal would show for an Affidamento of CigHub, with the given CIG. A null CIG leaves the cell empty.
    /// </summary>
    private protected async Task<Dictionary<string, string>> RigaDi(Guid id, string? cig)
    {
        var a = await Bench.ReadAgain(id);
        var padre = await Bench.Query(db => db.Lotti.Where(l => l.Id == a.LottoId).Select(l => l.CigPadre).SingleAsync());
        return Row(a.TitoloDocumento, cig, padre.Valore, a.Importo.ToString(), a.DenominazioneOe, $"PI{a.Progressivo:000000}-26");
    }

    private protected static ChosenFile File(params Dictionary<string, string>[] righe) => new("elenco affidamenti.xls", Utf8(Html(righe)));

    private protected async Task<AnteprimaDelPortale> Anteprima(ChosenFile file, Actor? chi = null) =>
        (await Bench.Reader.Read<AnteprimaElencoPortale, Result<AnteprimaDelPortale>>(chi ?? Bench.Rup, q => q.Run(file, chi ?? Bench.Rup))).Value.Value;

    /// <summary>Returns the command that the page sends after the preview of an elenco.</summary>
    private protected async Task<RegistraElencoPortale> Comando(
        ChosenFile file, Dictionary<int, Guid>? scelte = null, int[]? adottate = null, Actor? chi = null) =>
        new(Guid.CreateVersion7(), file, (await Anteprima(file, chi)).Impronta, scelte ?? [], adottate ?? []);

    private protected Task<Capienza> CapienzaDi(int lotto)
    {
        var id = Bench.Catalogo.Lotti[lotto].Id;
        return Bench.Query(db => db.Capienze.SingleAsync(c => c.LottoId == id));
    }

    private protected Task<int> Elenchi() => Bench.Query(db => db.ElenchiPortale.CountAsync());

    private protected async Task<List<JsonNode>> EventiDi(string azione) =>
        [.. (await Bench.Query(db => db.Registro.AsNoTracking().Where(e => e.Azione == azione).OrderBy(e => e.Seq).Select(e => e.Byte).ToListAsync()))
            .Select(b => JsonNode.Parse(b)!)];
}

public sealed class RegistraElencoPortaleTests : WithElenco<RegistraElencoPortale>
{
    public override async Task Fa_cio_che_dice()
    {
        var inRichiesta = await Bench.Affidamento(StatoAffidamento.CigInRichiesta, importo: "1000,00");
        var daVerificare = await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare, importo: "2000,00");
        var acquisito = await Bench.Affidamento(StatoAffidamento.CigAcquisito, importo: "300,00");
        var prima = await CapienzaDi(0);
        var file = File(await RigaDi(inRichiesta, Uno), await RigaDi(daVerificare, Due),
            await RigaDi(acquisito, (await Bench.ReadAgain(acquisito)).CigDerivati));

        var ricevuta = await Bench.Succeeds(await Comando(file));

        Assert.All(new[] { inRichiesta, daVerificare, acquisito }, id => Assert.Equal(StatoAffidamento.CigAcquisito, Bench.ReadAgain(id).Result.Stato));
        var dopo = await Bench.ReadAgain(daVerificare);
        Assert.Equal((Due, new DatiPortale($"PI{dopo.Progressivo:000000}-26", "", new DateOnly(2026, 11, 20), "Inviato", "CigRecuperati", "")),
            (dopo.CigDerivati, dopo.Portale));
        Assert.Equal($"PI{(await Bench.ReadAgain(acquisito)).Progressivo:000000}-26", (await Bench.ReadAgain(acquisito)).Portale.RegistroDiSistema);
        var capienza = await CapienzaDi(0);
        Assert.Equal((prima.Aderito + Importo.DaEuro(3000), Importo.Zero), (capienza.Aderito, capienza.Riservato));

        var elenco = await Bench.Query(db => db.ElenchiPortale.SingleAsync());
        Assert.Equal((3, 2, 1, 0, "elenco affidamenti.xls"), (elenco.Righe, elenco.Cig, elenco.Aggiornamenti, elenco.Adottati, elenco.File.Nome));
        Assert.Equal(file.Byte, await Bench.Query(db => db.ContenutiFile.Where(c => c.Sha256 == elenco.Sha256).Select(c => c.Byte).SingleAsync()));
        var evento = Assert.Single(await EventiDi(Azioni.ElencoPortaleRegistrato));
        Assert.Equal((ricevuta.Seq, elenco.Sha256, 2L), ((long)evento["seq"]!, (string?)evento["dati"]!["sha256"], (long)evento["dati"]!["cig"]!));
        var perAffidamento = await EventiDi(Azioni.RegistratoDaElenco);
        Assert.Equal(3, perAffidamento.Count);
        Assert.Equal([Uno, Due, null], perAffidamento.Select(e => (string?)e["dati"]!["cig"]));
        Assert.All(perAffidamento, e => Assert.Equal((string?)evento["corr"], (string?)e["corr"]));
        await Bench.RegistroIntegro();

        var cronologia = await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Bench.Rup, q => q.Run(daVerificare, 100));
        Assert.Contains(Due, cronologia.Value.Voci[0].Frase, StringComparison.Ordinal);
        Assert.Contains("Stato: «Inviato»", cronologia.Value.Voci[0].Dettagli);
        Assert.All((await Anteprima(file)).Confronto.Righe, r => Assert.Equal(EsitoConfronto.Uguale, r.Esito));
    }

    /// <summary>Three CIG for one award happened on the real portal (ANAC, npa issue 1477).</summary>
    [Fact]
    public async Task Di_tre_CIG_per_un_affidamento_uno_si_registra_e_gli_altri_diventano_da_annullare()
    {
        var id = await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        var file = File(await RigaDi(id, Uno), await RigaDi(id, Due), await RigaDi(id, Tre));
        var adesione = (await Bench.ReadAgain(id)).Aggiudicazioni[0].Id;
        Assert.All((await Anteprima(file)).Confronto.Righe, r => Assert.Equal(EsitoConfronto.Dubbio, r.Esito));
        await Bench.Succeeds(await Comando(file, new Dictionary<int, Guid> { [(await Anteprima(file)).Confronto.Righe[0].Riga.Numero] = adesione }));

        var altri = (await Anteprima(file)).Confronto.Righe.Where(r => r.Esito == EsitoConfronto.Contraddice).ToList();
        Assert.Equal([Due, Tre], altri.Select(r => r.Riga.CigDerivato!.Valore));
        Assert.All(altri, r => Assert.Equal(ConfrontoElenco.CodiceAltroCig, r.Perche[0].Code));
        foreach (var riga in altri)
        {
            await Bench.Succeeds(new RegistraCigInPiu(id, Guid.CreateVersion7(), riga.Riga.CigDerivato!.Valore, true, await Bench.Version(id)));
        }

        Assert.All((await Anteprima(file)).Confronto.Righe, r => Assert.Equal(EsitoConfronto.Uguale, r.Esito));
        Assert.Equal(Importo.DaEuro(1000), (await CapienzaDi(0)).Aderito);
        await Bench.RegistroIntegro();
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var file = File(await RigaDi(id, Uno));
        var comando = await Comando(file);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.Rup with { RuoliToken = [Ruolo.Istruttore] });

        // For another Ente the rows match no Affidamento that it can see.
        var altrui = (await Anteprima(file, Bench.RupOfAnotherEnte)).Confronto;
        Assert.Equal(EsitoConfronto.SoloSulPortale, Assert.Single(altrui.Righe).Esito);
        Assert.Empty(altrui.NonRisultano);
        await Bench.Refuses("elenco.superato", comando, Bench.RupOfAnotherEnte);
        await Bench.Refuses("elenco.nulla-da-fare", await Comando(file, chi: Bench.RupOfAnotherEnte), Bench.RupOfAnotherEnte);
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(id)).Stato);

        // Any RUP of the Ente may record the list, because a row proves what has happened.
        await Bench.Succeeds(comando, Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(id)).RupId);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var eliminato = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var riga = await RigaDi(eliminato, Uno);
        await Bench.Succeeds(new Web.Features.Affidamenti.Ad4.EliminaAffidamento(eliminato, await Bench.Version(eliminato)));
        await Bench.Refuses("elenco.nulla-da-fare", await Comando(File(riga)));
        var comando = await Comando(File(riga));
        await Bench.Refuses("elenco.scelta-estranea",
            comando with { Scelte = new Dictionary<int, Guid> { [2] = (await Bench.ReadAgain(eliminato)).Aggiudicazioni[0].Id } });
        await Bench.Refuses("elenco.scelta-estranea", comando with { Adottate = [99] });
        await Bench.Refuses("elenco.tipo", comando with { File = new ChosenFile("elenco.xls", [0xD0, 0xCF, 0x11, 0xE0]) });
        Assert.Equal((StatoAffidamento.Eliminato, 0), ((await Bench.ReadAgain(eliminato)).Stato, await Elenchi()));
    }

    /// <summary>
    /// A comparison that a colleague has overtaken must record nothing. The command carries the fingerprint of a comparison with many
    /// Affidamenti, not the version of one.
    /// </summary>
    [Fact]
    public async Task Un_confronto_che_un_collega_ha_superato_non_registra_nulla()
    {
        var uno = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var due = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var collega = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        var comando = await Comando(File(await RigaDi(uno, Uno), await RigaDi(due, Due)), chi: collega);
        await Bench.Succeeds(new RegistraCigDerivato(uno, (await Bench.ReadAgain(uno)).Aggiudicazioni[0].Id, Tre, await Bench.Version(uno)), Bench.Rup);
        var lasciato = Bench.Istantanea();

        await Bench.Refuses("elenco.superato", comando, collega);
        Assert.Equal(lasciato, Bench.Istantanea());

        var confronto = (await Anteprima(comando.File, collega)).Confronto;
        Assert.Equal([EsitoConfronto.Contraddice, EsitoConfronto.DaRegistrare], confronto.Righe.Select(r => r.Esito));
        await Bench.Succeeds(await Comando(comando.File, chi: collega), collega);
        Assert.Equal((Tre, Due), ((await Bench.ReadAgain(uno)).CigDerivati, (await Bench.ReadAgain(due)).CigDerivati));
    }

    [Fact]
    public async Task Lo_stesso_file_due_volte_non_cambia_nulla()
    {
        var file = File(await RigaDi(await Bench.Affidamento(StatoAffidamento.CigInRichiesta), Uno));
        await Bench.Succeeds(await Comando(file));
        var eventi = await Bench.Query(db => db.Registro.CountAsync());

        var errore = await Bench.Refuses("elenco.gia-caricato", await Comando(file));
        Assert.Contains("24/11/2026 10:00", errore.Message, StringComparison.Ordinal);
        Assert.Equal((1, eventi), (await Elenchi(), await Bench.Query(db => db.Registro.CountAsync())));
        Assert.Equal(TestBench.Now.UtcDateTime, (await Anteprima(file)).GiaCaricatoIl);
    }

    [Fact]
    public async Task Un_dubbio_sciolto_si_registra_anche_dallo_stesso_file()
    {
        var certo = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var dubbio = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var file = File(await RigaDi(certo, Uno), new(await RigaDi(dubbio, Due)) { [ImportoAppalto] = "999,99" });
        await Bench.Succeeds(await Comando(file));
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(dubbio)).Stato);

        var candidato = Assert.Single((await Anteprima(file)).Confronto.Righe[1].Candidati);
        await Bench.Succeeds(await Comando(file, new() { [3] = candidato.AggiudicazioneId }));
        Assert.Equal(Due, (await Bench.ReadAgain(dubbio)).CigDerivati);
        var elenco = await Bench.Query(db => db.ElenchiPortale.SingleAsync());
        Assert.Equal((2, 2), (elenco.Righe, elenco.Cig));

        // CigHub keeps its own amount, and still shows that the portal has another one.
        var ora = (await Anteprima(file)).Confronto.Righe[1];
        Assert.Equal((EsitoConfronto.Uguale, "elenco.dati-diversi"), (ora.Esito, Assert.Single(ora.Perche).Code));
        await Bench.Refuses("elenco.scelta-estranea", await Comando(file, new() { [3] = candidato.AggiudicazioneId }));
    }

    [Fact]
    public async Task Due_righe_scelte_per_lo_stesso_affidamento_sono_rifiutate()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var file = File(await RigaDi(id, Uno), await RigaDi(id, Due));
        var adesione = (await Bench.ReadAgain(id)).Aggiudicazioni[0].Id;
        Assert.Equal("Righe[3]", (await Bench.Refuses("elenco.scelta-doppia", await Comando(file, new() { [2] = adesione, [3] = adesione }))).Field);
        await Bench.Succeeds(await Comando(file, new() { [3] = adesione }));
        Assert.Equal(Due, (await Bench.ReadAgain(id)).CigDerivati);
    }

    [Fact]
    public async Task Un_fatto_senza_riserva_si_registra_e_cio_che_eccede_e_sforamento()
    {
        var pronto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "9000,00");
        var altro = await Bench.Affidamento(StatoAffidamento.CigInRichiesta, lotto: 2, importo: "10000,00");
        await Bench.Succeeds(await Comando(File(await RigaDi(pronto, Uno))));

        var capienza = await CapienzaDi(2);
        Assert.Equal((true, Importo.DaEuro(-4000), Importo.DaEuro(9000), Importo.DaEuro(10_000)),
            (capienza.SforamentoDaRegolarizzare, capienza.Residuo, capienza.Aderito, capienza.Riservato));
        var riga = await Bench.Query(db => db.Movimenti.SingleAsync(m => m.Riferimento == Uno));
        Assert.Equal((TipoMovimento.Adesione, Importo.DaEuro(9000)), (riga.Tipo, riga.Importo));
        Assert.Equal((StatoAffidamento.CigAcquisito, true), ((await Bench.ReadAgain(pronto)).Stato, (await Bench.ReadAgain(pronto)).InviatoAlPortale));
        Assert.Equal(altro, Assert.Single((await Anteprima(File(await RigaDi(pronto, Uno)))).Confronto.NonRisultano).Id);
    }

    [Fact]
    public async Task Cio_che_solo_il_portale_conosce_si_adotta_come_adesione_gia_fatta()
    {
        var lotto = Bench.Catalogo.Lotti[0];
        var vecchio = Row("Adesione vecchia", "9676289649", lotto.CigPadre.Valore, "500,00", lotto.Fornitori[0].Denominazione.ToUpperInvariant());
        var ignoto = Row("Di un Lotto ignoto", Due, Cig(0x900001, 'A').Valore, "1,00", registro: "PI2");
        var senzaCig = Row("Senza CIG", null, lotto.CigPadre.Valore, "7,00", registro: "PI3");
        var file = File(vecchio, ignoto, senzaCig);
        var prima = await CapienzaDi(0);

        var anteprima = await Anteprima(file);
        Assert.Equal([true, false, false], anteprima.Confronto.Righe.Select(anteprima.Adottabile));
        Assert.Equal("pregresso.lotto-sconosciuto", Assert.Single(anteprima.NonAdottabili[3]).Code);
        Assert.Equal(0, await Bench.Query(db => db.Affidamenti.CountAsync()));
        await Bench.Refuses("pregresso.lotto-sconosciuto", await Comando(file, adottate: [2, 3]));
        Assert.Equal(0, await Bench.Query(db => db.Affidamenti.CountAsync()));

        await Bench.Succeeds(await Comando(file, adottate: [2]));
        var nuovo = await Bench.Query(db => db.Affidamenti.SingleAsync());
        Assert.Equal((true, "9676289649", StatoAffidamento.CigAcquisito, "Pulizia degli uffici", "PI000123-26"),
            (nuovo.Pregresso, nuovo.CigDerivati, nuovo.Stato, nuovo.Oggetto, nuovo.Portale.RegistroDiSistema));
        Assert.Equal(prima.Aderito + Importo.DaEuro(500), (await CapienzaDi(0)).Aderito);
        Assert.Equal([EsitoConfronto.Uguale, EsitoConfronto.SoloSulPortale, EsitoConfronto.SoloSulPortale],
            (await Anteprima(file)).Confronto.Righe.Select(r => r.Esito));
        Assert.Equal((1, 1), ((await Bench.Query(db => db.ElenchiPortale.SingleAsync())).Adottati, (await EventiDi(Azioni.AdesionePregressaCaricata)).Count));
    }

    [Fact]
    public async Task Un_CIG_di_un_altro_Ente_si_ferma_senza_dire_di_chi_e()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, rup: "rup.velletri", cig: 0x300001);
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var file = File(await RigaDi(id, Uno));
        var riga = Assert.Single((await Anteprima(file)).Confronto.Righe);
        Assert.Equal((EsitoConfronto.Contraddice, "cig.gia-usato"), (riga.Esito, riga.Perche[0].Code));
        await Bench.Refuses("elenco.nulla-da-fare", await Comando(file));
    }

    [Fact]
    public async Task Un_CIG_della_palestra_non_si_registra_fuori_dalla_dimostrazione()
    {
        var file = File(await RigaDi(await Bench.Affidamento(StatoAffidamento.CigInRichiesta), CigDiPalestra.Numero(7).Valore));
        Assert.Equal("cig.di-palestra", Assert.Single((await Anteprima(file)).Confronto.Righe[0].Perche).Code);
        await Bench.Refuses("elenco.nulla-da-fare", await Comando(file));
    }

    [Fact]
    public async Task Una_bozza_cambiata_dopo_non_muove_cio_che_il_CIG_ha_preso()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        var file = File(await RigaDi(id, Uno));
        await Bench.Succeeds(await Comando(file, new() { [2] = (await Bench.ReadAgain(id)).Aggiudicazioni[0].Id }));
        var a = await Bench.ReadAgain(id);
        Assert.Equal((StatoAffidamento.CigAcquisito, Importo.DaEuro(1000), Importo.DaEuro(1000)), (a.Stato, a.Importo, (await CapienzaDi(0)).Aderito));
        Assert.Equal("affidamento.stato",
            a.ModificaBozza(a.Bozza, ErosioneMassimale.NettoConSicurezza, a.RupId, Ruolo.Rup, TestBench.Now.UtcDateTime).Errors[0].Code);
    }
}

public sealed class ApriElencoPortaleTests : WithElenco<ApriElencoPortale>
{
    public override async Task Fa_cio_che_dice()
    {
        var (id, file) = await Caricato();
        await Bench.Succeeds(new ApriElencoPortale(id), Bench.Auditor);
        var contenuto = await Bench.Reader.Read<ContenutoElenco, AllegatoDaDare>(Bench.Auditor, q => q.Run(id));
        Assert.Equal(file.Byte, contenuto.Value.Byte);
        Assert.Equal(id.ToString(), (string?)Assert.Single(await EventiDi(Azioni.ElencoPortaleAperto))["oggetto"]!["id"]);
        var voce = Assert.Single((await Bench.Reader.Read<ElenchiCaricati, ListPage<ElencoCaricatoRow>>(Bench.Rup, q => q.Run())).Value.Rows);
        Assert.Equal((id, 1, 1, "Aldo Ferrantini"), (voce.Id, voce.Righe, voce.Cig, voce.Chi));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var (id, _) = await Caricato();
        await Bench.Refuses("dati.non-trovato", new ApriElencoPortale(id), Bench.RupOfAnotherEnte);
        await Bench.Refuses("accesso.negato", new ApriElencoPortale(id), Bench.ActorOf("amministratore"));
        Assert.False((await Bench.Reader.Read<ContenutoElenco, AllegatoDaDare>(Bench.RupOfAnotherEnte, q => q.Run(id))).IsSuccess);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        await Bench.Refuses("dati.non-trovato", new ApriElencoPortale(Guid.CreateVersion7()));

    private async Task<(Guid Id, ChosenFile File)> Caricato()
    {
        var file = File(await RigaDi(await Bench.Affidamento(StatoAffidamento.CigInRichiesta), Uno));
        var comando = await Comando(file);
        await Bench.Succeeds(comando);
        return (comando.Id, file);
    }
}
