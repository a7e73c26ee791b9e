using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.UseCases;

namespace CigHub.Web.Operations;

/// <summary>
/// Compares the registro with the head note that lies beside the database. The app starts even when they differ: the difference is recorded
/// as an event, logged as critical, and shown in a banner until somebody has looked into it. A restore writes a new note.
/// </summary>
/// <remarks>It does the same with the newest attestazione, and notices a note that none of this installation's keys has signed.</remarks>
internal sealed partial class HeadCheck(
    DataFolder folder, HeadKeeper keeper, KeyRing keys, AttestazioniStore store, Attestatore attestatore, DataHealth health, SystemWriter writer,
    ILogger<HeadCheck> log)
{
    private const string Subject = "registro", SubjectNewest = "attestazioni";

    private const string NotOurs = "La nota della testa del registro, accanto ai dati, non è firmata da una chiave di questa installazione. Cause " +
        "possibili: un file di un'altra installazione, i dati portati qui senza la cartella della chiave, una modifica. Confronta il registro con " +
        "un'attestazione conservata altrove.";

    /// <summary>
    /// The path under which a note that the registro contradicts is kept. It stays until a restore or a person removes it.
    /// </summary>
    private string Contested => folder.HeadNote + ".diversa";

    public async Task Run(CancellationToken ct = default)
    {
        try
        {
            await Compare(ct);
        }
        catch (Exception e) when (StorageFault.Of(e) is { Kind: StorageFaultKind.Damaged })
        {
            // Go on with the parts that can be read. The check of the pages finds which parts those are.
            const string sentence = "Una parte del registro eventi non si legge: il file del database è danneggiato. Ripristina l'ultima copia di " +
                "sicurezza buona (CigHub.Web restore).";
            health.Report(Subject, sentence);
            NotRead(sentence, e);
        }
    }

    private async Task Compare(CancellationToken ct)
    {
        await RecordRestore(ct);
        await RecordNewKey(ct);
        var note = HeadNote.Read(folder.HeadNote);
        var (size, root, last) = Found();
        if (note is not null && Difference(note, size, root) is { } difference)
        {
            // Keep the note before a commit overwrites it. If the start is interrupted before this, the next start finds the difference
            // again.
            folder.Write(Contested, note.Envelope?.ToString() ?? note.Text);
            await writer.Write(_ => Task.FromResult(Events.Of(new EventToWrite(
                Azioni.RegistroDiversoDallaNota, Oggetti.Registro, Guid.Empty, null, Data(note, size, root)))), ct);
            (size, root, last) = Found();
            Differs(difference);
        }

        if (HeadNote.Read(Contested) is { } contested)
        {
            health.Report(Subject, !IsOwn(contested) ? NotOurs :
                $"Il registro eventi non è quello che CigHub ricordava: al {RomeTime.Text(contested.Utc)} aveva {contested.Size} " +
                $"eventi, e quelli di oggi non li contengono tutti. Qualcuno ha rimesso una copia senza «CigHub.Web restore», o ha cambiato il file: " +
                $"confronta il database con l'ultima copia di sicurezza.");
        }

        CompareNewest(size, root);
        keeper.Found(size, root, last);
    }

    /// <summary>Compares the newest attestazione beside the data with the registro.</summary>
    private void CompareNewest(long size, byte[] root)
    {
        if (store.Newest is { Checkpoint: { } newest } attestazione
            && !(newest.Dimensione <= size && newest.SameRoot(newest.Dimensione == size ? root : RootAt(newest.Dimensione))))
        {
            health.Report(SubjectNewest, AttestazioneWords.NotCoherent(attestazione.Numero, attestazione.Utc));
        }
    }

    /// <summary>
    /// Says whether a note was signed by a key of this installation. A note without a signature, as earlier versions wrote it, counts until
    /// there is an attestazione.
    /// </summary>
    private bool IsOwn(HeadNote note) => note.Envelope is { } signed ? keys.SignedBy(signed, note.Size).Key is not null : store.Last == 0;

    /// <summary>
    /// Returns the Italian words for how the registro differs from the note, or null when the registro begins with exactly the noted
    /// events.
    /// </summary>
    private string? Difference(HeadNote note, long size, byte[] root)
    {
        if (keys.Origin is not null && !IsOwn(note))
        {
            return "la nota non è firmata da una chiave di questa installazione";
        }

        if (size < note.Size)
        {
            return $"ha {Plural.Of(size, "evento", "eventi")} e ne aveva {note.Size}";
        }

        var then = size == note.Size ? root : RootAt(note.Size);
        return note.SameRoot(then) ? null : $"i primi {note.Size} dei suoi eventi non sono quelli di prima";
    }

    private async Task RecordRestore(CancellationToken ct)
    {
        if (HeadNote.Read(folder.RestoreMarker) is not { } restored)
        {
            return;
        }

        var dati = HeadNote.Read(folder.HeadNote) is { } note ? Data(note, restored.Size, restored.Root) : new JsonObject { ["eventi"] = restored.Size };
        var already = Found().LastAction == Azioni.DatiRipristinati;
        if (!already)
        {
            await writer.Write(_ => Task.FromResult(Events.Of(new EventToWrite(Azioni.DatiRipristinati, Oggetti.Registro, Guid.Empty, null, dati))), ct);
        }

        // From here on the attestazioni say what there was before and after the restore.
        attestatore.Make(MotivoAttestazione.Ripristino);
        folder.Delete([folder.HeadNote, Contested, folder.RestoreMarker]);
        folder.Sync();
    }

    /// <summary>
    /// Records a replacement of the key of which the registro does not know: the data came here without the key that signed before, or the
    /// command that replaced it was interrupted.
    /// </summary>
    private async Task RecordNewKey(CancellationToken ct)
    {
        if (keys.Known is [.., { Key: { } before }, { Key: { } now }] && LastRecordedKey() != $"{now}")
        {
            var dati = new JsonObject { ["chiavePrecedente"] = $"{before}", ["chiave"] = $"{now}" };
            await writer.Write(
                _ => Task.FromResult(Events.Of(new EventToWrite(Azioni.ChiaveSostituita, Oggetti.Registro, Guid.Empty, null, dati))), ct);
        }
    }

    private string? LastRecordedKey()
    {
        using var database = DatabaseFile.Open(folder.Database);
        var last = database.Rows($"SELECT \"Byte\" FROM \"Registro\" WHERE \"Azione\" = '{Azioni.ChiaveSostituita}' ORDER BY \"Seq\" DESC LIMIT 1");
        return last is [[byte[] bytes]] && Evento.Leggi(bytes).TryGet(out var evento) ? evento.Dati?["chiave"]?.ToString() : null;
    }

    private FoundHead Found()
    {
        using var database = DatabaseFile.Open(folder.Database);
        var head = database.Rows("SELECT \"Dimensione\", \"Radice\" FROM \"RegistroTesta\"")[0];
        var last = database.Rows("SELECT \"Utc\", \"Azione\" FROM \"Registro\" ORDER BY \"Seq\" DESC LIMIT 1");
        return last.Count == 0
            ? new FoundHead((long)head[0]!, (byte[])head[1]!, null, null)
            : new FoundHead((long)head[0]!, (byte[])head[1]!, Utc((string)last[0][0]!), (string)last[0][1]!);
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private byte[] RootAt(long size)
    {
        using var database = DatabaseFile.Open(folder.Database);
        return AttestazioneVerdict.RootAt(database, size);
    }

    private static JsonObject Data(HeadNote note, long size, byte[] root) => new()
    {
        ["eventiAnnotati"] = note.Size,
        ["radiceAnnotata"] = Convert.ToHexStringLower(note.Root),
        ["eventiTrovati"] = size,
        ["radiceTrovata"] = Convert.ToHexStringLower(root),
    };

    [LoggerMessage(Level = LogLevel.Critical, Message = "Il registro eventi non è quello annotato accanto ai dati: {Difference}. Confronta il database " +
        "con l'ultima copia di sicurezza")]
    private partial void Differs(string difference);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Sentence}")]
    private partial void NotRead(string sentence, Exception cause);

    private sealed record FoundHead(long Size, byte[] Root, DateTime? LastEvent, string? LastAction)
    {
        public void Deconstruct(out long size, out byte[] root, out DateTime? last) => (size, root, last) = (Size, Root, LastEvent);
    }
}
