using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Features;
using CigHub.Web.Security;
using CigHub.Web.UseCases;

namespace CigHub.Web.Operations;

/// <summary>
/// The commands of the program beside serving pages: <c>init</c>, <c>backup</c>, <c>verify</c>, <c>restore</c>, <c>rotate-key</c>. Each ends with one of
/// <see cref="ExitCodes"/>.
/// </summary>
internal static class ProgramCommands
{
    private const string To = "--to", Keep = "--keep", AttestazioneOption = "--attestazione";

    private sealed record Command(string Name, string Help, string[] Options, Func<Call, Task> Run);

    /// <param name="Demonstration">Registers the data that <c>init</c> fills in when the settings ask for them.</param>
    private sealed record Call(CommandLine Line, TextWriter Output, Action<WebApplicationBuilder> Demonstration);

    private static readonly Command[] _commands =
    [
        new("init", ProgramHelp.Init, [], Init),
        new("backup", ProgramHelp.Backup, [To, Keep, Passphrase.FileOption, Passphrase.VariableOption], Backup),
        new("verify", ProgramHelp.Verify, [AttestazioneOption, Passphrase.FileOption, Passphrase.VariableOption], Verify),
        new("restore", ProgramHelp.Restore, [Passphrase.FileOption, Passphrase.VariableOption], Restore),
        new("rotate-key", ProgramHelp.RotateKey, [], RotateKey),
    ];

    /// <summary>
    /// Runs the command that the first word of the command line names, and returns its exit code. Returns null when it names no command, so
    /// that the program serves pages.
    /// </summary>
    public static async Task<int?> RunAsync(
        IReadOnlyList<string> words, TextWriter? output = null, TextWriter? errors = null, Action<WebApplicationBuilder>? demonstration = null)
    {
        output ??= Console.Out;
        errors ??= Console.Error;
        if (words.Count == 0 || words[0].Contains('=', StringComparison.Ordinal) || (words[0].StartsWith('-') && words[0] is not ("--help" or "-h")))
        {
            return null;
        }

        if (words[0].StartsWith('-'))
        {
            await output.WriteLineAsync(ProgramHelp.All);
            return ExitCodes.Ok;
        }

        try
        {
            var command = Array.Find(_commands, c => c.Name == words[0])
                ?? throw new StartRefusedException(ExitCodes.Usage, $"Il comando «{words[0]}» non esiste. {ProgramHelp.All}");
            if (words.Skip(1).Any(w => w is "--help" or "-h"))
            {
                await output.WriteLineAsync(command.Help);
                return ExitCodes.Ok;
            }

            await StartRefusals.Told(() => command.Run(new Call(CommandLine.Parse([.. words.Skip(1)], command.Options), output, demonstration ?? (_ => { }))));
            return ExitCodes.Ok;
        }
        catch (StartRefusedException refusal)
        {
            await errors.WriteLineAsync(refusal.Message);
            return refusal.ExitCode;
        }
    }

    private static async Task Init(Call call)
    {
        var (line, output, demonstration) = call;
        await using var app = SettingsCheck.Told(() => Installer(line, demonstration).CheckSettings());
        var folder = app.Services.GetRequiredService<DataFolder>();
        app.TakeDataFolder();
        if (DataFolder.Length(folder.Database) > 0 && !File.Exists(folder.FirstStartMarker))
        {
            await output.WriteLineAsync($"In «{folder.Root}» c'è già un database: non è stato toccato.");
            return;
        }

        await app.PrepareDataAsync(initialize: true);
        await output.WriteLineAsync($"Il database è stato creato in «{folder.Root}». Ora CigHub può partire.");
    }

    private static async Task Backup(Call call)
    {
        var (line, output, _) = call;
        var destination = line[To] ?? throw CommandLine.Wrong($"manca {To} con la cartella delle copie");
        int? keep = line[Keep] is not { } text ? null
            : int.TryParse(text, out var count) && count > 0 ? count
            : throw CommandLine.Wrong($"{Keep} vuole un numero da 1 in su");
        NoArgument(line);
        var made = new Backup(Folder(line), TimeProvider.System).Run(Path.GetFullPath(destination), keep, Phrase(line));
        await output.WriteLineAsync($"Copia fatta e riletta: {made.File}");
        await output.WriteLineAsync(Registro(made.Manifest.Events, made.Manifest.Root));
    }

