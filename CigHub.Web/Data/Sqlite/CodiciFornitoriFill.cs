namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Fills the column <c>CodiciFornitori</c> of Affidamenti that are older than it, from their drafts. A migration runs it once.
/// </summary>
public static class CodiciFornitoriFill
{
    /// <summary>The statement, which gives each row the value that <c>Affidamento.CodiciFornitori</c> would have. The order may differ.</summary>
    public const string Sql =
        """
        UPDATE "Affidamenti" SET "CodiciFornitori" = coalesce((
            SELECT '|' || group_concat(codice, '|') || '|' FROM (
                SELECT upper(trim(json_extract(p.value, '$.codiceFiscale'))) AS codice
                FROM json_each("Affidamenti"."Bozza", '$.documento.anacForm.aggiudicazioni') AS a, json_each(a.value, '$.partecipanti') AS p
                UNION
                SELECT upper(trim(t.value)) FROM json_each("Affidamenti"."Bozza", '$.testi') AS t
                WHERE t.key LIKE '%/partecipanti/%/codiceFiscale')
            WHERE codice <> ''), '')
        """;
}
