using CigHub.Domain.Convenzioni;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Sums of the ledger for one Lotto, month, Ente and supplier, in cents. The empty id stands for «no Ente» and «no supplier».</summary>
public sealed class LedgerSum
{
    public Guid LottoId { get; init; }

    /// <summary>The month as a number, for example 202611.</summary>
    public int Mese { get; init; }

    public Guid EnteId { get; init; }

    public Guid IdPartecipante { get; init; }

    public long Massimale { get; init; }

    public long Aderito { get; init; }

    public long Riservato { get; init; }

    public long AltreAdesioni { get; init; }
}

/// <summary>One adhesion, with its amount after all corrections, or one communication of the Soggetto Aggregatore.</summary>
public sealed class LedgerAmount
{
    public Guid LottoId { get; init; }

    public DateOnly Giorno { get; init; }

    public long Importo { get; init; }
}

/// <summary>Reads the sums of the ledger that the database keeps by month, and the few rows that a sum up to a day needs beside them.</summary>
/// <remarks>The id comes from the table of the Lotti, with which SQLite begins. So a condition on it skips the rows of other Lotti.</remarks>
internal static class LedgerSums
{
    private static readonly string _kept = $"""
        SELECT l."Id" AS "LottoId", t."Mese", t."EnteId", t."IdPartecipante", t."Massimale", t."Aderito", t."Riservato", t."AltreAdesioni"
        FROM "Lotti" l CROSS JOIN "{MonthlyTotals.Table}" t ON t."LottoId" = l."Id" WHERE t."Orologio" =
        """ + " {0} AND t.\"Livello\" = {1} ";

    /// <summary>The kept sums of the months before that of a day, and the ledger rows of its own month up to the day, for each clock.</summary>
    private static readonly Dictionary<SpesaClock, string> _upTo = Enum.GetValues<SpesaClock>().ToDictionary(c => c, c => WithRows(c, "<", "+"));

    /// <summary>The kept sums up to the month of a day, less the ledger rows of that month after the day, for each clock.</summary>
    private static readonly Dictionary<SpesaClock, string> _without = Enum.GetValues<SpesaClock>().ToDictionary(c => c, c => WithRows(c, "<=", "-"));

    private static readonly string _adesioni = $$"""
        SELECT m."LottoId", MAX(m."Giorno") AS "Giorno", SUM(m."Importo") AS "Importo"
        FROM "Lotti" l CROSS JOIN "MovimentiCapienza" m ON m."LottoId" = l."Id" AND m."Giorno" > {0} AND m."Giorno" <= {1}
        WHERE m."RegistratoIl" <= {2} AND m."Tipo" IN ({{Kinds(ComponenteCapienza.Aderito)}})
        GROUP BY m."LottoId", m."AggiudicazioneId" HAVING SUM(m."Importo") > 0
        """;

    /// <summary>
    /// Returns the sums on a clock, up to a day inclusive, or of everything. Whole months come from the kept sums. Of the month of the day, the rows
    /// of its shorter part are read: those up to the day are added, or those after it are taken away.
    /// </summary>
    /// <param name="level">The detail. A sum up to a day has months, whatever the level.</param>
    public static IQueryable<LedgerSum> Somme(this CigHubDbContext db, SpesaClock clock, DateOnly? al, SpesaLevel level)
    {
        if (al is not { } day)
        {
            return db.Database.SqlQueryRaw<LedgerSum>(_kept, (int)clock, (int)level);
        }

        var ofMonths = level == SpesaLevel.Sempre ? SpesaLevel.Mesi : level;
        var first = new DateOnly(day.Year, day.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var (sql, from, to) = day.Day * 2 <= last.Day ? (_upTo[clock], first, day) : (_without[clock], day.AddDays(1), last);
        return db.Database.SqlQueryRaw<LedgerSum>(sql, (int)clock, (int)ofMonths, Month(day), from, to);
    }

    /// <summary>Returns the Lotti on whose ledger an Ente had a row on a day, on a clock.</summary>
    /// <remarks>The rows are always added and never taken away, because a row that is taken away from its month would still name its Lotto.</remarks>
    public static IQueryable<Guid> LottiUsati(this CigHubDbContext db, SpesaClock clock, DateOnly al, Guid ente) => db.Database.SqlQueryRaw<LedgerSum>(
        _upTo[clock], (int)clock, (int)SpesaLevel.Mesi, Month(al), new DateOnly(al.Year, al.Month, 1), al).Where(s => s.EnteId == ente)
        .Select(s => s.LottoId).Distinct();

    /// <summary>Returns the month of a day as the sums keep it, for example 202611.</summary>
    public static int Month(DateOnly day) => (day.Year * 100) + day.Month;

    /// <summary>
    /// Returns the adhesions of a span of days, one row each, with the amount that is left of it after corrections and annulments. Those with
    /// nothing left are not there.
    /// </summary>
    /// <param name="dopo">The day before the first one.</param>
    /// <param name="al">The last day, inclusive.</param>
    /// <param name="notoAl">The last day of recording, inclusive.</param>
    public static IQueryable<LedgerAmount> Adesioni(this CigHubDbContext db, DateOnly dopo, DateOnly al, DateOnly notoAl) =>
        db.Database.SqlQueryRaw<LedgerAmount>(_adesioni, dopo, al, notoAl);

    /// <summary>Returns the SQL of the kept sums of months, with the rows of some days of one month added or taken away.</summary>
    /// <param name="months">How the kept months compare to the month of those days.</param>
    private static string WithRows(SpesaClock clock, string months, string sign)
    {
        var column = clock == SpesaClock.Adesione ? "Giorno" : "RegistratoIl";
        var amounts = string.Join(", ", Enum.GetNames<ComponenteCapienza>().Select(a => $"{sign}({MonthlyTotals.AmountOf("m", a)}) AS \"{a}\""));
        return _kept + $$"""
            AND t."Mese" {{months}} {2}
            UNION ALL SELECT l."Id", {2}, COALESCE(m."EnteId", '{{Guid.Empty}}'), COALESCE(m."IdPartecipante", '{{Guid.Empty}}'), {{amounts}}
            FROM "Lotti" l CROSS JOIN "MovimentiCapienza" m ON m."LottoId" = l."Id" AND m."{{column}}" >= {3} AND m."{{column}}" <= {4}
            """;
    }

    private static string Kinds(ComponenteCapienza total) =>
        string.Join(", ", Enum.GetValues<TipoMovimento>().Where(k => k.Totale() == total).Select(k => (int)k));
}
