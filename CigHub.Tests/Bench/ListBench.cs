using CigHub.Web.Features.Affidamenti.Elenco;
using Microsoft.Data.Sqlite;

namespace CigHub.Bench;

/// <summary>Measures the first page of the list of Affidamenti of all Enti, beside the bare SQL of the same page.</summary>
internal static class ListBench
{
    private const int PerPagina = 25, Pochi = 1_000, Molti = 100_000, Giri = 41;

    private const string Pagina = """
        SELECT a."Id", a."Version", a."Portale_RegistroDiSistema", a."TitoloDocumento", a."Oggetto", a."ImportoAppalto", a."Portale_DataInvio", a."Portale_Stato",
            l."CigPadre", l."Oggetto", a."CigDerivati", a."DenominazioneOe", p."Nome" || ' ' || p."Cognome", e."Denominazione", a."Stato", a."Pregresso"
        FROM (SELECT * FROM "Affidamenti" WHERE "Stato" <> 7 ORDER BY "ModificatoIl" DESC, "Id" DESC LIMIT $n) a
        JOIN "Enti" e ON e."Id" = a."EnteId" JOIN "Persone" p ON p."Id" = a."RupId" JOIN "Lotti" l ON l."Id" = a."LottoId"
        ORDER BY a."ModificatoIl" DESC, a."Id" DESC
        """;

    private static readonly string Conto = $"""SELECT COUNT(*) FROM (SELECT 1 FROM "Affidamenti" WHERE "Stato" <> 7 LIMIT {ListaAffidamenti.MaxContati + 1})""";

    public static async Task Misura(Offices uffici)
    {
        var pochi = await Uno(await uffici.Con(Pochi), Pochi);
        var molti = await Uno(await uffici.Con(Molti), Molti);
        Console.WriteLine($"{Molti} rows beside {Pochi}: ours {molti.Nostro / pochi.Nostro:0.00}, bare {molti.Nudo / pochi.Nudo:0.00}");
    }

    private static async Task<(double Nostro, double Nudo)> Uno(Office ufficio, int righe)
    {
        var attore = await ufficio.Come("responsabile");
        using var connessione = Office.Nudo(ufficio.File);
        return await BenchClock.Insieme(
            $"list, {righe} rows",
            Giri,
            async () => Bastano((await ufficio.Lettore.Leggi<ListaAffidamenti, FoundAffidamenti>(
                attore, async q => await q.Esegui(AffidamentiFilter.Tutti, attore.PersonaId, 1, PerPagina))).Value.Righe.Count),
            () =>
            {
                Bastano(Leggi(connessione));
                return Task.CompletedTask;
            });
    }

    private static int Leggi(SqliteConnection connessione)
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

    private static void Bastano(int righe)
    {
        if (righe != PerPagina)
        {
            throw new InvalidOperationException($"{righe} rows instead of {PerPagina}.");
        }
    }
}