    private static async Task Verify(Call call)
    {
        var (line, output, _) = call;
        var file = Path.GetFullPath(line.Argument ?? throw CommandLine.Wrong("manca il file da verificare"));
        if (!File.Exists(file))
        {
            throw new StartRefusedException(ExitCodes.Usage, $"Il file «{file}» non c'è.");
        }

        var work = Directory.CreateTempSubdirectory("cighub-verifica-").FullName;
        try
        {
            var database = Unpacked(file, work, Phrase(line));
            var check = DataCheck.Run(database);
            if (!check.IsSound)
            {
                throw new StartRefusedException(ExitCodes.DataNotSound, $"«{file}» non supera i controlli: {string.Join(" ", check.Faults)}");
            }

            await output.WriteLineAsync($"«{file}» è integro: file, riferimenti, registro e totali.");
            await output.WriteLineAsync(Registro(check.Events, Convert.ToBase64String(check.Root)));
            if (line[AttestazioneOption] is { } note)
            {
                await output.WriteLineAsync(Compared(note, database, Folder(line), work));
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Compares a sound database with an attestazione in a file. Returns the sentence about it.</summary>
    /// <exception cref="StartRefusedException">The registro is not coherent with it, or it cannot be used.</exception>
    private static string Compared(string note, string database, DataFolder folder, string work)
    {
        if (!File.Exists(note))
        {
            throw new StartRefusedException(ExitCodes.Usage, $"Il file «{note}» non c'è.");
        }

        // On another machine only the backup itself knows the keys. The key folder of this installation goes before it.
        IReadOnlyList<KnownKey> keys = KeyRing.Read(folder) is { Count: > 0 } own ? own : KeyRing.Read(new DataFolder(work, StartSteps.None));
        using var file = DatabaseFile.Open(database);
        var verdict = AttestazioneVerdict.Of(
            File.ReadAllText(note), keys, RegistroCheck.Run(file.Connection), size => AttestazioneVerdict.RootAt(file, size));
        return verdict.Coerente ? verdict.Messaggio : throw new StartRefusedException(ExitCodes.DataNotSound, verdict.Messaggio);
    }

    /// <summary>Replaces the key that signs the attestazioni, records it, and makes an attestazione that both keys sign.</summary>
    private static async Task RotateKey(Call call)
    {
        var (line, output, demonstration) = call;
        NoArgument(line);
        await using var app = SettingsCheck.Told(() => Installer(line, demonstration).CheckSettings());
        app.TakeDataFolder();
        await app.PrepareDataAsync(initialize: false);
        var (keys, attestatore) = (app.Services.GetRequiredService<KeyRing>(), app.Services.GetRequiredService<Attestatore>());
        if (keys.Signer() is null)
        {
            throw new StartRefusedException(ExitCodes.CannotWrite, keys.Fault!);
        }

        // The event of the replacement is the last one for which the old key counts.
        var (old, now) = keys.Rotate(attestatore.Head().Size + 1);
        var dati = new JsonObject { ["chiavePrecedente"] = $"{old.Key}", ["chiave"] = $"{now.Key}" };
        await app.Services.GetRequiredService<SystemWriter>().Write(
            _ => Task.FromResult(Events.Of(new EventToWrite(Azioni.ChiaveSostituita, Oggetti.Registro, Guid.Empty, null, dati))));
        attestatore.Make(MotivoAttestazione.CambioChiave, old);
        await output.WriteLineAsync($"La chiave delle attestazioni è stata sostituita: {old.Key.Id} non firma più, {now.Key.Id} firma da adesso.");
        await output.WriteLineAsync($"Consegna la nuova chiave pubblica a chi conserva le attestazioni: {now.Key}");
    }

    /// <summary>
    /// Returns the path of a database file that may be opened for checking: the one extracted from a backup, or a copy of a plain database
    /// with its <c>-wal</c>. The original is only read.
    /// </summary>
    private static string Unpacked(string file, string work, byte[]? passphrase)
    {
        var database = Path.Combine(work, DataSetup.DatabaseFileName);
        if (file.EndsWith(BackupArchive.Extension, StringComparison.Ordinal) || EncryptedStream.IsEncrypted(file))
        {
            BackupArchive.Extract(file, work, passphrase);
            return database;
        }

        File.Copy(file, database);
        if (File.Exists(file + "-wal"))
        {
            File.Copy(file + "-wal", database + "-wal");
        }

        return database;
    }

    private static async Task Restore(Call call)
    {
        var (line, output, _) = call;
        var file = Path.GetFullPath(line.Argument ?? throw CommandLine.Wrong("manca la copia da ripristinare"));
        var folder = Folder(line);
        using var mine = new DataFolderLock(folder, TimeProvider.System);
        mine.Take();
        var made = new Restore(folder).Run(file, Phrase(line));
        await output.WriteLineAsync($"Ripristinata in «{folder.Root}» la copia del {RomeTime.Text(made.Manifest.Made)}.");
        await output.WriteLineAsync(Registro(made.Manifest.Events, made.Manifest.Root));
        await output.WriteLineAsync(made.Missing switch
        {
            null => "Non c'era la nota della testa del registro: non si sa se dopo la copia siano stati scritti altri eventi.",
            0 => "La nota della testa del registro non conosce eventi oltre quelli della copia.",
            { } missing =>
                $"La nota della testa del registro conosce {Plural.Of(missing, "evento", "eventi")} oltre quelli della copia " +
                $"(dal {made.Manifest.Events + 1} al {made.Manifest.Events + missing}): " +
                $"quello che {Plural.Word(missing, "racconta", "raccontano")} va rifatto.",
        });
        await output.WriteLineAsync("Il prossimo avvio registra il ripristino come evento.");
    }

    private static WebApplication Installer(CommandLine line, Action<WebApplicationBuilder> demonstration)
    {
        var builder = Builder(line);
        builder.Logging.ClearProviders();
        builder.AddData();
        demonstration(builder);
        builder.AddSecurity(withSignIn: false);
        builder.Services.AddWritePath();
        builder.Services.AddFeatures();
        builder.Services.AddUi();
        return builder.Build();
    }

    private static WebApplicationBuilder Builder(CommandLine line) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. line.Settings], ContentRootPath = AppFolder.ContentRoot() });

    private static DataFolder Folder(CommandLine line) => SettingsCheck.Told(() =>
    {
        var builder = Builder(line);
        return DataSetup.Folder(builder, DataSetup.Cartella(builder), StartSteps.None);
    });

    private static void NoArgument(CommandLine line)
    {
        if (line.Argument is { } argument)
        {
            throw CommandLine.Wrong($"«{argument}» è di troppo");
        }
    }

    private static byte[]? Phrase(CommandLine line) => Passphrase.Of(line[Passphrase.FileOption], line[Passphrase.VariableOption]);

    private static string Registro(long events, string root) => $"Registro: {Plural.Of(events, "evento", "eventi")}, radice {root}";
}
