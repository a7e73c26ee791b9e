using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Demo.Dimostrazione;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>
/// A data folder with events of many kinds, made once, of which each test changes a copy: a CIG, an Atto, an amount and a CUP corrected on the
/// portal, a draft under way, a scheda above the threshold that was approved, and a deleted draft.
/// </summary>
public sealed class StoriaIntera : IAsyncLifetime
{
    private TestBench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await TestBench.Create();
        var id = await _bench.Affidamento(StatoAffidamento.CigAcquisito);
        await _bench.Succeeds(new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Act(), await _bench.Version(id), SampleFiles.Scelto()));
        await _bench.Succeeds(new ModificaFascicolo(id, new FascicoloForm { AliquotaIva = "22", ContrattoDal = "1/12/2026" }, await _bench.Version(id)));
        var corretto = await _bench.Affidamento(StatoAffidamento.CigAcquisito, cig: 0xABCDF);
        var (a, operazione) = (await _bench.ReadAgain(corretto), Guid.CreateVersion7());
        await _bench.Succeeds(
            new AvviaModifica(corretto, operazione, a.Aggiudicazioni[0].Id, new ModificaForm { Importo = "900,00", Cup = "E11B26000000001" }, a.Version));
        await _bench.Succeeds(new AccettaOperazione(corretto, operazione, await _bench.Version(corretto)));
        var bozza = await _bench.Affidamento(StatoAffidamento.InLavorazione);
        await _bench.Succeeds(new SalvaBozza(
            bozza, [new ModificaCampo(PercorsoAd4.Oggetto, "Ancora in corso", (await _bench.ReadAgain(bozza)).Bozza.Testo(PercorsoAd4.Oggetto))]));
        var approvato = await _bench.InApprovazione();
        await _bench.Succeeds(await _bench.Approva(approvato), _bench.ActorOf("responsabile"));
        var eliminato = await _bench.Affidamento(StatoAffidamento.InLavorazione);
        await _bench.Succeeds(new EliminaAffidamento(eliminato, await _bench.Version(eliminato)));
        TestBench.ClosePool(_bench.Folder);
    }

    internal Task<TestBench> Copy() => TestBench.OnCopyOf(_bench.Folder, null);

    public async Task DisposeAsync() => await _bench.DisposeAsync();
}

/// <summary>
/// Checks the comparison of the tables with the events. Unchanged tables must agree, and a change made to a table without an event must be
/// found.
/// </summary>
public sealed class ConfrontoConIDatiTests(StoriaIntera storia) : IClassFixture<StoriaIntera>, IAsyncLifetime
{
    private TestBench Bench { get; set; } = null!;

    public async Task InitializeAsync() => Bench = await storia.Copy();

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    public static TheoryData<string, string, string> Manomissioni => new()
    {
        { "an amount of the ledger", "UPDATE MovimentiCapienza SET Importo = Importo + 1 WHERE Importo <> 0", "Movimento di capienza/Importo" },
        { "a total", "UPDATE Capienze SET Aderito = Aderito + 100 WHERE Aderito > 0", "Capienza del Lotto/Aderito" },
        { "a ceiling", "UPDATE Capienze SET Massimale = Massimale + 100", "Capienza del Lotto/Massimale" },
        { "a CIG",
            $"UPDATE Aggiudicazioni SET CigDerivato = '{Web.Demo.Dimostrazione.InventedCodes.Cig('B', 0x77777)}' "
                + "WHERE Id = (SELECT Id FROM Aggiudicazioni WHERE CigDerivato IS NOT NULL LIMIT 1)",
            "Adesione/CIG Derivato" },
        { "a code that is none",
            "UPDATE Aggiudicazioni SET CigDerivato = 'B500001234' WHERE Id = (SELECT Id FROM Aggiudicazioni WHERE CigDerivato IS NOT NULL LIMIT 1)",
            "Adesione/" },
        { "a state", "UPDATE Affidamenti SET Stato = 1 WHERE Stato = 6", "Affidamento/Stato" },
        { "the RUP", "UPDATE Affidamenti SET RupId = AutoreId, AutoreId = RupId, RupId = (SELECT Id FROM Persone WHERE NomeUtente = 'rup2.tivoli')",
            "Affidamento/RUP" },
        { "the text of a draft", "UPDATE Affidamenti SET Bozza = replace(Bozza, 'Pulizia', 'Altro')", "Affidamento/dato tecnico" },
        { "an act of the fascicolo", "UPDATE Atti SET Dati = replace(Dati, '\"Numero\":\"12\"', '\"Numero\":\"13\"')", "Atto del fascicolo/dato tecnico" },
        { "an act taken away", "DELETE FROM Atti", "Atto del fascicolo/" },
        { "a ledger row put in",
            "INSERT INTO MovimentiCapienza (Id, AggiudicazioneId, DataAtto, LottoId, Protocollo, Riferimento, Tipo, Utc, Importo) "
                + "SELECT '01900000-0000-7000-8000-000000000001', AggiudicazioneId, DataAtto, LottoId, Protocollo, Riferimento, "
                + "Tipo, Utc, Importo FROM MovimentiCapienza LIMIT 1",
            "Movimento di capienza/" },
        { "an Affidamento deleted", "PRAGMA foreign_keys = OFF; DELETE FROM Affidamenti WHERE Id = (SELECT MIN(Id) FROM Affidamenti)", "Affidamento/" },
        { "a role that began earlier", "UPDATE Appartenenze SET Dal = '2020-01-01'", "Assegnazione del ruolo/Dal" },
        { "a person who is active again", "UPDATE Persone SET Attiva = 0", "Persona/Attiva" },
        { "a declaration", "UPDATE DichiarazioniConflitto SET Esito = 2", "Dichiarazione di conflitto/Esito" },
        { "the threshold of a Convenzione", "UPDATE Convenzioni SET SogliaApprovazione = 1", "Convenzione/Soglia di approvazione" },
        { "a supplier of a Lotto", "UPDATE Lotti SET Fornitori = replace(Fornitori, 'Nitida', 'Torbida')", "Lotto/Fornitori" },
    };

