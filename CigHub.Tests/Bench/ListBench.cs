using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Elenco;
using Microsoft.Data.Sqlite;

namespace CigHub.Bench;

/// <summary>Measures the first page of the list of Affidamenti of all Enti, and for comparison the bare SQL of the same page.</summary>
internal static class ListBench
{
    private const int PerPagina = 25, Few = 1_000, Many = 100_000, Rounds = 41;

    private const string Pagina = """
        SELECT a."Id", a."Version", a."Portale_RegistroDiSistema", a."TitoloDocumento", a."Oggetto", a."ImportoAppalto", a."Portale_DataInvio", a."Portale_Stato",
            l."CigPadre", l."Oggetto", a."CigDerivati", a."DenominazioneOe", p."Nome" || ' ' || p."Cognome", e."Denominazione", a."Stato", a."Pregresso"
        FROM (SELECT * FROM "Affidamenti" WHERE "Stato" <> 7 ORDER BY "ModificatoIl" DESC, "Id" DESC LIMIT $n) a
        JOIN "Enti" e ON e."Id" = a."EnteId" JOIN "Persone" p ON p."Id" = a."RupId" JOIN "Lotti" l ON l."Id" = a."LottoId"
        ORDER BY a."ModificatoIl" DESC, a."Id" DESC
        """;

    private static readonly string Conto = $"""SELECT COUNT(*) FROM (SELECT 1 FROM "Affidamenti" WHERE "Stato" <> 7 LIMIT {CappedCount.Most + 1})""";

    public static async Task Measure(Offices uffici)
    {
        var pochi = await One(await uffici.With(Few), Few);
        var molti = await One(await uffici.With(Many), Many);
        Console.WriteLine($"{Many} rows beside {Few}: ours {molti.Nostro / pochi.Nostro:0.00}, bare {molti.Nudo / pochi.Nudo:0.00}");
    }

    private static async Task<(double Nostro, double Nudo)> One(Office ufficio, int righe)
    {
        var attore = await ufficio.ActorOf("responsabile");
        using var connessione = Office.Nudo(ufficio.File);
        return await BenchClock.Together(
            $"list, {righe} rows",
            Rounds,
            async () => Enough((await ufficio.Reader.Read<ListaAffidamenti, FoundAffidamenti>(
                attore, async q => await q.Run(AffidamentiFilter.Tutti, attore.PersonaId, 1, PerPagina), CancellationToken.None)).Value.Righe.Count),
            () =>
            {
                Enough(Read(connessione));
                return Task.CompletedTask;
            });
    }

    private static int Read(SqliteConnection connessione)
    {
        using var comando = connessione.CreateCommand();
        comando.CommandText = Pagina;
        comando.Parameters.AddWithValue("$n", PerPagina);
        var righe = new List<object[]>();
        using (var lettore = comando.ExecuteReader())
        {
            while (lettore.Read())
            {
                var riga = new object[lettore.FieldCount];
                lettore.GetValues(riga);
                righe.Add(riga);
            }
        }

        using var conto = connessione.CreateCommand();
        conto.CommandText = Conto;
        return (long)conto.ExecuteScalar()! > 0 ? righe.Count : 0;
    }

    private static void Enough(int righe)
    {
        if (righe != PerPagina)
        {
            throw new InvalidOperationException($"{righe} rows instead of {PerPagina}.");
        }
    }
}
