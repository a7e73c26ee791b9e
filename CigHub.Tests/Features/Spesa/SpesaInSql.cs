using System.Globalization;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using Microsoft.Data.Sqlite;

namespace CigHub.Tests.Features.Spesa;

/// <summary>The terms of a massimale in cents, as SQL adds them up. What they leave of the massimale is the residuo.</summary>
internal readonly record struct TerminiInSql(long Massimale, long Aderito, long InCorso, long Comunicate)
{
    public long Residuo => Massimale - Aderito - InCorso - Comunicate;

    public long Occupato => Aderito + InCorso + Comunicate;

    public bool Usato => (Aderito, InCorso, Comunicate) != (0, 0, 0);
}

/// <summary>
/// The amounts of the spending, added up by plain SQL over the rows of the ledger and over the Affidamenti. It uses none of the app's queries and
/// none of its totals, so that the app's pages can be compared with it.
/// </summary>
/// <remarks>
/// It is written from the words of the domain: what «Aderito» is, what «In corso di adesione» is, and on which day a row counts. The rows are those of
/// the moment at which it was made: they are put together once, not for each of thousands of sums.
/// </remarks>
internal sealed class SpesaInSql : IDisposable
{
    /// <summary>Each row of the ledger, with the term to which it belongs, and with the Ente and the supplier by their names.</summary>
    private const string Ledger = """
        CREATE TEMP TABLE Spesa AS
        SELECT
            m."Importo" AS Importo,
            m."Giorno" AS Adesione,          -- the day of the adhesion, of the act, or the first day of the window
            m."RegistratoIl" AS Registrazione,
            l."ConvenzioneId" AS Convenzione,
            m."LottoId" AS Lotto,
            coalesce(m."EnteId", '00000000-0000-0000-0000-000000000000') AS Ente,
            CASE m."Tipo"
                WHEN 1 THEN 'Massimale'      -- the massimale at the start
                WHEN 6 THEN 'Massimale'      -- extended or reduced by an act
                WHEN 4 THEN 'Aderito'        -- the CIG acquired
                WHEN 7 THEN 'Aderito'        -- before CigHub
                WHEN 8 THEN 'Aderito'        -- CM1, up or down
                WHEN 9 THEN 'Aderito'        -- ANN
                WHEN 10 THEN 'Aderito'       -- ANN taken back
                WHEN 11 THEN 'InCorso'       -- confirmed by CMRC
                WHEN 12 THEN 'InCorso'       -- the confirmation consumed or ended
                WHEN 3 THEN 'InCorso'        -- the CIG requested
                WHEN 5 THEN 'InCorso'        -- the request ended
                WHEN 2 THEN 'Comunicate'     -- communicated by CMRC
            END AS Voce,
            coalesce(
                (SELECT group_concat(cf, '-') FROM (
                    SELECT json_extract(f.value, '$.CodiceFiscale') AS cf FROM json_each(l."Fornitori") f
                    WHERE upper(json_extract(f.value, '$.IdPartecipante')) = m."IdPartecipante" ORDER BY cf)),
                -- a supplier that the Lotto no longer has: the scheda of the adhesion still names it
                (SELECT replace(trim(a."CodiciFornitori", '|'), '|', '-') FROM "Aggiudicazioni" g JOIN "Affidamenti" a ON a."Id" = g."AffidamentoId"
                    WHERE g."Id" = m."AggiudicazioneId" AND a."CodiciFornitori" <> ''),
                'nessuno') AS Fornitore
        FROM "MovimentiCapienza" m JOIN "Lotti" l ON l."Id" = m."LottoId"
        """;

    /// <summary>Each amount that an Affidamento holds now: its CIG is being requested, or CMRC's confirmation is in force.</summary>
    private const string Held = """
        CREATE TEMP TABLE Tenuto AS
        SELECT a."Id" AS Affidamento, a."LottoId" AS Lotto, l."ConvenzioneId" AS Convenzione, a."EnteId" AS Ente, g."Importo" AS Importo,
            0 AS Conferma
        FROM "Aggiudicazioni" g JOIN "Affidamenti" a ON a."Id" = g."AffidamentoId" JOIN "Lotti" l ON l."Id" = a."LottoId"
        WHERE g."Stato" IN (2, 3)            -- in richiesta, or esito da verificare
        UNION ALL
        SELECT a."Id", a."LottoId", l."ConvenzioneId", a."EnteId", a."Confermato", 1
        FROM "Affidamenti" a JOIN "Lotti" l ON l."Id" = a."LottoId"
        WHERE a."StatoConferma" = 1          -- in vigore
        """;

    private readonly SqliteConnection _file;

