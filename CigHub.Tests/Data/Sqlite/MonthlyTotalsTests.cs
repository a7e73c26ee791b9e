using CigHub.Domain.Affidamenti;
using CigHub.Tests.Features.Spesa;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data.Sqlite;

namespace CigHub.Tests.Data.Sqlite;

/// <summary>Tests the kept sums of the ledger: the check that compares them, and the fill of rows that are older than their columns.</summary>
public sealed class MonthlyTotalsTests : WithBench
{
    private const string Rows = """SELECT * FROM "TotaliSpesa" ORDER BY 1, 2, 3, 4, 5""";

    [Fact]
    public async Task Un_totale_che_non_e_la_somma_si_nomina_e_non_si_corregge()
    {
        await new SpesaStory(Bench).Tell(20);
        Assert.Empty(DataCheck.Run(Bench.File).Faults);
        var lotto = Bench.Catalogo.Lotti[0].Id.ToString().ToUpperInvariant();
        Bench.Run($"""
            UPDATE "TotaliSpesa" SET "Aderito" = "Aderito" + 1 WHERE "Orologio" = 1 AND "LottoId" = '{lotto}'
                AND "Mese" = (SELECT MAX("Mese") FROM "TotaliSpesa" WHERE "Orologio" = 1 AND "LottoId" = '{lotto}')
            """);
        var changed = Text();
        var fault = Assert.Single(DataCheck.Run(Bench.File).Faults);
        Assert.Contains(lotto, fault, StringComparison.Ordinal);
        Assert.Contains("per data di adesione", fault, StringComparison.Ordinal);
        Assert.Equal(changed, Text());

        Bench.Run("DELETE FROM \"TotaliSpesa\"");
        Assert.NotEmpty(DataCheck.Run(Bench.File).Faults);
    }

    [Fact]
    public async Task Un_aggiornamento_riempie_le_colonne_e_i_totali_come_li_scrive_l_aggregato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Affidamento(StatoAffidamento.CigInRichiesta, importo: "12,34", cig: 0xABCD0);
        Assert.NotEqual(Guid.Empty, id);
        const string Columns = """SELECT "Id", "EnteId", "IdPartecipante", "Giorno", "RegistratoIl" FROM "MovimentiCapienza" ORDER BY "Id" """;
        var (before, totals) = (Text(Columns), Text());
        foreach (var (name, _) in Triggers.All)
        {
            Bench.Run($"DROP TRIGGER \"{name}\"");
        }

        Bench.Run("""UPDATE "MovimentiCapienza" SET "EnteId" = NULL, "IdPartecipante" = NULL, "Giorno" = '0001-01-01', "RegistratoIl" = '0001-01-01' """);
        Bench.Run("DROP TABLE \"TotaliSpesa\"");
        Bench.Run(LedgerFill.Sql);
        Bench.Run(MonthlyTotals.Create);

        Assert.Equal(before, Text(Columns));
        Assert.Equal(totals, Text());
    }

    [Theory]
    [InlineData("2026-03-29 00:59:59", "2026-03-29")]
    [InlineData("2026-03-28 23:00:00", "2026-03-29")]
    [InlineData("2026-03-29 22:00:00", "2026-03-30")]
    [InlineData("2026-10-25 00:59:59", "2026-10-25")]
    [InlineData("2026-10-24 22:00:00", "2026-10-25")]
    [InlineData("2026-10-25 22:30:00", "2026-10-25")]
    [InlineData("2024-02-29 23:30:00", "2024-03-01")]
    public void Il_giorno_di_registrazione_e_quello_di_Roma(string utc, string day)
    {
        foreach (var (name, _) in Triggers.All)
        {
            Bench.Run($"DROP TRIGGER \"{name}\"");
        }

        Bench.Run($"UPDATE \"MovimentiCapienza\" SET \"Utc\" = '{utc}'");
        Bench.Run(LedgerFill.Sql);
        Assert.Equal(day, Bench.Ask<string>("SELECT MAX(\"RegistratoIl\") FROM \"MovimentiCapienza\""));
    }

    private string Text(string sql = Rows) => string.Join('\n', Bench.Rows(sql).Select(r => string.Join(" | ", r)));
}
