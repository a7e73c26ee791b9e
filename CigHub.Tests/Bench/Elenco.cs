using CigHub.Domain.Affidamenti;
using CigHub.Web.Features;
using CigHub.Web.Features.Affidamenti;
using Microsoft.Data.Sqlite;

namespace CigHub.Bench;

/// <summary>The first page of the list of Affidamenti, over all Enti, beside the bare SQL of the same page.</summary>
internal static class Elenco
{
    private const int PerPagina = 25, Pochi = 1_000, Molti = 100_000, Giri = 41;

    private const string Pagina = """
        SELECT a."Id", a."Anno", a."Progressivo", a."TitoloDocumento", a."Oggetto", e."Denominazione", p."Nome" || ' ' || p."Cognome", a."RupId", a."Stato",
            a."Ritorno", a."ImportoAppalto", l."CigPadre", a."CigDerivati", a."ModificatoIl", a."RichiestoIl"
        FROM (SELECT * FROM "Affidamenti" WHERE "Stato" <> 7 ORDER BY "ModificatoIl" DESC, "Id" DESC LIMIT $n) a
        JOIN "Enti" e ON e."Id" = a."EnteId" JOIN "Persone" p ON p."Id" = a."RupId" JOIN "Lotti" l ON l."Id" = a."LottoId"
        ORDER BY a."ModificatoIl" DESC, a."Id" DESC
        """;

    private const string Conto = """SELECT COUNT(*) FROM "Affidamenti" WHERE "Stato" <> 7""";

    public static async Task Misura(Uffici uffici)
    {
        var pochi = await Uno(await uffici.Con(Pochi), Pochi);
        var molti = await Uno(await uffici.Con(Molti), Molti);
        Console.WriteLine($"{Molti} rows beside {Pochi}: ours {molti.Nostro / pochi.Nostro:0.00}, bare {molti.Nudo / pochi.Nudo:0.00}");
    }

    private static async Task<(double Nostro, double Nudo)> Uno(Ufficio ufficio, int righe)
    {
        var attore = await ufficio.Come("responsabile");
        using var connessione = Ufficio.Nudo(ufficio.File);
        return await Cronometro.Insieme(
            $"list, {righe} rows",
            Giri,
            async () => Bastano((await ufficio.Lettore.Leggi<ElencoAffidamenti, Pagina<VoceAffidamento>>(attore, q => Domanda(q)!)).Value.Voci.Count),
            () =>
            {
                Bastano(Leggi(connessione));
                return Task.CompletedTask;
            });
    }

    /// <summary>The one place that knows how the list is asked.</summary>
    private static Task<Pagina<VoceAffidamento>> Domanda(ElencoAffidamenti elenco) => elenco.Esegui((StatoAffidamento?)null, 1, PerPagina);

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
