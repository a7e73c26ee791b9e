using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.OpenData;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Spesa.Riconciliazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Checks that a difference from ANAC's open data is explained, that the explanation stays, and that a user compares only their Enti.</summary>
public sealed class SpiegaDifferenzaTests : CommandContract<SpiegaDifferenza>
{
    private const string FileFornitori = "20261120-aggiudicatari_csv.csv";

    private const string Motivo = "CM1 del 12/10/2026 non ancora pubblicata", Fuori = "80000000001";

    private Actor Dirigente => Bench.Responsabile();

    private Actor DirigenteDiTivoli => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    public override async Task Fa_cio_che_dice()
    {
        var row = await Una();
        await Bench.Succeeds(new SpiegaDifferenza(row.Id, $" {Motivo} "), Dirigente);
        Assert.Empty((await Lista(Dirigente)).Pagina.Rows);
        var spiegata = Assert.Single((await Lista(Dirigente, new DifferenzeFilter { Spiegate = true })).Pagina.Rows);
        Assert.Equal((row.Id, Motivo), (spiegata.Id, Assert.Single(spiegata.Spiegazioni).Motivo));

        // A later one adds to the first.
        await Bench.Succeeds(new SpiegaDifferenza(row.Id, "CM1 pubblicata il 20/11"), Dirigente);
        spiegata = Assert.Single((await Lista(Dirigente, new DifferenzeFilter { Spiegate = true })).Pagina.Rows);
        Assert.Equal(["CM1 pubblicata il 20/11", Motivo], spiegata.Spiegazioni.Select(s => s.Motivo));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new SpiegaDifferenza((await Una()).Id, Motivo);
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.Amministratore());
        var altrove = await Bench.Anche(Bench.ActorOf("rup.guidonia"), Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", comando, altrove);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = (await Una()).Id;
        var senza = await Bench.Refuses("opendata.senza-motivo", new SpiegaDifferenza(id, " "), Dirigente);
        Assert.Equal(nameof(SpiegaDifferenza.Motivo), senza.Field);
        await Bench.Refuses("opendata.motivo-lungo", new SpiegaDifferenza(id, new string('x', DifferenzaOpenData.MaxMotivo + 1)), Dirigente);
        await Bench.Refuses("dati.non-trovato", new SpiegaDifferenza(Guid.CreateVersion7(), Motivo), Dirigente);
    }

    [Fact]
    public async Task La_spiegazione_vale_per_il_prossimo_file_finche_le_parti_dicono_lo_stesso()
    {
        var row = await Una();
        await Bench.Succeeds(new SpiegaDifferenza(row.Id, Motivo), Dirigente);
        await Confronta(Dirigente, SampleOpenData.Csv(await Riga("120.0")), "20261122-cig_csv.csv");
        var view = await Lista(Dirigente, new DifferenzeFilter { Spiegate = true });
        Assert.Equal(new DateOnly(2026, 11, 22), view.Files[0].Giorno);
        Assert.Equal(row.Id, Assert.Single(view.Pagina.Rows).Id);

        // Even when the table is lost: the registro has the explanation.
        Bench.Forza("DELETE FROM DifferenzeOpenData");
        await Confronta(Dirigente, SampleOpenData.Csv(await Riga("120.0")));
        Assert.Single((await Lista(Dirigente, new DifferenzeFilter { Spiegate = true })).Pagina.Rows);

        // Another amount is another difference, and the old one goes.
        await Confronta(Dirigente, SampleOpenData.Csv(await Riga("130.0")));
        Assert.Empty((await Lista(Dirigente, new DifferenzeFilter { Spiegate = true })).Pagina.Rows);
        Assert.Equal("130,00\u00A0€", Assert.Single((await Lista(Dirigente)).Pagina.Rows).La);
    }

    [Fact]
    public async Task Chi_vede_un_Ente_confronta_e_legge_solo_il_suo()
    {
        var mia = await Una();
        await Bench.Aderito("500,00", rup: "rup.velletri");
        var velletri = await Ultima();
        var csv = SampleOpenData.Csv(await Riga("120.0"), Riga(velletri, "510.0"), SampleOpenData.Row("C000000001", velletri.Padre, "9.0", Fuori));
        await Confronta(Dirigente, csv);
        Assert.Equal(3, (await Lista(Dirigente)).Pagina.Total);
        var sua = await Lista(DirigenteDiTivoli);
        Assert.Equal([mia.Id], sua.Pagina.Rows.Select(r => r.Id));
        Assert.Null(sua.Files[0].Tenute);
        Assert.Equal(1, sua.Quante.Sum(q => q.Quante));

        // What the Ente compares is its own, and leaves the page of the Soggetto Aggregatore as it is.
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var trovate = await Confronta(DirigenteDiTivoli, SampleOpenData.Csv(await Riga("140.0"), Riga(velletri, "510.0")), "mio.csv");
        Assert.Equal("140,00\u00A0€", Assert.Single(trovate.Differenze).La);
        Assert.Equal((false, 1), ((await Lista(DirigenteDiTivoli)).Files[0].GiornoDalNome, (await Lista(DirigenteDiTivoli)).Files[0].Tenute));
        Assert.Equal(3, (await Lista(Dirigente)).Pagina.Total);
        Assert.Equal(3, (await Lista(Bench.Auditor)).Pagina.Total);
    }

