namespace CigHub.Web.Data.Start;

/// <summary>
/// Opens the data at a start. The folder may be empty, sound, left by an interrupted first start or upgrade, or lack a part. Each case is
/// handled or refused.
/// </summary>
internal sealed class DataStart(DataFolder folder, StartSteps steps, FirstStart first, Upgrade upgrade)
{
    private const string History = "__EFMigrationsHistory";

    /// <summary>
    /// Opens or makes the database. Returns true for a first start, which the caller must end with <see cref="EndFirstStart"/>.
    /// </summary>
    /// <param name="initialize">Says whether a new database may be made.</param>
    public async Task<bool> Open(bool initialize, CancellationToken ct = default)
    {
        if (!first.IsUnderWay)
        {
            upgrade.Recover();
        }

        if (first.IsUnderWay || IsNew())
        {
            if (!initialize)
            {
                throw new StartRefusedException(
                    ExitCodes.NotInitialized,
                    $"Nella cartella «{folder.Root}» non c'è ancora un database di " +
                    $"CigHub{(first.IsUnderWay ? " (la prima installazione è stata interrotta)" : "")}. Se è una nuova installazione crealo con " +
                    $"«CigHub.Web init»; altrimenti controlla l'impostazione «Dati:Cartella», o ripristina una copia con «CigHub.Web restore».");
            }

            await first.Begin(ct);
            return true;
        }

        CheckFile();
        await upgrade.RunIfPending(ct);
        return false;
    }

    public void EndFirstStart() => first.End();

    /// <summary>Says whether there is no database and no trace of one. Throws when the database is missing or empty beside other data.</summary>
    private bool IsNew()
    {
        if (DataFolder.Length(folder.Database) > 0)
        {
            return false;
        }

        var traces = first.TracesOfData();
        if (traces.Count == 0 && !File.Exists(folder.Database))
        {
            return true;
        }

        var beside = traces.Count == 0 ? "" : $", ma nella cartella ci sono altri dati di CigHub ({string.Join(", ", traces)})";
        throw Refused($"Il database «{folder.Database}» {(File.Exists(folder.Database) ? "è vuoto (0 byte)" : "manca")}{beside}: non è una prima " +
            $"installazione");
    }

    private void CheckFile()
    {
        var fault = DatabaseFile.FaultOfHeader(folder.Database);
        var wal = DataFolder.Length(folder.Database + "-wal") > 0;

        // After a kill in the middle of a checkpoint the end of the file is still in the -wal, which SQLite brings in when it opens the file.
        if (fault is not null && !wal)
        {
            throw Refused($"Il database «{folder.Database}» è danneggiato: {fault}");
        }

        using var database = DatabaseFile.Open(folder.Database, steps);
        if (fault is not null && database.Ask("PRAGMA quick_check(1)") is { } found && found != "ok")
        {
            throw Refused($"Il database «{folder.Database}» è danneggiato: {fault}");
        }

        if (!database.HasTable(History) || database.Ask($"SELECT COUNT(*) FROM \"{History}\"") == "0")
        {
            throw Refused(
                $"Il database «{folder.Database}» non contiene i dati di CigHub. Se il programma si è fermato all'improvviso, i dati sono nel file " +
                $"«{DataSetup.DatabaseFileName}-wal», che deve stare accanto al database e {(wal ? "non basta" : "non c'è")}");
        }

        // Write a value that is already there, because a start that could not save is of no use. A failure says why.
        database.Execute($"PRAGMA user_version = {database.Ask("PRAGMA user_version")}");
    }

    private static StartRefusedException Refused(string found) => new(
        ExitCodes.DataNotSound,
        $"{found}. CigHub non parte e non tocca nessun file. Rimetti al loro posto i file che mancano, oppure ripristina l'ultima copia di sicurezza " +
        $"con «CigHub.Web restore» (sposta prima altrove i file rimasti, e conservali). Per ricominciare da capo sposta altrove l'intera cartella dei dati.");
}
