using System.Security.Cryptography;
using CigHub.Domain.Registro;
using CigHub.Web.Features.RegistroEventi.Confronto;

namespace CigHub.Bench;

/// <summary>
/// Measures the integrity check of about a hundred thousand events, and their comparison with the tables, beside reading and hashing the
/// same bytes.
/// </summary>
internal static class VerifyBench
{
    private const int Affidamenti = 12_000, Giri = 7;

    public static async Task Misura(Offices uffici)
    {
        var ufficio = await uffici.Con(Affidamenti);
        var auditor = await ufficio.Come("auditor");
        using var connessione = Office.Nudo(ufficio.File);
        var eventi = 0L;
        await BenchClock.Insieme(
            "verification of the registro",
            Giri,
            async () =>
            {
                var esito = (await ufficio.Lettore.Leggi<VerificaIntegrita, EsitoVerifica>(auditor, q => q.Esegui())).Value;
                _ = esito.Integro ? 0 : throw new InvalidOperationException(esito.Messaggio);
            },
            Letti);
        await BenchClock.Insieme(
            "comparison of data and registro",
            Giri,
            async () =>
            {
                var esito = (await ufficio.Lettore.Leggi<ConfrontoConIDati, Concordanza>(auditor, q => q.Esegui(null))).Value;
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