    [Fact]
    public async Task Dopo_una_storia_intera_tutto_concorda()
    {
        var avanzamenti = new List<ConfrontoProgress>();
        var esito = await Compare(new Immediate(avanzamenti.Add));
        Assert.Empty(esito.Discordanze);
        Assert.True(esito is { Eventi: > 15, Righe: > 40 }, esito.ToString());
    }

    [Fact]
    public async Task Anche_la_dimostrazione_concorda()
    {
        await using var ufficio = await TestOffice.Open();
        await using var scope = ufficio.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var avanzamenti = new List<ConfrontoProgress>();
        var esito = await scope.ServiceProvider.GetRequiredService<ConfrontoConIDati>().Run(new Immediate(avanzamenti.Add));
        Assert.Empty(esito!.Discordanze);
        Assert.NotEmpty(avanzamenti);
        Assert.All(avanzamenti, a => Assert.InRange(a.Fatti, 1, a.Totale));
    }

    [Theory]
    [MemberData(nameof(Manomissioni))]
    public async Task Chi_cambia_una_tabella_e_nominato(string che, string sql, string attesa)
    {
        Manometti(sql, che);
        Assert.Contains(attesa, (await Compare(null)).Discordanze.Select(d => $"{d.Oggetto}/{d.Dato}"));
    }

