using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>The result of a restore: the manifest of the backup, and what the backup lacks. Equality: by both members.</summary>
/// <param name="Missing">The number of events that the head note knows and the backup lacks; null without a note.</param>
internal sealed record RestoreMade(BackupManifest Manifest, long? Missing);

/// <summary>
/// Restores a backup into a data folder that has no database, and overwrites nothing. The database gets its final name last, after it was
/// checked and flushed to the disk, so that an interrupted restore can be run again. The next start records an event and writes a new head
/// note.
/// </summary>
internal sealed class Restore(DataFolder folder)
{
    public RestoreMade Run(string file, byte[]? passphrase)
    {
        if (!File.Exists(file))
        {
            throw new StartRefusedException(ExitCodes.Usage, $"La copia «{file}» non c'è.");
        }

        RefuseToOverwrite();
        if (Directory.Exists(folder.RestoreInProgress))
        {
            Directory.Delete(folder.RestoreInProgress, recursive: true);
        }

        Directory.CreateDirectory(folder.RestoreInProgress);
        try
        {
            return PutBack(file, passphrase);
        }
        finally
        {
            Directory.Delete(folder.RestoreInProgress, recursive: true);
        }
    }

    private RestoreMade PutBack(string file, byte[]? passphrase)
    {
        var manifest = BackupArchive.Extract(file, folder.RestoreInProgress, passphrase);
        var database = Path.Combine(folder.RestoreInProgress, DataSetup.DatabaseFileName);
        var check = DataCheck.Run(database);
        if (!check.IsSound || Convert.ToBase64String(check.Root) != manifest.Root)
        {
            throw new StartRefusedException(
                ExitCodes.DataNotSound, $"La copia «{file}» non supera i controlli e non è stata ripristinata: {string.Join(" ", check.Faults)} Prova " +
                    $"con una copia precedente.");
        }

        var note = HeadNote.Read(folder.HeadNote);
        folder.SyncFile(database);
        PutBackKeys();
        PutBackAttestazioni();

        // The marker tells a later start that this database was put here on purpose.
        folder.Write(folder.RestoreMarker, new HeadNote(manifest.Events, Convert.FromBase64String(manifest.Root), manifest.Made).Text);
        folder.Delete([folder.FirstStartMarker]);
        folder.Move(database, folder.Database);
        return new RestoreMade(manifest, note is null ? null : Math.Max(0, note.Size - manifest.Events));
    }

    /// <summary>
    /// Moves the backup's attestazioni into the data folder. Those that exist there stay, the later ones too: they say what the backup lacks.
    /// </summary>
    private void PutBackAttestazioni()
    {
        var source = Path.Combine(folder.RestoreInProgress, Path.GetFileName(folder.Attestazioni));
        foreach (var file in Directory.Exists(source) ? Directory.GetFiles(source, "*.json", SearchOption.AllDirectories) : [])
        {
            var target = Path.Combine(folder.Attestazioni, Path.GetRelativePath(source, file));
            if (!File.Exists(target))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(file, target);
                DataFolder.Flush(target);
            }
        }
    }

    private void RefuseToOverwrite()
    {
        string[] there = [.. DataFolder.WithCompanions(folder.Database).Append(folder.UpgradeReady).Where(File.Exists).Select(f => Path.GetFileName(f)!)];
        if (there.Length > 0)
        {
            throw new StartRefusedException(
                ExitCodes.InUse,
                $"In «{folder.Root}» ci sono già dei dati ({string.Join(", ", there)}) e un ripristino non sovrascrive niente. Sposta altrove questi " +
                $"file, insieme, e conservali; lascia dov'è «{Path.GetFileName(folder.HeadNote)}». Poi ripeti il comando.");
        }
    }

    /// <summary>
    /// Moves the backup's data-protection keys into the data folder. Keys that exist there stay, because they protect open sessions.
    /// </summary>
    private void PutBackKeys()
    {
        Directory.CreateDirectory(folder.Keys);
        foreach (var key in Directory.GetFiles(Path.Combine(folder.RestoreInProgress, Path.GetFileName(folder.Keys))))
        {
            var target = Path.Combine(folder.Keys, Path.GetFileName(key));
            if (!File.Exists(target))
            {
                File.Move(key, target);
                DataFolder.Flush(target);
            }
        }

        DataFolder.SyncFolder(folder.Keys);
    }
}
