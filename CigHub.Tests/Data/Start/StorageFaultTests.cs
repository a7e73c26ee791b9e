using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Security;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Operations;
using CigHub.Web.Security.Accesso;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Checks writes to a full disk, to a read-only file, and during a lock held by another program. No data may be lost, the sentence must say
/// why nothing was saved, and open pages must go on reading.
/// </summary>
public sealed class StorageFaultTests : IAsyncLifetime
{
    private readonly Obstacles _obstacles = new();
    private readonly FakeTimeProvider _clock = new(TestBench.Now);
    private string _folder = "";
    private WebApplication _app = null!;

    private CommandRunner Runner => _app.Services.GetRequiredService<CommandRunner>();

    private QueryReader Reader => _app.Services.GetRequiredService<QueryReader>();

    public async Task InitializeAsync()
    {
        _folder = await OfficeAtRest.Copy("obstacles");
        _app = StartUnderTest.Build(_folder, Web.Data.Start.StartSteps.None, clock: _clock, adjust: _obstacles.AddTo);
        await _app.PrepareDataAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        StartUnderTest.LetGo(_folder);
        TestFolder.Delete(_folder);
    }

    [Fact]
    public async Task Con_il_disco_pieno_un_comando_non_si_salva_e_lo_dice_e_si_legge_ancora()
    {
        var (actor, id) = await Draft();
        _obstacles.DiskIsFull();
        var outcome = await Runner.Run(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, new string('x', 900), await Text(actor, id))]), actor);

        // One field may still fit into free pages. Many saves do not.
        for (var i = 0; i < 200 && outcome.IsSuccess; i++)
        {
            var text = new string((char)('a' + (i % 26)), 900);
            outcome = await Runner.Run(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, text, await Text(actor, id))]), actor);
        }

        var error = Assert.Single(outcome.Errors);
        Assert.Equal("archivio.pieno", error.Code);
        Assert.StartsWith("Non salvato: il disco del server è pieno", error.Message, StringComparison.Ordinal);
        Assert.NotNull(await Text(actor, id));
        _obstacles.Gone();
        Assert.True((await Runner.Run(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "adesso sì", await Text(actor, id))]), actor)).IsSuccess);
        StartUnderTest.Sound(_folder);
    }

    [Fact]
    public async Task Con_il_disco_pieno_un_file_non_si_carica_e_dopo_si()
    {
        var (actor, id) = await Draft();
        var file = new ChosenFile("conferma.pdf", SampleFiles.Pdf(new string('x', 2 << 20)));
        var upload = new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Act(), await Version(actor, id), file);
        _obstacles.DiskIsFull();
        Assert.Equal("archivio.pieno", Assert.Single((await Runner.Run(upload, actor)).Errors).Code);
        _obstacles.Gone();
        Assert.Empty((await Runner.Run(upload, actor)).Errors);
        StartUnderTest.Sound(_folder);
    }

    [Fact]
    public async Task In_sola_lettura_si_legge_e_non_si_salva()
    {
        var (actor, id) = await Draft();
        _obstacles.FileIsReadOnly();
        var outcome = await Runner.Run(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "x", await Text(actor, id))]), actor);
        Assert.Equal("archivio.sola-lettura", Assert.Single(outcome.Errors).Code);
        Assert.NotNull(await Text(actor, id));
    }

    [Fact]
    public async Task L_editor_tiene_cio_che_e_scritto_e_salva_da_solo_quando_il_blocco_finisce()
    {
        var (actor, id) = await Draft();
        var details = (await Reader.Read<DettaglioAffidamento, AffidamentoDetails>(actor, q => q.Run(id))).Value;
        var editor = new BozzaEditor(Runner, Reader, _app.Services.GetRequiredService<ListeInVigore>(),
            _app.Services.GetRequiredService<BozzaWorkRecorder>(), _clock, actor, details);
        using (var other = new SqliteConnection($"Data Source={StartUnderTest.Database(_folder)};Pooling=False"))
        {
            other.Open();
            using var theirs = other.BeginTransaction();
            await editor.Write(PercorsoAd4.Oggetto, "scritto durante il blocco");
            var error = Assert.Single(editor.Errors);
            Assert.Equal("archivio.occupato", error.Code);
            Assert.Contains("riprovo", error.Message, StringComparison.Ordinal);
            Assert.Equal("scritto durante il blocco", editor.Text(PercorsoAd4.Oggetto));
            Assert.NotEqual("scritto durante il blocco", await Text(actor, id));
        }

        var saved = new TaskCompletionSource();
        editor.Confermato += _ =>
        {
            saved.TrySetResult();
            return Task.CompletedTask;
        };
        _clock.Advance(TimeSpan.FromSeconds(3));
        await saved.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(editor.Errors);
        Assert.Equal("scritto durante il blocco", await Text(actor, id));
    }

    [Fact]
    public async Task Un_accesso_che_non_si_puo_registrare_non_avviene_e_lo_dice_e_chi_e_dentro_legge()
    {
        var obstacles = new Obstacles();
        await using var app = new TestApp { Adjust = obstacles.AddTo };
        await app.InitializeAsync();
        using var inside = await TestClient.SignedInAs(app, "rup.tivoli", "Rup");
        using var other = new SqliteConnection($"Data Source={Path.Combine(app.Folder, DataSetup.DatabaseFileName)};Pooling=False");
        other.Open();
        using var theirs = other.BeginTransaction();
        using var page = await inside.Http.GetAsync(Web.Common.AppRoutes.Affidamenti);
        Assert.True(page.IsSuccessStatusCode, $"{page.StatusCode}");
        using var outside = new TestClient(app);
        var form = await outside.Http.GetStringAsync(Web.Common.AppRoutes.Accedi);
        var button = TestClient.Bottoni().Matches(form).First(b => b.Value.Contains("data-persona=\"rup.velletri\"", StringComparison.Ordinal));
        using var answer = await outside.Send(AccountEndpoints.SignIn, form, ("appartenenza", TestClient.Value().Match(button.Value).Groups[1].Value));
        Assert.Null(outside.Sessione());
        Assert.Contains("un altro programma tiene occupato il database", await outside.Http.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
    }

    private async Task<(Actor Actor, Guid Id)> Draft()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var draft = await db.Affidamenti.AsNoTracking().FirstAsync(a => a.Stato == StatoAffidamento.InLavorazione);
        return (new Actor(draft.RupId, Ruolo.Rup, draft.EnteId, [Ruolo.Rup]), draft.Id);
    }

    private async Task<int> Version(Actor actor, Guid id) =>
        (await Reader.Read<DettaglioAffidamento, AffidamentoDetails>(actor, q => q.Run(id))).Value.Affidamento.Version;

    private async Task<string?> Text(Actor actor, Guid id) =>
        (await Reader.Read<DettaglioAffidamento, AffidamentoDetails>(actor, q => q.Run(id))).Value.Affidamento.Bozza.Testo(PercorsoAd4.Oggetto);
}
