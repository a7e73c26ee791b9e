using System.Diagnostics;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace CigHub.Tests.UseCases;

/// <summary>
/// A data folder with fifty Affidamenti of 2 000 € each, ready for the portal, on a Lotto with a residuo of 14 000 €, which is enough for exactly
/// seven. It is made once, and each test works on a copy.
/// </summary>
public sealed class FiftyReady : IAsyncLifetime
{
    internal const int Persone = 50, Posti = 7;

    private const int LottoQuasiPieno = 2;

    private TestBench _bench = null!;

    public Guid LottoId { get; private set; }

    /// <summary>The ids and versions of the fifty.</summary>
    internal IReadOnlyList<(Guid Id, int Version)> Pronti { get; private set; } = [];

    public async Task InitializeAsync()
    {
        _bench = await TestBench.Create();
        LottoId = _bench.Catalogo.Lotti[LottoQuasiPieno].Id;
        await _bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
        {
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == LottoId);
            db.Movimenti.Add(capienza.RegistraAltreAdesioni(
                capienza.Residuo - Importo.DaEuro(2000 * Posti), new AttoDiRiferimento("Comunicazione", new DateOnly(2026, 11, 1), "prot. 1"),
                TestBench.Now.UtcDateTime).Value);
            return Web.UseCases.Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Lotto, LottoId, null));
        });
        var pronti = new List<(Guid, int)>();
        for (var i = 0; i < Persone; i++)
        {
            var id = await _bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, LottoQuasiPieno, "2000,00");
            pronti.Add((id, await _bench.Version(id)));
        }

        Pronti = pronti;
        TestBench.ClosePool(_bench.Folder);
    }

    internal Task<TestBench> Copy() => TestBench.OnCopyOf(_bench.Folder, null);

    public async Task DisposeAsync() => await _bench.DisposeAsync();
}

/// <summary>
/// Checks fifty requests of a CIG, and fifty confirmations of capacity, made at once on a Lotto with room for seven. Exactly seven must
/// succeed: with one write gate, with two, and with none.
/// </summary>
public sealed class FiftyAtOnceTests(FiftyReady fifty, ITestOutputHelper uscita) : IClassFixture<FiftyReady>, IAsyncLifetime
{
    private TestBench Bench { get; set; } = null!;

    public async Task InitializeAsync() => Bench = await fifty.Copy();

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    [Fact]
    public Task Cinquanta_insieme_dove_c_e_posto_per_sette_sono_esattamente_sette() => EsattamenteSette(_ => Bench.Runner);

    [Fact]
    public async Task Anche_da_due_processi_con_cancelli_diversi_sono_esattamente_sette()
    {
        await using var altro = await AppOnFile.Open(Bench.Folder, Bench.Clock);
        Assert.NotSame(Bench.Services.GetRequiredService<WriteGate>(), altro.Services.GetRequiredService<WriteGate>());
        await EsattamenteSette(i => i % 2 == 0 ? Bench.Runner : altro.Runner);
    }

    [Fact]
    public async Task Senza_alcun_cancello_sono_ancora_esattamente_sette()
    {
        var scopes = Bench.Services.GetRequiredService<IServiceScopeFactory>();
        var listeners = Bench.Services.GetRequiredService<AfterCommitListeners>();
        GatedWrites Ungated() => new(scopes, new WriteGate(), listeners, Bench.Clock, new NewIds());
        await EsattamenteSette(_ => new CommandRunner(Ungated(), NullLogger<CommandRunner>.Instance));
    }

