namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Fills the columns of the ledger that tell Ente, supplier and days, in rows that are older than the columns. A migration runs it once.
/// </summary>
public static class LedgerFill
{
    private const string Summer =
        "\"Utc\" >= date(substr(\"Utc\", 1, 4) || '-03-25', 'weekday 0') || ' 01:00:00' "
        + "AND \"Utc\" < date(substr(\"Utc\", 1, 4) || '-10-25', 'weekday 0') || ' 01:00:00'";

    /// <summary>
    /// The statements, which give each row the values that the aggregate would have written. A day in Rome is computed as the Domain does: two
    /// hours ahead of UTC from the last Sunday of March to the last of October, otherwise one.
    /// </summary>
    public const string Sql = $"""
        UPDATE "MovimentiCapienza" SET "RegistratoIl" = date("Utc", CASE WHEN {Summer} THEN '+2 hours' ELSE '+1 hours' END);
        UPDATE "MovimentiCapienza" SET "EnteId" = a."EnteId", "IdPartecipante" = g."IdPartecipante", "Giorno" = coalesce(
            CASE WHEN json_extract(a."Bozza", '$.documento.anacForm.appalto.dataAdesione') GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]*'
                THEN date(substr(json_extract(a."Bozza", '$.documento.anacForm.appalto.dataAdesione'), 1, 10)) END,
            date(a."CreatoIl"))
        FROM "Aggiudicazioni" g JOIN "Affidamenti" a ON a."Id" = g."AffidamentoId"
        WHERE g."Id" = "MovimentiCapienza"."AggiudicazioneId";
        UPDATE "MovimentiCapienza" SET "Giorno" = coalesce("DataAtto", (
            SELECT c."AdesioniDal" FROM "Lotti" l JOIN "Convenzioni" c ON c."Id" = l."ConvenzioneId" WHERE l."Id" = "MovimentiCapienza"."LottoId"))
        WHERE "EnteId" IS NULL;
        """;
}
