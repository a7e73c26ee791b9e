using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Elenco;
using Microsoft.Data.Sqlite;

namespace CigHub.Bench;

/// <summary>
/// Measures a free-text search in the list of Affidamenti of all Enti, once for a word in the text of Affidamenti and once for the name of
/// an Ente. Each search is compared with the bare SQL that looks for the word in that text alone.
/// </summary>
internal static class SearchBench
{
    private const int PerPagina = 25, Few = 1_000, Many = 100_000, Rounds = 41;

    /// <summary>A word in the text of many Affidamenti, and in the name of no Ente, RUP or Lotto.</summary>
    private const string NelTesto = "2026";

    private const string UnEnte = "tivoli";

    private const string Nuda = """
        SELECT a."Id", a."TitoloDocumento", a."Oggetto", a."ImportoAppalto", l."CigPadre", p."Nome" || ' ' || p."Cognome", e."Denominazione"
        FROM (SELECT * FROM "Affidamenti" WHERE "Stato" <> 7 AND instr("TestoRicerca", $inizio) > 0
              ORDER BY "ModificatoIl" DESC, "Id" DESC LIMIT $n) a
        JOIN "Enti" e ON e."Id" = a."EnteId" JOIN "Persone" p ON p."Id" = a."RupId" JOIN "Lotti" l ON l."Id" = a."LottoId"
        """;

    private static readonly string Conto =
        $"""SELECT COUNT(*) FROM (SELECT 1 FROM "Affidamenti" WHERE "Stato" <> 7 AND instr("TestoRicerca", $inizio) > 0 LIMIT {CappedCount.Most + 1})""";

    public static async Task Measure(Offices uffici)
    {
        foreach (var righe in new[] { Few, Many })
        {
            var ufficio = await uffici.With(righe);
            await One(ufficio, righe, NelTesto);
            await One(ufficio, righe, UnEnte);
        }
    }

    private static async Task One(Office ufficio, int righe, string testo)
    {
        var attore = await ufficio.ActorOf("responsabile");
        using var connessione = Office.Nudo(ufficio.File);
        await BenchClock.Together(
            $"search «{testo}», {righe} rows",
            Rounds,
            async () => Enough((await ufficio.Reader.Read<ListaAffidamenti, FoundAffidamenti>(
                attore,
                async q => await q.Run(new AffidamentiFilter(Testo: testo), attore.PersonaId, 1, PerPagina),
                CancellationToken.None)).Value.Righe.Count),
            () =>
            {
                Enough(Read(connessione));
                return Task.CompletedTask;
            });
    }

    private static int Read(SqliteConnection connessione)
    {
        var trovate = 0;
        foreach (var sql in new[] { Nuda, Conto })
        {
            using var comando = connessione.CreateCommand();
            comando.CommandText = sql;
            comando.Parameters.AddWithValue("$inizio", " " + NelTesto);
            comando.Parameters.AddWithValue("$n", PerPagina);
            using var lettore = comando.ExecuteReader();
            while (lettore.Read())
            {
                trovate += sql == Nuda ? 1 : 0;
            }
        }

        return trovate;
    }

    private static void Enough(int righe)
    {
        if (righe != PerPagina)
        {
            throw new InvalidOperationException($"{righe} rows instead of {PerPagina}.");
        }
    }
}
