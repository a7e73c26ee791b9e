using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using CigHub.Web.Data;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>The manifest of a backup, which says what the backup must contain. Equality: by all members.</summary>
/// <param name="Made">The instant of the backup, UTC.</param>
/// <param name="Events">The number of events in the registro.</param>
/// <param name="Root">The root of the registro, in base64.</param>
/// <param name="Sha256">The hash of the database file, in lower-case hexadecimal.</param>
internal sealed record BackupManifest(int Format, DateTime Made, long Events, string Root, string Sha256);

/// <summary>
/// Writes and reads backup archives: a zip file, plain or encrypted, with the database, the data-protection keys, the attestazioni, and a manifest by which
/// the database is checked.
/// </summary>
internal static partial class BackupArchive
{
    public const int CurrentFormat = 1;
    public const string Extension = ".zip", EncryptedExtension = ".zip.cifrata";

    private const string ManifestEntry = "copia.json", KeysEntry = "chiavi/";

    [GeneratedRegex(@"^attestazioni/(chiavi|\d{3,}/\d{6,})\.json$")]
    private static partial Regex AttestazioniEntry();

    /// <summary>Writes the archive of a backup to a new file and flushes it to the disk.</summary>
    /// <param name="keys">The folder of the keys, which need not exist.</param>
    /// <param name="work">The folder for the archive before it is encrypted.</param>
    /// <param name="attestazioni">The folder of the attestazioni, which need not exist. Null for none.</param>
    public static void Write(
        string target, string database, string keys, BackupManifest manifest, byte[]? passphrase, string work, string? attestazioni = null)
    {
        var plain = passphrase is null ? target : Path.Combine(work, "in-chiaro.zip");
        using (var zip = new ZipArchive(NewFile(plain), ZipArchiveMode.Create))
        {
            using (var entry = zip.CreateEntry(ManifestEntry).Open())
            {
                JsonSerializer.Serialize(entry, manifest);
            }

            zip.CreateEntryFromFile(database, DataSetup.DatabaseFileName, CompressionLevel.Fastest);
            foreach (var key in Directory.Exists(keys) ? Directory.GetFiles(keys, "*.xml") : [])
            {
                zip.CreateEntryFromFile(key, KeysEntry + Path.GetFileName(key));
            }

            foreach (var file in Directory.Exists(attestazioni) ? Directory.GetFiles(attestazioni, "*.json", SearchOption.AllDirectories) : [])
            {
                var name = Path.GetRelativePath(Path.GetDirectoryName(attestazioni)!, file).Replace('\\', '/');
                zip.CreateEntryFromFile(file, name);
            }
        }

        if (passphrase is not null)
        {
            using var source = File.OpenRead(plain);
            using var sealedFile = NewFile(target);
            EncryptedStream.Encrypt(source, sealedFile, passphrase);
        }

        DataFolder.Flush(target);
    }

    /// <summary>Extracts database and keys of an archive into a folder, and compares the database with the manifest.</summary>
    /// <exception cref="StartRefusedException">The file is damaged, is not a backup, or the passphrase is another one.</exception>
    public static BackupManifest Extract(string file, string folder, byte[]? passphrase)
    {
        try
        {
            return ExtractZip(Decrypted(file, folder, passphrase), folder);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw Refused($"La copia «{file}» è danneggiata o incompleta ({e.Message})");
        }
        catch (CryptographicException e)
        {
            throw Refused($"La copia «{file}» non si decifra: la frase segreta è un'altra, o il file è stato alterato ({e.Message})");
        }
    }

    private static BackupManifest ExtractZip(string plain, string folder)
    {
        using var zip = ZipFile.OpenRead(plain);
        var manifest = Manifest(zip);
        var database = Path.Combine(folder, DataSetup.DatabaseFileName);
        (zip.GetEntry(DataSetup.DatabaseFileName) ?? throw new InvalidDataException("no database")).ExtractToFile(database);
        using (var stream = File.OpenRead(database))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != manifest.Sha256)
            {
                throw new InvalidDataException("the database is not the one that was saved");
            }
        }

        var keys = Directory.CreateDirectory(Path.Combine(folder, "chiavi")).FullName;
        foreach (var key in zip.Entries.Where(e => e.FullName == KeysEntry + e.Name && e.Name.Length > 0))
        {
            key.ExtractToFile(Path.Combine(keys, key.Name));
        }

        foreach (var file in zip.Entries.Where(e => AttestazioniEntry().IsMatch(e.FullName)))
        {
            var target = Path.Combine(folder, file.FullName);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.ExtractToFile(target);
        }

        return manifest;
    }

    private static BackupManifest Manifest(ZipArchive zip)
    {
        using var entry = (zip.GetEntry(ManifestEntry) ?? throw new InvalidDataException("no manifest")).Open();
        var manifest = JsonSerializer.Deserialize<BackupManifest>(entry) ?? throw new InvalidDataException("no manifest");
        return manifest.Format == CurrentFormat ? manifest : throw Refused($"La copia è di un formato ({manifest.Format}) che questa versione di CigHub " +
            $"non conosce");
    }

    private static string Decrypted(string file, string folder, byte[]? passphrase)
    {
        if (!EncryptedStream.IsEncrypted(file))
        {
            return file;
        }

        if (passphrase is null)
        {
            throw new StartRefusedException(ExitCodes.Usage, $"La copia «{file}» è cifrata: indica la frase segreta con {Passphrase.FileOption} o " +
                $"{Passphrase.VariableOption}.");
        }

        var plain = Path.Combine(folder, "in-chiaro.zip");
        using var source = File.OpenRead(file);
        using var target = NewFile(plain);
        EncryptedStream.Decrypt(source, target, passphrase);
        return plain;
    }

    /// <summary>Creates a file that only the account of the program may read, because it holds the data and the keys.</summary>
    private static FileStream NewFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static StartRefusedException Refused(string found) => new(ExitCodes.DataNotSound, $"{found}. Prova con una copia precedente, e conserva " +
        $"questa per le verifiche.");
}