    [Fact]
    public async Task Cinquanta_conferme_insieme_dove_c_e_posto_per_sette_sono_esattamente_sette()
    {
        var comandi = fifty.Pronti.Select(
            p => new RegistraRisposta(p.Id, Guid.CreateVersion7(), SampleFiles.Confirm("2.000,00", "31/12/2026"), p.Version)).ToList();
        using var via = new ManualResetEventSlim();
        var corse = comandi.Select(c => Task.Run(async () =>
        {
            via.Wait();
            return await Bench.Runner.Run(c, Bench.Rup);
        })).ToList();
        via.Set();
        var esiti = await Task.WhenAll(corse);

        Assert.Equal(FiftyReady.Posti, esiti.Count(e => e.IsSuccess));
        Assert.All(esiti.Where(e => !e.IsSuccess), e => Assert.Equal("capienza.conferma-insufficiente", Assert.Single(e.Errors).Code));
        var capienza = await Bench.Query(db => db.Capienze.SingleAsync(c => c.LottoId == fifty.LottoId));
        Assert.Equal((Importo.DaEuro(2000 * FiftyReady.Posti), Importo.Zero), (capienza.Riservato, capienza.Residuo));
        Assert.Equal(FiftyReady.Posti, await Bench.Query(db => db.Atti.CountAsync()));
        Bench.TotaliUgualiAlleSomme();
        Bench.ConfermeUgualiAlleRighe();
        Assert.Empty(Bench.Rows(MonthlyTotals.Differences));
        Assert.Empty((await Bench.Reader.Read<ConfrontoConIDati, Concordanza>(Bench.Auditor, q => q.Run(null))).Value.Discordanze);
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Due_comandi_insieme_dallo_stesso_circuito_riescono_tutti_e_due()
    {
        var primo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var secondo = await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: 1);
        var version = await Bench.Version(primo);
        var rup = Bench.Rup;
        var ultimo = await Eventi();

        var ricevute = await Task.WhenAll(
            Together(() => Bench.Succeeds(new AvviaRichiestaCig(primo, version, DichiarazioneConflitto.VersioneTesto), rup)),
            Together(() => Bench.Succeeds(new EliminaAffidamento(secondo, 0), rup)));

        Assert.Equal([ultimo + 1, ultimo + 2], ricevute.Select(r => r.Seq).Order());
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(primo)).Stato);
        Assert.Equal(StatoAffidamento.Eliminato, (await Bench.ReadAgain(secondo)).Stato);
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Due_che_salvano_la_stessa_versione_vince_il_primo_e_l_altro_lo_sa()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var version = await Bench.Version(id);
        await using var altro = await AppOnFile.Open(Bench.Folder, Bench.Clock);
        var collega = Bench.ActorOf("rup2.tivoli", CigHub.Domain.Persone.Ruolo.Rup);

        var esiti = await Task.WhenAll(
            Together(() => Bench.Runner.Run(new RiportaInLavorazione(id, version), Bench.Rup)),
            Together(() => altro.Runner.Run(new AssegnaAMe(id, version), collega)));

        var perso = Assert.Single(esiti, e => !e.IsSuccess);
        Assert.Equal(StaleEdit.ErrorCode, perso.Errors[0].Code);
        Assert.Equal(version + 1, await Bench.Version(id));
    }

    private static async Task<T> Together<T>(Func<Task<T>> lavoro)
    {
        await Task.Yield();
        return await lavoro();
    }

    private Task<long> Eventi() => Bench.Query(db => db.Registro.LongCountAsync());

    private async Task EsattamenteSette(Func<int, CommandRunner> runner)
    {
        var prima = await Eventi();
        var rup = Bench.Rup;
        using var via = new ManualResetEventSlim();
        var corse = fifty.Pronti.Select((p, i) => Task.Run(async () =>
        {
            via.Wait();
            var attesa = Stopwatch.StartNew();
            var esito = await runner(i).Run(new AvviaRichiestaCig(p.Id, p.Version, DichiarazioneConflitto.VersioneTesto), rup);
            return (p.Id, Esito: esito, Attesa: attesa.Elapsed);
        })).ToList();
        var totale = Stopwatch.StartNew();
        via.Set();
        var esiti = await Task.WhenAll(corse);
        totale.Stop();

        Assert.Equal(FiftyReady.Posti, esiti.Count(e => e.Esito.IsSuccess));
        Assert.All(esiti.Where(e => !e.Esito.IsSuccess), e => Assert.Equal("capienza.insufficiente", Assert.Single(e.Esito.Errors).Code));

        // The stored data match the answers: exactly the seven that succeeded hold a reservation and an event.
        var riusciti = esiti.Where(e => e.Esito.IsSuccess).Select(e => e.Id).Order().ToList();
        var inRichiesta = await Bench.Query(db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.CigInRichiesta).Select(a => a.Id).ToListAsync());
        Assert.Equal(riusciti, inRichiesta.Order());
        Assert.Equal(Enumerable.Range(1, FiftyReady.Posti).Select(i => prima + i), esiti.Where(e => e.Esito.IsSuccess).Select(e => e.Esito.Value.Seq).Order());
        Assert.Equal(prima + FiftyReady.Posti, await Eventi());
        var capienza = await Bench.Query(db => db.Capienze.SingleAsync(c => c.LottoId == fifty.LottoId));
        Assert.Equal(
            (Importo.DaEuro(2000 * FiftyReady.Posti), Importo.Zero, false), (capienza.Riservato, capienza.Residuo, capienza.SforamentoDaRegolarizzare));
        Bench.TotaliUgualiAlleSomme();
        await Bench.RegistroIntegro();
        uscita.WriteLine(
            $"{FiftyReady.Persone} at once: {totale.ElapsedMilliseconds} ms, {FiftyReady.Persone / totale.Elapsed.TotalSeconds:0} commands/s, "
            + $"worst wait {esiti.Max(e => e.Attesa).TotalMilliseconds:0} ms");
    }
}
