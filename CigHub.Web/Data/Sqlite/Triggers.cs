namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The SQL triggers that make the registro and the capacity ledger append-only, whatever program opens the file, those that refuse UPDATE,
/// DELETE and REPLACE on other tables that only grow, and those that keep the <see cref="TextIndex"/> and the <see cref="MonthlyTotals"/>. They are made
/// again after every migration, because EF drops them silently when it rebuilds a table.
/// </summary>
internal static class Triggers
{
    /// <summary>
    /// The name and SQL text of each trigger. A start compares the text with the one in the database, so that an altered trigger is found
    /// too.
    /// </summary>
    public static readonly IReadOnlyList<(string Nome, string Sql)> All =
    [
        .. OnlyAdditions("Registro", "il registro eventi"),
        .. OnlyAdditions("MovimentiCapienza", "il libro della capienza"),
        .. OnlyAdditions("ProgrammiAudit", "il registro dei programmi di audit"),
        .. OnlyAdditions("Adempimenti", "il registro delle dichiarazioni e della formazione"),
        .. OnlyAdditions("VerificheFornitori", "il registro della due diligence"),

        // INSERT OR REPLACE deletes a row without firing a DELETE trigger, so only the next number, or only a new row, may be inserted.
        ("Registro_numero_seguente", """
            CREATE TRIGGER "Registro_numero_seguente" BEFORE INSERT ON "Registro"
            WHEN NEW."Seq" <> (SELECT COALESCE(MAX("Seq"), 0) + 1 FROM "Registro")
            BEGIN SELECT RAISE(ABORT, 'il registro eventi accetta solo il numero seguente'); END
            """),
        OnlyNewRows("MovimentiCapienza"),
        OnlyNewRows("ProgrammiAudit"),
        OnlyNewRows("Adempimenti"),
        OnlyNewRows("VerificheFornitori"),
        ("RegistroTesta_una_sola", """
            CREATE TRIGGER "RegistroTesta_una_sola" BEFORE INSERT ON "RegistroTesta"
            BEGIN SELECT RAISE(ABORT, 'la testa del registro è una sola'); END
            """),
        ("RegistroTesta_non_cancellare", """
            CREATE TRIGGER "RegistroTesta_non_cancellare" BEFORE DELETE ON "RegistroTesta"
            BEGIN SELECT RAISE(ABORT, 'la testa del registro non si cancella'); END
            """),
        ("RegistroTesta_solo_avanti", """
            CREATE TRIGGER "RegistroTesta_solo_avanti" BEFORE UPDATE ON "RegistroTesta"
            WHEN NEW."Dimensione" <= OLD."Dimensione" OR NEW."Dimensione" <> (SELECT COALESCE(MAX("Seq"), 0) FROM "Registro")
            BEGIN SELECT RAISE(ABORT, 'la testa del registro segue gli eventi'); END
            """),
        .. TextIndex.Triggers,
        MonthlyTotals.Trigger,
    ];

    /// <summary>
    /// Refuses an INSERT that would take the place of a row by its id or by SQLite's own row number, which is -1 in a BEFORE trigger when
    /// nobody set it. The words are those of SQLite for an id that is there already, so that a row saved twice gets the same sentence.
    /// </summary>
    private static (string, string) OnlyNewRows(string tabella) => ($"{tabella}_riga_nuova", $"""
        CREATE TRIGGER "{tabella}_riga_nuova" BEFORE INSERT ON "{tabella}"
        WHEN EXISTS (SELECT 1 FROM "{tabella}" WHERE "Id" = NEW."Id") OR EXISTS (SELECT 1 FROM "{tabella}" WHERE rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: {tabella}.Id'); END
        """);

    private static IEnumerable<(string, string)> OnlyAdditions(string tabella, string nome) => new[] { "UPDATE", "DELETE" }.Select(azione =>
        ($"{tabella}_no_{azione}", $"""
            CREATE TRIGGER "{tabella}_no_{azione}" BEFORE {azione} ON "{tabella}"
            BEGIN SELECT RAISE(ABORT, '{nome} accetta solo aggiunte'); END
            """));
}