    [Fact]
    public async Task Un_CIG_che_manca_nel_file_dice_la_sua_eta()
    {
        await Bench.Aderito("100,00");
        await Confronta(Dirigente, SampleOpenData.Csv(SampleOpenData.Row("X", "", "1.0", Fuori)), "20261130-cig_csv.csv");
        var row = Assert.Single((await Lista(Dirigente)).Pagina.Rows);
        Assert.Equal((TipoDifferenza.SoloInCigHub, "acquisito 6 giorni prima della fotografia"), (row.Tipo, row.Eta));
        Assert.Equal(row.Id, Assert.Single((await Lista(Dirigente, new DifferenzeFilter { Tipo = TipoDifferenza.SoloInCigHub })).Pagina.Rows).Id);
        Assert.Empty((await Lista(Dirigente, new DifferenzeFilter { Tipo = TipoDifferenza.Importo })).Pagina.Rows);
    }

    [Fact]
    public async Task Un_file_che_non_va_e_rifiutato_con_il_motivo_e_lascia_le_differenze_di_prima()
    {
        await Una();
        var buono = SampleOpenData.Csv(await Riga("120.0"));
        await Rifiuta("opendata.vuoto", []);
        await Rifiuta("opendata.senza-righe", SampleOpenData.Csv());
        await Rifiuta("opendata.pagina-web", Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>Request Rejected</body></html>"));
        await Rifiuta("opendata.altro-tracciato", Encoding.UTF8.GetBytes("cig;importo_aggiudicazione\n"));
        await Rifiuta("opendata.troncato", buono[..^40]);
        var zip = SampleOpenData.Zip((SampleOpenData.Name, buono));
        await Rifiuta("opendata.zip-guasto", zip[..(zip.Length / 2)]);
        await Rifiuta("opendata.zip-contenuto", SampleOpenData.Zip(("leggimi.txt", [1])));
        await Rifiuta("opendata.zip-contenuto", SampleOpenData.Zip(("a.csv", buono), ("b.csv", buono)));
        Assert.Single((await Lista(Dirigente)).Pagina.Rows);
    }

    [Fact]
    public async Task Uno_zip_si_legge_come_il_suo_CSV_e_l_impronta_e_del_file_caricato()
    {
        await Una();
        var zip = SampleOpenData.Zip(("cartella/20261101-cig_csv.csv", SampleOpenData.Csv(await Riga("120.0"))));
        var trovato = await Confronta(Dirigente, zip, "20261120-cig_csv.zip");
        Assert.Equal("120,00\u00A0€", Assert.Single(trovato.Differenze).La);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(zip)), (await Lista(Dirigente)).Files[0].Sha256);
    }

    [Fact]
    public async Task Lo_stesso_CIG_con_un_altro_fornitore_o_altri_CUP()
    {
        await Una();
        var cig = (await Ultima("Comune di Tivoli")).Cig;
        var (codice, nome) = await Bench.Query(async db =>
        {
            var fornitore = (await db.Affidamenti.OrderByDescending(a => a.Progressivo).FirstAsync(a => a.Stato == StatoAffidamento.CigAcquisito)).Fornitori[0];
            return (fornitore.CodiceFiscale, fornitore.Denominazione);
        });
        string[] suo = [cig, "OPERATORE ECONOMICO MONOSOGGETTIVO", codice.ToLowerInvariant(), "ALTRA SCRITTURA DEL NOME", "IMPRESA", "123"];
        string[] altro = [cig, "OPERATORE ECONOMICO MONOSOGGETTIVO", "01234567897", "ALTRA SPA", "IMPRESA", "124"];

        // The same supplier, twice in the file, and rows of CIG that are not ours.
        Assert.Empty((await Confronta(Dirigente, Fornitori(suo, suo, [.. altro.Select((v, i) => i == 0 ? "X000000001" : v)]), FileFornitori)).Differenze);
        var file = (await Lista(Dirigente)).Files[1];
        Assert.Equal((TracciatoOpenData.Aggiudicatari, 3, 1), (file.Tracciato, file.Righe, file.Tenute));

        Assert.Single((await Confronta(Dirigente, Fornitori(altro), FileFornitori)).Differenze);
        Assert.Single((await Confronta(Dirigente, Cup([cig, "H51B26000010001"], [cig, "H51B26000010001"]), "20261120-cup_csv.csv")).Differenze);
        var view = await Lista(Dirigente);
        Assert.Equal(["CIG", "aggiudicatari", "CUP"], view.Files.Select(f => f.Tracciato.Nome()));
        Assert.Equal(
            [
                (TipoDifferenza.Importo, "100,00\u00A0€", "120,00\u00A0€"), (TipoDifferenza.Fornitore, $"{codice} {nome}", "01234567897 ALTRA SPA"),
                (TipoDifferenza.Cup, "", "H51B26000010001"),
            ],
            view.Pagina.Rows.OrderBy(r => r.Tipo).Select(r => (r.Tipo, r.Qui, r.La)));
        Assert.All(view.Pagina.Rows, r => Assert.Equal((cig, "Comune di Tivoli", true), (r.Cig, r.Ente, r.Affidamento is not null)));

        // The next file of one layout takes the place of that one alone, and an explanation holds for it.
        var fornitore = view.Pagina.Rows.Single(r => r.Tipo == TipoDifferenza.Fornitore);
        await Bench.Succeeds(new SpiegaDifferenza(fornitore.Id, Motivo), Dirigente);
        await Confronta(Dirigente, Fornitori(altro), FileFornitori);
        Assert.Equal(fornitore.Id, Assert.Single((await Lista(Dirigente, new DifferenzeFilter { Spiegate = true })).Pagina.Rows).Id);
        await Confronta(Dirigente, Fornitori(suo), FileFornitori);
        Assert.Empty((await Lista(Dirigente, new DifferenzeFilter { Spiegate = true })).Pagina.Rows);
        Assert.Equal([TipoDifferenza.Importo, TipoDifferenza.Cup], (await Lista(Dirigente)).Pagina.Rows.Select(r => r.Tipo).Order());

        static byte[] Fornitori(params string[][] righe) => SampleOpenData.Csv(TracciatoOpenData.Aggiudicatari, righe);
        static byte[] Cup(params string[][] righe) => SampleOpenData.Csv(TracciatoOpenData.Cup, righe);
    }

    [Fact]
    public async Task Una_spiegazione_data_quando_l_identita_aveva_anche_i_nomi_vale_ancora()
    {
        await Una();
        var cig = (await Ultima("Comune di Tivoli")).Cig;
        var file = SampleOpenData.Csv(TracciatoOpenData.Aggiudicatari, [cig, "OPERATORE ECONOMICO MONOSOGGETTIVO", "01234567897", "ALTRA SPA", "IMPRESA", "1"]);
        var trovata = Assert.Single((await Confronta(Dirigente, file, FileFornitori)).Differenze);
        Assert.NotNull(trovata.CodiciLa);
        var row = (await Lista(Dirigente)).Pagina.Rows.Single(r => r.Tipo == TipoDifferenza.Fornitore);

        // The row as it was kept then, and its explanation.
        var prima = StableId.Of($"{(int)trovata.Tipo}\n{trovata.Cig}\n{trovata.Qui}\n{trovata.La}");
        await Bench.Services.GetRequiredService<SystemWriter>().Write(_ => Task.FromResult(Events.Of(new EventToWrite(
            Azioni.DifferenzaSpiegata, Oggetti.OpenData, prima, Dirigente.EnteId,
            new System.Text.Json.Nodes.JsonObject { ["cig"] = cig, ["oggetto"] = "Fornitore", ["dato"] = "x", ["motivo"] = Motivo }))));
        Bench.Forza("DELETE FROM DifferenzeOpenData");
        await Confronta(Dirigente, file, FileFornitori);
        var spiegata = Assert.Single((await Lista(Dirigente, new DifferenzeFilter { Spiegate = true })).Pagina.Rows);
        Assert.Equal((row.Id, Motivo), (spiegata.Id, Assert.Single(spiegata.Spiegazioni).Motivo));
    }

    [Fact]
    public async Task Di_un_file_di_fornitori_cambiato_o_tagliato_si_dice_il_motivo()
    {
        var buono = SampleOpenData.Csv(TracciatoOpenData.Aggiudicatari, ["X", "", "01234567897", "ALTRA SPA", "", "1"]);
        await Rifiuta("opendata.troncato", buono[..^6]);
        await Rifiuta("opendata.intestazione-cambiata", Encoding.UTF8.GetBytes("cig;ruolo;codice_fiscale;denominazione;tipo_soggetto;id\n"));
        await Rifiuta("opendata.senza-righe", SampleOpenData.Csv(TracciatoOpenData.Cup));
        var zip = SampleOpenData.Zip((FileFornitori, buono));
        await Rifiuta("opendata.zip-guasto", zip[..(zip.Length / 2)]);
    }

    [Fact]
    public async Task Un_adesione_contata_tra_quelle_comunicate_non_va_spiegata()
    {
        const string Cig = "C000000001";
        await Bench.Aderito("100,00");
        var padre = (await Ultima()).Padre;
        await Confronta(Dirigente, SampleOpenData.Csv(await Riga("100.0"), SampleOpenData.Row(Cig, padre, "9.0", Fuori)));
        var lotto = Assert.Single((await Lista(Dirigente)).Pagina.Rows).LottoId!.Value;
        Assert.Equal([Cig], await DaContare());
        await Comunica("9,00");
        Assert.Empty(await DaContare());
        var view = await Lista(Dirigente);
        Assert.Empty(view.Pagina.Rows);
        Assert.Equal((0, 1), (view.Quante.Sum(q => q.Quante), view.Contate));
        var contata = await Lista(Dirigente, new DifferenzeFilter { Contate = true });
        Assert.Equal((1, (DateOnly?)new DateOnly(2026, 11, 24)), (contata.Pagina.Total, Assert.Single(contata.Pagina.Rows).Contata));

        // Taken back, it is to be explained again.
        await Comunica("-9,00");
        Assert.Null(Assert.Single((await Lista(Dirigente)).Pagina.Rows).Contata);
        Assert.Equal(0, (await Lista(Dirigente)).Contate);

        // The page of the Lotto offers it again, and it can be counted again.
        Assert.Equal([Cig], await DaContare());
        await Comunica("9,00");
        Assert.Empty(await DaContare());

        async Task<IEnumerable<string>> DaContare() => (await Bench.Reader.Read<AdesioniDaContare, IReadOnlyList<CigFuoriDaCigHub>>(
            Bench.Amministratore(), async q => await q.Run(lotto))).Value.Select(c => c.Cig);

        Task Comunica(string importo) => Bench.Succeeds(
            new RegistraAltreAdesioni(lotto, new AttoSulLottoForm
            {
                Importo = importo,
                Descrizione = "Open data ANAC",
                Data = "24/11/2026",
                Protocollo = CigFuoriDaCigHub.ProtocolloDi(Cig),
            }),
            Bench.Amministratore());
    }

    [Fact]
    public async Task Un_CIG_ripreso_da_un_altro_Ente_lo_sa_solo_chi_vede_quell_Ente()
    {
        await Bench.Aderito("100,00");
        var mia = await Ultima("Comune di Tivoli");
        var cig = InventedCodes.Cig('B', 0x630000).Valore;
        await Confronta(Dirigente, SampleOpenData.Csv(await Riga("100.0"), SampleOpenData.Row(cig, mia.Padre, "9.0", mia.Cf)));
        Assert.False(Assert.Single((await Lista(Dirigente)).Pagina.Rows).Ripresa);
        await Bench.Succeeds(
            new CaricaAdesionePregressa(new PregressaForm
            {
                CigPadre = mia.Padre,
                CigDerivato = cig,
                Oggetto = "Adesione prima di CigHub",
                Importo = "9,00",
                DataAdesione = "01/03/2026",
            }),
            Bench.RupOfAnotherEnte);
        Assert.True(Assert.Single((await Lista(Dirigente)).Pagina.Rows).Ripresa);
        Assert.False(Assert.Single((await Lista(DirigenteDiTivoli)).Pagina.Rows).Ripresa);
    }

    [Fact]
    public async Task Interrompere_ferma_la_lettura()
    {
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Repeat(SampleOpenData.Row("X", "", "1.0", Fuori), 5000).ToArray();
        var progress = new Stopper(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Esamina(Dirigente, SampleOpenData.Csv(rows), SampleOpenData.Name, progress, stop.Token));
        Assert.Equal(1, progress.Reports);
    }

    [Fact]
    public void L_indirizzo_tiene_la_scelta()
    {
        var filtro = new DifferenzeFilter { Tipo = TipoDifferenza.Stato, Spiegate = true, Contate = true, Pagina = 3 };
        Assert.Equal(filtro, DifferenzeFilter.Read(filtro.Address("/x")));
        Assert.Equal(new DifferenzeFilter(), DifferenzeFilter.Read("/x?tipo=99&spiegate=forse&pagina=-1"));
    }

    [Fact]
    public void La_cartella_offre_i_file_che_ha_e_nessun_altro()
    {
        var folder = TestFolder.New("opendata");
        try
        {
            File.WriteAllText(Path.Combine(folder, "uno.csv"), "x");
            File.WriteAllText(Path.Combine(folder, "note.txt"), "x");
            var settings = new RiconciliazioneSettings { Cartella = folder };
            Assert.Equal(["uno.csv"], OpenDataSource.InFolder(settings));
            Assert.True(OpenDataSource.OfFolder(settings, "uno.csv").IsSuccess);
            Assert.Equal("opendata.file-sparito", Assert.Single(OpenDataSource.OfFolder(settings, "../uno.csv").Errors).Code);
            Assert.Empty(OpenDataSource.InFolder(new RiconciliazioneSettings()));
        }
        finally
        {
            TestFolder.Delete(folder);
        }
    }

    /// <summary>Returns a difference of Tivoli: 100,00 € in CigHub and 120,00 € in the file.</summary>
    private async Task<DifferenzaRow> Una()
    {
        await Bench.Aderito("100,00");
        await Confronta(Dirigente, SampleOpenData.Csv(await Riga("120.0")));
        return Assert.Single((await Lista(Dirigente)).Pagina.Rows);
    }

    private async Task<string> Riga(string importo) => Riga(await Ultima("Comune di Tivoli"), importo);

    private static string Riga((string Cig, string Padre, string Cf) chi, string importo) => SampleOpenData.Row(chi.Cig, chi.Padre, importo, chi.Cf);

    /// <summary>Returns the newest adhesion, of all Enti or of one.</summary>
    private Task<(string Cig, string Padre, string Cf)> Ultima(string? ente = null) => Bench.Query(async db =>
    {
        var trovata = await (
            from a in db.Affidamenti
            where a.Stato == StatoAffidamento.CigAcquisito
            join g in db.Aggiudicazioni on a.Id equals g.AffidamentoId
            join l in db.Lotti on a.LottoId equals l.Id
            join e in db.Enti on a.EnteId equals e.Id
            where ente == null || e.Denominazione == ente
            orderby a.Progressivo descending
            select new { g.CigDerivato, l.CigPadre, e.CodiceFiscale }).FirstAsync();
        return (trovata.CigDerivato!.Valore, trovata.CigPadre.Valore, trovata.CodiceFiscale.Valore);
    });

    private async Task<DifferenzeView> Lista(Actor actor, DifferenzeFilter? filter = null) =>
        (await Bench.Reader.Read<ListaDifferenze, DifferenzeView>(actor, async q => await q.Run(filter ?? new DifferenzeFilter()), default)).Value;

    private async Task<OpenDataEsaminato> Confronta(Actor actor, byte[] content, string name = SampleOpenData.Name)
    {
        var esaminato = await Esamina(actor, content, name);
        Assert.True(esaminato.IsSuccess, string.Join("; ", esaminato.Errors.Select(e => e.Message)));
        await Bench.Services.GetRequiredService<RiconciliazioneKeeper>().Keep(esaminato.Value, actor);
        return esaminato.Value;
    }

    private async Task Rifiuta(string codice, byte[] content)
    {
        var errore = Assert.Single((await Esamina(Dirigente, content, SampleOpenData.Name)).Errors);
        Assert.Equal(codice, errore.Code);
    }

    private async Task<Result<OpenDataEsaminato>> Esamina(
        Actor actor, byte[] content, string name, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var folder = TestFolder.New("opendata");
        try
        {
            var path = Path.Combine(folder, "file");
            await File.WriteAllBytesAsync(path, content, CancellationToken.None);
            var answer = await Bench.Reader.ReadLong<EsaminaOpenData, Result<OpenDataEsaminato>>(
                actor, async q => await q.Run(new OpenDataSource(path, name), progress ?? new Progress<int>(), ct), ct);
            return answer.Value;
        }
        finally
        {
            TestFolder.Delete(folder);
        }
    }

    /// <summary>Stops the reading at its first report, and counts the reports.</summary>
    private sealed class Stopper(CancellationTokenSource stop) : IProgress<int>
    {
        public int Reports { get; private set; }

        public void Report(int value)
        {
            Reports++;
            stop.Cancel();
        }
    }
}
