using CigHub.Domain.Common;
using Microsoft.Data.Sqlite;

namespace CigHub.Web.Data.Sqlite;

/// <summary>The reason why the file could not be read or written, when the machine and not the data is the cause.</summary>
public enum StorageFaultKind
{
    Busy,
    ReadOnly,
    InputOutput,
    Full,
    CannotOpen,
    Damaged,
}

/// <summary>An error of SQLite that is no violation of a constraint: its kind, and the words for it.</summary>
internal sealed record StorageFault(StorageFaultKind Kind)
{
    private static readonly StorageFaultKind[] _passing =
        [StorageFaultKind.Busy, StorageFaultKind.ReadOnly, StorageFaultKind.InputOutput, StorageFaultKind.Full, StorageFaultKind.CannotOpen];

    /// <summary>The kind as it stands in error codes.</summary>
    public string Code => Kind switch
    {
        StorageFaultKind.Busy => "archivio.occupato",
        StorageFaultKind.ReadOnly => "archivio.sola-lettura",
        StorageFaultKind.InputOutput => "archivio.disco",
        StorageFaultKind.Full => "archivio.pieno",
        StorageFaultKind.CannotOpen => "archivio.non-si-apre",
        _ => "archivio.danneggiato",
    };

    /// <summary>The fault as a part of an Italian sentence.</summary>
    public string Reason => Kind switch
    {
        StorageFaultKind.Busy => "un altro programma tiene occupato il database",
        StorageFaultKind.ReadOnly => "il database è in sola lettura",
        StorageFaultKind.InputOutput => "il disco del server dà errori",
        StorageFaultKind.Full => "il disco del server è pieno",
        StorageFaultKind.CannotOpen => "il file del database non si apre",
        _ => "una parte del file del database non si legge",
    };

    /// <summary>The Italian advice for the person who keeps the server.</summary>
    public string WayOut => Kind switch
    {
        StorageFaultKind.Busy => "Chiudi il programma che ha aperto il file e riprova.",
        StorageFaultKind.ReadOnly => "Controlla i permessi della cartella e che il disco non sia montato in sola lettura.",
        StorageFaultKind.InputOutput => "Controlla il disco prima di continuare e tieni pronta l'ultima copia di sicurezza.",
        StorageFaultKind.Full => "Libera spazio sul disco.",
        StorageFaultKind.CannotOpen => "Controlla che il file ci sia e i permessi della cartella.",
        _ => "Conserva il file e ripristina l'ultima copia di sicurezza (CigHub.Web restore).",
    };

    /// <summary>The error for a command that was not saved. The page keeps what the user typed.</summary>
    public Error NotSaved => new(Code, $"Non salvato: {Reason}. Quello che hai scritto è ancora qui: riprova tra poco; se continua, avvisa chi gestisce " +
        $"CigHub.");

    /// <summary>The error for a save that the page repeats by itself.</summary>
    public Error Retried => new(Code, $"Non salvato: {Reason}, riprovo. Quello che hai scritto è ancora qui: lascia aperta questa pagina.");

    /// <summary>The error for a query that was not answered.</summary>
    public Error NotRead => new(Code, $"Non si riesce a leggere: {Reason}. Ricarica tra poco; se continua, avvisa chi gestisce CigHub.");

    /// <summary>Returns the fault that an error stands for when trying again may help, or null for other errors.</summary>
    public static StorageFault? Passing(Error error) => _passing.Select(k => new StorageFault(k)).FirstOrDefault(f => f.Code == error.Code);

    /// <summary>Returns the fault in an exception or in one of its causes, or null when there is none.</summary>
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

    /// <summary>Maps SQLite's primary result codes (sqlite.org/rescode.html).</summary>
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