    [Theory]
    [InlineData("CREATE TRIGGER Altrui AFTER INSERT ON Registro BEGIN DELETE FROM Atti; END", "Protezione del database/Altrui")]
    [InlineData("CREATE VIEW Vista AS SELECT 1", "Protezione del database/Vista")]
    [InlineData("DROP TRIGGER Registro_no_DELETE", "Protezione del database/Registro_no_DELETE")]
    [InlineData("DROP TRIGGER Registro_no_UPDATE; CREATE TRIGGER Registro_no_UPDATE BEFORE UPDATE ON Registro BEGIN SELECT 1; END",
        "Protezione del database/Registro_no_UPDATE")]
    [InlineData(
        "DROP TRIGGER Registro_no_UPDATE; "
        + "UPDATE Registro SET Byte = CAST(replace(CAST(Byte AS TEXT), '\"utc\":\"2026', '\"utc\":\"2025') AS BLOB) WHERE Seq = 3",
        "Registro/Integrità")]
    [InlineData("DROP TRIGGER RegistroTesta_solo_avanti; UPDATE RegistroTesta SET Dimensione = Dimensione + 1", "Registro/Integrità")]
    public async Task Anche_cio_che_non_e_di_una_riga_e_nominato(string sql, string atteso)
    {
        using (var file = Bench.OpenFile())
        {
            using var comando = file.CreateCommand();
            comando.CommandText = sql;
            comando.ExecuteNonQuery();
        }

        Assert.Contains((await Compare(null)).Discordanze, d => $"{d.Oggetto}/{d.Dato}".StartsWith(atteso, StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_nota_accanto_ai_dati_smentisce_un_registro_piu_corto_o_diverso()
    {
        var nota = Bench.Services.GetRequiredService<DataFolder>().HeadNote;
        var testa = await Bench.Query(db => db.Testa.AsNoTracking().SingleAsync());
        await File.WriteAllTextAsync(nota, new HeadNote(testa.Dimensione, testa.Radice, TestBench.Now.UtcDateTime).Text);
        Assert.Empty((await Compare(null)).Discordanze);

        await File.WriteAllTextAsync(nota, new HeadNote(testa.Dimensione + 5, testa.Radice, TestBench.Now.UtcDateTime).Text);
        Assert.Equal(["Nota accanto ai dati"], (await Compare(null)).Discordanze.Select(d => d.Dato));

        await File.WriteAllTextAsync(nota, new HeadNote(testa.Dimensione - 3, testa.Radice, TestBench.Now.UtcDateTime).Text);
        Assert.Equal(["altri eventi al loro posto"], (await Compare(null)).Discordanze.Select(d => d.Trovato));
    }

    [Fact]
    public async Task Un_orologio_tornato_indietro_e_nominato_con_l_evento()
    {
        var ultimo = await Bench.Query(db => db.Testa.AsNoTracking().Select(t => t.Dimensione).SingleAsync());
        await new SystemWriter(Bench.WritesAt(TestBench.Now.AddHours(-2))).Write(
            _ => Task.FromResult(Web.UseCases.Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null))));
        Assert.Equal([("Orologio", (long?)(ultimo + 1))], (await Compare(null)).Discordanze.Select(d => (d.Dato!, d.UltimoEvento)));
    }

    [Fact]
    public async Task Una_riga_del_libro_tolta_smentisce_i_totali_del_suo_Lotto()
    {
        Manometti("DELETE FROM MovimentiCapienza WHERE Tipo = 4", "the adhesions of the ledger");
        var totale = Assert.Single((await Compare(null)).Discordanze, d => d.Dato?.Contains("somma dei movimenti", StringComparison.Ordinal) == true);

        // After the deletion only the correction of one adhesion is left.
        Assert.Equal(("Capienza del Lotto", "-100,00 €"), (totale.Oggetto, totale.Atteso!.Replace('\u00A0', ' ')));
    }

    [Fact]
    public async Task L_esito_resta_nel_registro_e_si_ritrova_dopo_un_riavvio()
    {
        Manometti("UPDATE Capienze SET Aderito = Aderito + 100 WHERE Aderito > 0", "a total");
        var esito = await Compare(null);
        await Bench.Services.GetRequiredService<NightlyConfronto>().Note(esito, Bench.Auditor);

        var letto = (await Bench.Reader.Read<UltimoConfronto, ConfrontoRegistrato>(Bench.Auditor, q => q.Run())).Value;
        Assert.Equal((esito.DaSpiegare, esito.Righe, esito.Messaggio), (letto.DaSpiegare, letto.Righe, letto.Messaggio));
        Assert.Equal(Bench.Auditor.PersonaId, (await Bench.Query(db => db.Registro.AsNoTracking().SingleAsync(e => e.Seq == letto.Seq))).AttoreId);
    }

    [Fact]
    public async Task Un_registro_svuotato_accanto_ai_dati_si_vede()
    {
        Manometti("DELETE FROM Registro", "the registro emptied");
        var esito = await Compare(null);
        Assert.Equal("nessun evento", esito.Discordanze.Single(d => d is { Oggetto: "Registro", Dato: null }).Trovato);
        Assert.True(esito.Discordanze.Count(d => d is { Atteso: null, Trovato: "c'è" }) > 30, $"{esito.Discordanze.Count}");
    }

    [Fact]
    public async Task Si_puo_interrompere()
    {
        using var fine = new CancellationTokenSource();
        await fine.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Compare(null, fine.Token));
    }

    /// <summary>
    /// Changes the database file by SQL, after dropping the triggers that protect it, as somebody with knowledge of SQLite could. Asserts
    /// that the SQL changed at least one row.
    /// </summary>
    private void Manometti(string sql, string che)
    {
        using var file = Bench.OpenFile();
        using var comando = file.CreateCommand();
        comando.CommandText = "SELECT group_concat('DROP TRIGGER \"' || name || '\"', ';') FROM sqlite_master WHERE type = 'trigger'";
        comando.CommandText = (string)comando.ExecuteScalar()!;
        comando.ExecuteNonQuery();
        comando.CommandText = sql;
        Assert.True(comando.ExecuteNonQuery() > 0, che);
    }

    private async Task<Concordanza> Compare(IProgress<ConfrontoProgress>? avanti, CancellationToken ct = default)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return (await scope.ServiceProvider.GetRequiredService<ConfrontoConIDati>().Run(avanti, ct))!;
    }

    private sealed class Immediate(Action<ConfrontoProgress> avanti) : IProgress<ConfrontoProgress>
    {
        public void Report(ConfrontoProgress value) => avanti(value);
    }
}