    public SpesaInSql(string path)
    {
        _file = new SqliteConnection($"Data Source={path};Pooling=False");
        _file.Open();
        Execute(Ledger);
        Execute(Held);
    }

    /// <summary>Returns the terms of a choice of rows. Each part of the choice is a condition in SQL.</summary>
    public TerminiInSql Termini(params string[] choice)
    {
        var sums = Rows($"SELECT Voce, sum(Importo) FROM Spesa WHERE {And(choice)} GROUP BY Voce")
            .ToDictionary(r => (string)r[0], r => (long)r[1]);
        return new TerminiInSql(
            sums.GetValueOrDefault("Massimale"), sums.GetValueOrDefault("Aderito"), sums.GetValueOrDefault("InCorso"), sums.GetValueOrDefault("Comunicate"));
    }

    /// <summary>
    /// Returns the terms of a choice for each value of a column or expression, without those that are all zero. The massimale belongs to no Ente, supplier
    /// or month.
    /// </summary>
    public Dictionary<string, TerminiInSql> Grouped(string column, params string[] choice) =>
        Rows($"SELECT DISTINCT {column} FROM Spesa WHERE Voce <> 'Massimale' AND {And(choice)}").Select(r => Text(r[0]))
            .Select(value => (Value: value, Termini: Termini([.. choice, "Voce <> 'Massimale'", $"{column} = '{value}'"])))
            .Where(p => p.Termini.Usato).ToDictionary(p => p.Value, p => p.Termini);

    /// <summary>Returns the cents that the Affidamenti have acquired, by their adhesions with a CIG.</summary>
    public long Acquisito(Guid lotto) => Number($"""
        SELECT sum(g."Importo") FROM "Aggiudicazioni" g JOIN "Affidamenti" a ON a."Id" = g."AffidamentoId" WHERE g."Stato" = 4 AND a."LottoId" = '{Id(lotto)}'
        """);

    /// <summary>Returns the cents that requests and confirmations hold now.</summary>
    public long InCorso(params string[] choice) => Number($"SELECT sum(Importo) FROM Tenuto WHERE {And(choice)}");

    /// <summary>Returns the cents of «in corso» whose determina di adesione is in the fascicolo.</summary>
    public long ConAtto(Guid lotto) => InCorso(
        $"Lotto = '{Id(lotto)}'", """EXISTS (SELECT 1 FROM "Atti" t WHERE t."AffidamentoId" = Affidamento AND t."Tipo" = 2)""");

    /// <summary>Returns the day of the last communication of CMRC, or null. A choice may end on a day.</summary>
    public string? UltimaComunicazione(params string[] choice) =>
        Rows($"SELECT max(Adesione) FROM Spesa WHERE Voce = 'Comunicate' AND {And(choice)}")[0][0] as string;

    /// <summary>Returns the condition of the rows that count up to a day, on the clock of a reading.</summary>
    public static string FinoAl(SpesaClock clock, DateOnly day) => $"{Clock(clock)} <= '{Day(day)}'";

    /// <summary>Returns the condition of the rows from the first of January to a day of the same year.</summary>
    public static string Anno(SpesaClock clock, DateOnly day) => $"{Clock(clock)} BETWEEN '{day.Year}-01-01' AND '{Day(day)}'";

    /// <summary>Returns the condition of the rows of the same days a year before. The 29th of February has no such day; the 28th is the last one.</summary>
    public static string AnnoPrima(SpesaClock clock, DateOnly day) => $"{Clock(clock)} BETWEEN '{day.Year - 1}-01-01' AND '{day.Year - 1}{Day(day)[4..]}'";

    /// <summary>Returns the conditions of a choice of the pages.</summary>
    public static string[] Scelta(SpesaFilter filter) =>
    [
        .. filter.Al is { } al ? (string[])[FinoAl(filter.Orologio, al)] : [],
        .. filter.LottoId is { } lotto ? (string[])[$"Lotto = '{Id(lotto)}'"] : [],
        .. filter.ConvenzioneId is { } convenzione ? (string[])[$"Convenzione = '{Id(convenzione)}'"] : [],
    ];

    public static string Clock(SpesaClock clock) => clock == SpesaClock.Adesione ? "Adesione" : "Registrazione";

    public static string Id(Guid id) => id.ToString().ToUpperInvariant();

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IReadOnlyList<object[]> Rows(string sql)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose() => _file.Dispose();

    private static string And(string[] choice) => choice.Length == 0 ? "true" : string.Join(" AND ", choice);

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private long Number(string sql) => Rows(sql)[0][0] is long cents ? cents : 0;

    private void Execute(string sql)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
