using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data.Registro;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Fills the columns by which lists and worklists filter, in rows that are older than the columns. A migration runs it once.
/// </summary>
public static class WorklistFill
{
    /// <summary>The statements, which give each row the values that the aggregate would have copied.</summary>
    /// <remarks>A draft may hold any text where an id belongs. What is no id becomes the empty id, because nobody could read the row otherwise.</remarks>
    public static readonly string Sql = $"""
        UPDATE "Atti" SET
            "Tipo" = CASE json_extract("Dati", '$.Tipo') {Kinds()} ELSE 0 END,
            "ValidoFinoAl" = json_extract("Dati", '$.ValidoFinoAl');
        UPDATE "Affidamenti" SET
            "HaOrdinativo" = {With(TipoAtto.OrdinativoDiAdesione)},
            "HaPubblicazione" = {With(TipoAtto.Pubblicazione)},
            "AcquisitoIl" = (
                SELECT max(m."Utc") FROM "Aggiudicazioni" g JOIN "MovimentiCapienza" m ON m."AggiudicazioneId" = g."Id"
                WHERE g."AffidamentoId" = "Affidamenti"."Id" AND m."Tipo" = {(int)TipoMovimento.Adesione});
        UPDATE "Aggiudicazioni" SET "IdPartecipante" = coalesce((
            SELECT d.id FROM (
                SELECT upper(json_extract(a."Bozza",
                    '$.documento.anacForm.aggiudicazioni[' || "Aggiudicazioni"."Indice" || '].partecipanti[0].idPartecipante')) AS id
                FROM "Affidamenti" a WHERE a."Id" = "Aggiudicazioni"."AffidamentoId") d
            WHERE d.id GLOB '{IdPattern()}'), '{Guid.Empty}');
        """;

    private static string Kinds() => string.Join(' ', Enum.GetValues<TipoAtto>().Select(t => $"WHEN '{NomiRegistrati.Valore(t)}' THEN {(int)t}"));

    private static string IdPattern() => string.Concat($"{Guid.Empty}".Select(c => c == '-' ? "-" : "[0-9A-F]"));

    private static string With(TipoAtto tipo) =>
        $"EXISTS (SELECT 1 FROM \"Atti\" t WHERE t.\"AffidamentoId\" = \"Affidamenti\".\"Id\" AND t.\"Tipo\" = {(int)tipo})";
}
