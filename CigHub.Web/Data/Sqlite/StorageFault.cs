using CigHub.Domain.Common;
using Microsoft.Data.Sqlite;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The kind of a storage fault: the reason why the database file could not be read or written although the request was valid.
/// </summary>
public enum StorageFaultKind
{
    Busy,
    ReadOnly,
    InputOutput,
    Full,
    CannotOpen,
    Damaged,
}

/// <summary>A SQLite error that comes from the machine and not from a constraint, with the Italian words for it.</summary>
internal sealed record StorageFault(StorageFaultKind Kind)
{
    private static readonly StorageFaultKind[] _passing =
        [StorageFaultKind.Busy, StorageFaultKind.ReadOnly, StorageFaultKind.InputOutput, StorageFaultKind.Full, StorageFaultKind.CannotOpen];

    /// <summary>The kind of the fault as it appears in error codes, for example <c>archivio.pieno</c>.</summary>
    public string Code => Kind switch
    {
        StorageFaultKind.Busy => "archivio.occupato",
        StorageFaultKind.ReadOnly => "archivio.sola-lettura",
        StorageFaultKind.InputOutput => "archivio.disco",
        StorageFaultKind.Full => "archivio.pieno",
        StorageFaultKind.CannotOpen => "archivio.non-si-apre",
        _ => "archivio.danneggiato",
    };

    /// <summary>The kind of the fault in Italian words, to be put into a sentence.</summary>
    public string Reason => Kind switch
    {
        StorageFaultKind.Busy => "un altro programma tiene occupato il database",
        StorageFaultKind.ReadOnly => "il database è in sola lettura",
        StorageFaultKind.InputOutput => "il disco del server dà errori",
        StorageFaultKind.Full => "il disco del server è pieno",
        StorageFaultKind.CannotOpen => "il file del database non si apre",
        _ => "una parte del file del database non si legge",
    };

    /// <summary>The Italian advice to the administrator of the server.</summary>
    public string WayOut => Kind switch
    {
        StorageFaultKind.Busy => "Chiudi il programma che ha aperto il file e riprova.",
        StorageFaultKind.ReadOnly => "Controlla i permessi della cartella e che il disco non sia montato in sola lettura.",
        StorageFaultKind.InputOutput => "Controlla il disco prima di continuare e tieni pronta l'ultima copia di sicurezza.",
        StorageFaultKind.Full => "Libera spazio sul disco.",
        StorageFaultKind.CannotOpen => "Controlla che il file ci sia e i permessi della cartella.",
        _ => "Conserva il file e ripristina l'ultima copia di sicurezza (CigHub.Web restore).",
    };

    /// <summary>
    /// The error for a command whose changes were not saved. Its sentence promises that the page still has the text that the user typed.
    /// </summary>
    public Error NotSaved => new(Code, $"Non salvato: {Reason}. Quello che hai scritto è ancora qui: riprova tra poco; se continua, avvisa chi gestisce " +
        $"CigHub.");

    /// <summary>The error for an autosave that failed and that the page will try again by itself.</summary>
    public Error Retried => new(Code, $"Non salvato: {Reason}, riprovo. Quello che hai scritto è ancora qui: lascia aperta questa pagina.");

    /// <summary>The error for a query that could not read the data.</summary>
    public Error NotRead => new(Code, $"Non si riesce a leggere: {Reason}. Ricarica tra poco; se continua, avvisa chi gestisce CigHub.");

    /// <summary>
    /// Returns the storage fault that an error reports, when trying again later may help. Returns null for all other errors.
    /// </summary>
    public static StorageFault? Passing(Error error) => _passing.Select(k => new StorageFault(k)).FirstOrDefault(f => f.Code == error.Code);

    /// <summary>Returns the storage fault in an exception or in one of its inner exceptions, or null when there is none.</summary>
    public static StorageFault? Of(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SqliteException sqlite && Kinds(sqlite.SqliteErrorCode) is { } kind)
            {
                return new StorageFault(kind);
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the kind of fault for one of SQLite's primary result codes (sqlite.org/rescode.html), or null when the code is no storage
    /// fault.
    /// </summary>
    private static StorageFaultKind? Kinds(int code) => code switch
    {
        5 or 6 => StorageFaultKind.Busy,
        8 => StorageFaultKind.ReadOnly,
        10 => StorageFaultKind.InputOutput,
        13 => StorageFaultKind.Full,
        14 => StorageFaultKind.CannotOpen,
        11 or 26 => StorageFaultKind.Damaged,
        _ => null,
    };
}
