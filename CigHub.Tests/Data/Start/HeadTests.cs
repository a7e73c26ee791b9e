using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Data.Start;
using CigHub.Web.Operations;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Checks the head note (<c>registro.testa</c>), which keeps size and root of the registro outside the database. The app must notice a
/// registro that is older or different, and must not warn after a restore.
/// </summary>
public sealed class HeadTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestBench.Now);
    private string _folder = "";

    private string Note => Path.Combine(_folder, "registro.testa");

    public async Task InitializeAsync() => _folder = await OfficeAtRest.Copy("head");

    public Task DisposeAsync()
    {
        TestFolder.Delete(_folder);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Un_arresto_in_ordine_annota_la_testa_che_c_e()
    {
        await Start(Write);
        var (events, root) = StartUnderTest.Sound(_folder);
        var note = HeadNote.Read(Note)!;
        Assert.Equal((events, root), (note.Size, Convert.ToHexString(note.Root)));
    }

    [Fact]
    public async Task Dopo_un_commit_la_testa_e_annotata_entro_un_secondo()
    {
        await Start(async app =>
        {
            await Write(app);
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(StartUnderTest.Ask<long>(_folder, "SELECT \"Dimensione\" FROM \"RegistroTesta\""), HeadNote.Read(Note)!.Size);
        });
    }

    [Fact]
    public async Task Un_registro_piu_corto_si_dice_in_un_evento_e_nel_banner_e_l_app_parte()
    {
        var older = StartUnderTest.Database(_folder) + ".copia";
        File.Copy(StartUnderTest.Database(_folder), older);
        await Start(Write);
        await Start(Write);
        File.Move(older, StartUnderTest.Database(_folder), overwrite: true);
        var faults = await Start();
        Assert.Contains("non è quello che CigHub ricordava", Assert.Single(faults), StringComparison.Ordinal);
        Assert.Equal(1, Count(Azioni.RegistroDiversoDallaNota));

        // The next start says it again, and adds no second event.
        Assert.Single(await Start());
        Assert.Equal(1, Count(Azioni.RegistroDiversoDallaNota));
    }

    [Fact]
    public async Task Un_registro_riscritto_si_nota_anche_se_e_piu_lungo()
    {
        var older = StartUnderTest.Database(_folder) + ".copia";
        File.Copy(StartUnderTest.Database(_folder), older);
        await Start(Write);
        File.Move(older, StartUnderTest.Database(_folder), overwrite: true);
        var kept = await File.ReadAllTextAsync(Note);
        File.Delete(Note);
        await Start(async app =>
        {
            _clock.Advance(TimeSpan.FromMinutes(5));
            await Write(app);
            await Write(app);
        });
        await File.WriteAllTextAsync(Note, kept);
        Assert.Single(await Start());
    }

    [Fact]
    public async Task Un_registro_cresciuto_dopo_la_nota_e_lo_stesso()
    {
        await Start(Write);
        var kept = await File.ReadAllTextAsync(Note);
        await Start(Write);
        await File.WriteAllTextAsync(Note, kept);
        Assert.Empty(await Start());
    }

    [Fact]
    public async Task Un_ripristino_e_un_evento_e_non_un_avviso()
    {
        var copies = TestFolder.New("head-copies");
        var made = new Backup(new DataFolder(_folder, StartSteps.None), TimeProvider.System).Run(copies, null, null);
        await Start(Write);
        var before = HeadNote.Read(Note)!;
        File.Delete(StartUnderTest.Database(_folder));
        var restored = new Restore(new DataFolder(_folder, StartSteps.None)).Run(made.File, null);
        Assert.Equal(before.Size - made.Manifest.Events, restored.Missing);
        Assert.Empty(await Start());
        Assert.Equal(1, Count(Azioni.DatiRipristinati));
        Assert.Empty(await Start());
        Assert.Equal(1, Count(Azioni.DatiRipristinati));
        TestFolder.Delete(copies);
    }

    [Fact]
    public async Task Un_orologio_tornato_indietro_di_due_ore_si_vede_nella_verifica()
    {
        await Start(async app =>
        {
            _clock.Advance(TimeSpan.FromHours(2));
            await Write(app);
        });
        var back = new FakeTimeProvider(TestBench.Now);
        await Start(Write, back);
        using var database = DatabaseFile.Open(StartUnderTest.Database(_folder));
        var verified = Web.Data.Sqlite.RegistroCheck.Run(database.Connection);
        Assert.True(verified.Integro, verified.Messaggio);
        Assert.Equal(verified.Eventi, verified.OrologioIndietro);
        Assert.Contains("tornato indietro", verified.Messaggio, StringComparison.Ordinal);
        Assert.Contains("2 ore", verified.Messaggio, StringComparison.Ordinal);
    }

    private static Task Write(WebApplication app) => app.Services.GetRequiredService<SystemWriter>().Write(
        _ => Task.FromResult(Events.Of(new EventToWrite(Azioni.AccessoNegato, Oggetti.Catalogo, Guid.Empty, null))));

    /// <summary>
    /// Starts the app, runs the given work and stops the app in good order. Returns the sentences of the banner about the data.
    /// </summary>
    private async Task<IReadOnlyList<string>> Start(Func<WebApplication, Task>? work = null, TimeProvider? clock = null)
    {
        await using var app = StartUnderTest.Build(_folder, StartSteps.None, clock: clock ?? _clock);
        try
        {
            await app.PrepareDataAsync();
            await app.Services.GetRequiredService<HeadCheck>().Run();
            await (work?.Invoke(app) ?? Task.CompletedTask);
            return app.Services.GetRequiredService<DataHealth>().Faults;
        }
        finally
        {
            StartUnderTest.LetGo(_folder);
        }
    }

    private long Count(string action) => StartUnderTest.Ask<long>(_folder, $"SELECT COUNT(*) FROM \"Registro\" WHERE \"Azione\" = '{action}'");
}
