using CigHub.Domain.Registro;
using CigHub.Tests.Data.Start;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Start;
using CigHub.Web.Operations;
using CigHub.Web.Operations.Attestazioni;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Data.Attestazioni;

/// <summary>
/// Checks when attestazioni are made, that a key outside the data signs them, that backup and restore keep them, and that a start and the
/// command <c>verify</c> see every alteration of the registro by them.
/// </summary>
public sealed class AttestazioniTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestBench.Now);
    private string _folder = "";

    private DataFolder Folder => new(_folder, StartSteps.None);

    private AttestazioniStore Store => new(Folder);

    public static TheoryData<string> Alterations => [.. RegistroTamperer.Ways.Keys];

    public async Task InitializeAsync() => _folder = await OfficeAtRest.Copy("attestazioni");

    public Task DisposeAsync()
    {
        TestFolder.Delete(_folder);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task La_chiave_nasce_fuori_dai_dati_e_la_nota_della_testa_ne_porta_la_firma()
    {
        await Start(Write);
        var keys = KeyRing.Read(Folder);
        var note = HeadNote.Read(Folder.HeadNote)!;
        Assert.True(note.Envelope!.IsSignedBy(Assert.Single(keys).Key!, Ed25519Signing.Verify));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories), f => f.EndsWith(".privata", StringComparison.Ordinal));
        var secret = Assert.Single(Directory.EnumerateFiles(Folder.KeyFolder, "*.privata"));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(secret) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Ogni_ora_in_cui_succede_qualcosa_e_all_arresto_c_e_un_attestazione()
    {
        await using var app = StartUnderTest.Build(_folder, StartSteps.None, clock: _clock);
        await app.PrepareDataAsync();
        var timetable = app.Services.GetServices<IHostedService>().OfType<AttestazioniTimetable>().Single();
        await timetable.StartAsync(default);
        await Write(app);
        await Passed(AttestazioniTimetable.Interval, () => Store.Last == 1);
        await Write(app);
        await Passed(AttestazioniTimetable.Interval, () => Store.Last == 2);
        Assert.Equal(MotivoAttestazione.Oraria, Store.Newest!.Motivo);
        await Write(app);
        await timetable.StopAsync(default);
        await timetable.StoppedAsync(default);
        Assert.Equal((3, MotivoAttestazione.Arresto), (Store.Last, Store.Newest!.Motivo));

        // Nothing happened since, so a second stop makes none.
        await timetable.StoppedAsync(default);
        Assert.Equal(3, Store.Last);
        Assert.Equal(Attestazione.Of(Store.Newest.Checkpoint!), (3, Store.Newest.Utc));
        StartUnderTest.LetGo(_folder);
    }

    [Fact]
    public async Task Una_copia_porta_con_se_le_attestazioni_e_un_ripristino_non_toglie_quelle_piu_nuove()
    {
        var copies = TestFolder.New("attestazioni-copies");
        await Start(Write);
        var made = new Backup(Folder, _clock).Run(copies, null, null);
        Assert.Equal((1, MotivoAttestazione.Backup), (Store.Last, Store.Newest!.Motivo));
        await Start(app =>
        {
            var later = Write(app);
            return later.ContinueWith(_ => app.Services.GetRequiredService<Attestatore>().Make(MotivoAttestazione.Richiesta), TaskScheduler.Default);
        });
        Assert.Equal(2, Store.Last);
        var other = TestFolder.New("attestazioni-other");
        new Restore(new DataFolder(other, StartSteps.None)).Run(made.File, null);
        Assert.Equal(1, new AttestazioniStore(new DataFolder(other, StartSteps.None)).Last);
        File.Delete(StartUnderTest.Database(_folder));
        new Restore(Folder).Run(made.File, null);
        Assert.Equal(2, Store.Last);

        // The restore is an event with an attestazione of its own, and no warning. The later attestazione tells what was lost.
        Assert.Empty(await Start());
        Assert.Equal((3, MotivoAttestazione.Ripristino), (Store.Last, Store.Newest!.Motivo));
        var (code, output) = await Verify(Store.Read(2)!.Nota);
        Assert.Equal(ExitCodes.DataNotSound, code);
        Assert.Contains("Non coerente con l'attestazione n. 2 del 24/11/2026", output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await Verify(Store.Read(1)!.Nota)).Code);
        TestFolder.Delete(copies);
        TestFolder.Delete(other);
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task Verify_vede_ogni_alterazione_con_un_attestazione_tenuta_altrove(string way)
    {
        var note = Made();
        var (before, coherent) = await Verify(note);
        Assert.True(before == ExitCodes.Ok, coherent);
        Assert.Contains("Coerente con l'attestazione n. 1", coherent, StringComparison.Ordinal);
        RegistroTamperer.Ways[way](StartUnderTest.Database(_folder));
        var (code, output) = await Verify(note);
        Assert.True(code == ExitCodes.DataNotSound, $"{way}: {output}");
    }

    [Theory]
    [InlineData("tail cut, head adjusted")]
    [InlineData("everything rewritten with right hashes")]
    public async Task L_avvio_vede_un_registro_riscritto_anche_senza_la_nota(string way)
    {
        Made();
        File.Delete(Folder.HeadNote);
        RegistroTamperer.Ways[way](StartUnderTest.Database(_folder));
        Assert.Contains("Non coerente con l'attestazione n. 1 del 24/11/2026. Cause possibili", Assert.Single(await Start()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Una_nota_rifatta_senza_la_chiave_si_vede()
    {
        await Start(Write);
        Made();
        var (events, root) = StartUnderTest.Sound(_folder);
        await File.WriteAllTextAsync(Folder.HeadNote, new HeadNote(events, Convert.FromHexString(root), DateTime.UnixEpoch).Text);
        Assert.Contains("non è firmata da una chiave di questa installazione", Assert.Single(await Start()), StringComparison.Ordinal);
        File.Delete(Folder.HeadNote + ".diversa");
        var forged = NoteSigner.Create(KeyRing.Read(Folder)[0].Key!.Name);
        var (now, head) = StartUnderTest.Sound(_folder);
        await File.WriteAllTextAsync(Folder.HeadNote, new HeadNote(now, Convert.FromHexString(head), DateTime.UnixEpoch).SignedBy(forged));
        Assert.Contains("non è firmata da una chiave di questa installazione", Assert.Single(await Start()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_vecchio_backup_rimesso_un_altro_ufficio_e_una_firma_falsa_si_dicono_con_altre_parole()
    {
        var older = StartUnderTest.Database(_folder) + ".copia";
        File.Copy(StartUnderTest.Database(_folder), older);
        await Start(Write);
        var note = Made();
        await Says(note.Replace("attestazione 1", "attestazione 9", StringComparison.Ordinal), "La firma non è valida");
        await Says(Signed(NoteSigner.Create("cighub.registro/altro"), 3), "è di un'altra installazione («cighub.registro/altro»)");
        await Says(Signed(NoteSigner.Create(KeyRing.Read(Folder)[0].Key!.Name), 3), "La firma non è valida");
        await Says("ciao", "non è un'attestazione di CigHub");
        File.Move(older, StartUnderTest.Database(_folder), overwrite: true);
        await Says(note, "Non coerente con l'attestazione n. 1 del 24/11/2026: attesta");
        await Says(note, "Non modificare nulla; conserva copia; avvisa RPCT e dirigente.");
    }

    [Fact]
    public async Task Una_chiave_sostituita_vale_per_gli_eventi_di_prima_e_non_per_quelli_di_dopo()
    {
        var before = Made();
        var oldSigner = NoteSigner.Parse(await File.ReadAllTextAsync(Directory.EnumerateFiles(Folder.KeyFolder, "*.privata").Single()))!;
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.True(
            await ProgramCommands.RunAsync(["rotate-key", $"--Dati:Cartella={_folder}"], output, errors) == ExitCodes.Ok, $"{errors}");
        StartUnderTest.LetGo(_folder);
        var keys = KeyRing.Read(Folder);
        Assert.Equal(2, keys.Count);
        Assert.Contains(keys[1].Chiave, $"{output}", StringComparison.Ordinal);
        Assert.Equal(1, StartUnderTest.Ask<long>(_folder, $"SELECT COUNT(*) FROM \"Registro\" WHERE \"Azione\" = '{Azioni.ChiaveSostituita}'"));
        Assert.DoesNotContain(oldSigner.Key.Id, Assert.Single(Directory.EnumerateFiles(Folder.KeyFolder, "*.privata")), StringComparison.Ordinal);
        Assert.All(keys, k => Assert.True(SignedNote.Parse(Store.Newest!.Nota)!.IsSignedBy(k.Key!, Ed25519Signing.Verify)));
        Assert.Equal(ExitCodes.Ok, (await Verify(Store.Newest!.Nota)).Code);
        var (code, said) = await Verify(before);
        Assert.True(code == ExitCodes.Ok, said);
        Assert.Contains("È firmata con una chiave sostituita il", said, StringComparison.Ordinal);
        Assert.Empty(await Start(Write));
        await Says(Signed(oldSigner, keys[0].FinoA!.Value + 1), "firmata con una chiave sostituita il");
    }

    [Fact]
    public async Task I_dati_portati_altrove_senza_la_chiave_ne_hanno_una_nuova_e_un_evento_lo_dice()
    {
        var note = Made();
        TestFolder.Delete(Folder.KeyFolder);
        Assert.Empty(await Start());
        Assert.Equal(1, StartUnderTest.Ask<long>(_folder, $"SELECT COUNT(*) FROM \"Registro\" WHERE \"Azione\" = '{Azioni.ChiaveSostituita}'"));
        Assert.Equal(2, KeyRing.Read(Folder).Count);
        Assert.Empty(await Start());
        Assert.Equal(1, StartUnderTest.Ask<long>(_folder, $"SELECT COUNT(*) FROM \"Registro\" WHERE \"Azione\" = '{Azioni.ChiaveSostituita}'"));
        Assert.Equal(ExitCodes.Ok, (await Verify(note)).Code);
    }

    [Fact]
    public void Senza_la_cartella_della_chiave_il_lavoro_continua_e_si_sa_perche()
    {
        var blocked = Path.Combine(_folder, "un-file");
        File.WriteAllText(blocked, "");
        var folder = new DataFolder(_folder, StartSteps.None) { KeyFolder = Path.Combine(blocked, "chiave") };
        var keys = new KeyRing(folder, _clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<KeyRing>.Instance);
        Assert.Null(keys.Signer());
        Assert.Contains("Attestazioni:CartellaChiave", keys.Fault, StringComparison.Ordinal);
        Assert.Empty(keys.Known);
    }

    private static Task Write(WebApplication app) => app.Services.GetRequiredService<SystemWriter>().Write(
        _ => Task.FromResult(Events.Of(new EventToWrite(Azioni.AccessoNegato, Oggetti.Catalogo, Guid.Empty, null))));

    private static string Signed(NoteSigner signer, long size) => signer.Sign(new Checkpoint(signer.Key.Name, size, new byte[32]).Text).ToString();

    /// <summary>Makes an attestazione of the folder at rest and returns its note.</summary>
    private string Made() => Attestatore.Alone(Folder, _clock).Make(MotivoAttestazione.Richiesta)!.Nota;

    private async Task Says(string note, string sentence)
    {
        var (code, output) = await Verify(note);
        Assert.Equal(ExitCodes.DataNotSound, code);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> Verify(string note)
    {
        var file = Path.Combine(_folder, "nota.txt");
        await File.WriteAllTextAsync(file, note);
        using var output = new StringWriter();
        var code = await ProgramCommands.RunAsync(
            ["verify", StartUnderTest.Database(_folder), "--attestazione", file, $"--Dati:Cartella={_folder}"], output, output);
        return (code!.Value, output.ToString());
    }

    private async Task Passed(TimeSpan time, Func<bool> until)
    {
        _clock.Advance(time);
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); !until(); await Task.Yield())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Starts the app, runs the given work and stops the app. Returns the sentences of the banner about the data.</summary>
    private async Task<IReadOnlyList<string>> Start(Func<WebApplication, Task>? work = null)
    {
        await using var app = StartUnderTest.Build(_folder, StartSteps.None, clock: _clock);
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
}
