using System.Security.Cryptography;
using CigHub.Domain.Registro;
using CigHub.Web.Features.RegistroEventi.Confronto;

namespace CigHub.Bench;

/// <summary>
/// Measures the integrity check of about a hundred thousand events and their comparison with the tables. The time to read and hash the same
/// bytes is measured for comparison.
/// </summary>
internal static class VerifyBench
{
    private const int Affidamenti = 12_000, Rounds = 7;

    public static async Task Measure(Offices uffici)
    {
        var ufficio = await uffici.With(Affidamenti);
        var auditor = await ufficio.ActorOf("auditor");
        using var connessione = Office.Nudo(ufficio.File);
        var eventi = 0L;
        await BenchClock.Together(
            "verification of the registro",
            Rounds,
            async () =>
            {
                var esito = (await ufficio.Reader.ReadLong<VerificaIntegrita, EsitoVerifica>(auditor, q => q.Run(), CancellationToken.None)).Value;
                _ = esito.Integro ? 0 : throw new InvalidOperationException(esito.Messaggio);
            },
            Letti);
        await BenchClock.Together(
            "comparison of data and registro",
            Rounds,
            async () =>
            {
                var esito = (await ufficio.Reader.ReadLong<ConfrontoConIDati, Concordanza>(auditor, q => q.Run(null), CancellationToken.None)).Value;
                _ = esito.Concordano ? 0 : throw new InvalidOperationException(esito.Messaggio);
            },
            Letti);
        Console.WriteLine($"({eventi} events)");

        Task Letti()
        {
            using var comando = connessione.CreateCommand();
            comando.CommandText = """SELECT "Byte" FROM "Registro" ORDER BY "Seq" """;
            using var lettore = comando.ExecuteReader();
            for (eventi = 0; lettore.Read(); eventi++)
            {
                SHA256.HashData((byte[])lettore.GetValue(0));
            }

            return Task.CompletedTask;
        }
    }
}
