using CigHub.Domain.Registro;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using Microsoft.Extensions.Logging.Abstractions;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>Makes attestazioni: signs the head of the registro as the database has it, and stores the note with its deliveries to come.</summary>
public sealed partial class Attestatore(
    DataFolder folder, KeyRing keys, AttestazioniStore store, IEnumerable<IDestinazione> destinations, TimeProvider clock, ILogger<Attestatore> log)
{
    /// <summary>Raised after an attestazione was stored, on the thread that made it.</summary>
    public event Action? Made;

    /// <summary>Makes an attestazione. Returns null when nothing can be signed; <see cref="KeyRing.Fault"/> says why.</summary>
    public Attestazione? Make(MotivoAttestazione motivo) => Make(motivo, null);

    /// <summary>Makes an attestazione when there are other events than at the last one. Returns null when there are none.</summary>
    /// <remarks>A database or a disk that fails is logged: the next hour tries again, and no other work may end for it.</remarks>
    public Attestazione? MakeIfGrown(MotivoAttestazione motivo)
    {
        try
        {
            return Head() is var (size, root) && size > 0 && (store.Newest?.Checkpoint is not { } last || last.Dimensione != size || !last.SameRoot(root))
                ? Make(motivo, null)
                : null;
        }
        catch (Exception e) when (StorageFault.Of(e) is not null || e is IOException or UnauthorizedAccessException)
        {
            NotMade(e);
            return null;
        }
    }

    /// <summary>Returns an Attestatore for a command of the program, which sends nothing: the running program does.</summary>
    internal static Attestatore Alone(DataFolder folder, TimeProvider clock) => new(
        folder, new KeyRing(folder, clock, NullLogger<KeyRing>.Instance), new AttestazioniStore(folder), [], clock, NullLogger<Attestatore>.Instance);

    /// <param name="also">A further key that signs, the one that is being replaced. Null for none.</param>
    internal Attestazione? Make(MotivoAttestazione motivo, NoteSigner? also)
    {
        if (keys.Signer() is not { } signer)
        {
            return null;
        }

        var made = store.Add(numero =>
        {
            var (size, root) = Head();
            var utc = clock.GetUtcNow().UtcDateTime;
            var text = new Checkpoint(signer.Key.Name, size, root, Attestazione.Line(numero, utc)).Text;
            var note = new SignedNote(text, [.. new[] { signer, also }.OfType<NoteSigner>().Select(s => s.Signature(text))]);
            return new Attestazione(numero, utc, size, motivo, note.ToString(), Due(motivo, utc));
        });
        Made?.Invoke();
        return made;
    }

    /// <summary>Returns the head of the registro as the database has it.</summary>
    internal (long Size, byte[] Root) Head()
    {
        using var database = DatabaseFile.Open(folder.Database);
        var head = database.Rows("SELECT \"Dimensione\", \"Radice\" FROM \"RegistroTesta\"")[0];
        return ((long)head[0]!, (byte[])head[1]!);
    }

    /// <summary>
    /// Returns the deliveries of a new attestazione. A place that wants few of them gets one when its time has passed, and every one that a
    /// person asked for.
    /// </summary>
    private IReadOnlyList<Consegna> Due(MotivoAttestazione motivo, DateTime utc)
    {
        var due = destinations.Where(d => d.IsOn && (motivo == MotivoAttestazione.Richiesta || d.IsDue(LastTo(d.Nome), utc))).ToList();
        return [.. destinations.Where(d => d.IsOn && (due.Contains(d) || due.Any(o => o.Insieme == d.Nome))).Select(d => new Consegna(d.Nome))];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "L'attestazione di integrità non è stata fatta")]
    private partial void NotMade(Exception cause);

    /// <summary>Returns the instant of the last attestazione that was meant for a place.</summary>
    private DateTime LastTo(string nome)
    {
        const int lookedAt = 50;
        return store.Before(store.Last, lookedAt).FirstOrDefault(a => a.Consegne.Any(c => c.Destinazione == nome))?.Utc ?? DateTime.MinValue;
    }
}
