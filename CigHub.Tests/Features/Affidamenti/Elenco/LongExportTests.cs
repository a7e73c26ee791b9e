using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Xunit.Abstractions;

namespace CigHub.Tests.Features.Affidamenti.Elenco;

/// <summary>Exports a long list: memory stays flat, the progress is shown, and the user may stop it. Nothing is left on disk.</summary>
/// <remarks>It runs while no other test does, because the memory of the whole process is measured.</remarks>
[Collection(nameof(LongExportTests))]
[CollectionDefinition(nameof(LongExportTests), DisableParallelization = true)]
public sealed class LongExportTests(ITestOutputHelper output) : WithBench
{
    private const int MegaByte = 1 << 20;

    /// <summary>The memory that an export may take more than at its start. Four thousand rows that are kept take more.</summary>
    private const int MostBytes = MegaByte;

    [Fact]
    public Task Un_esportazione_lunga_non_tiene_in_memoria_le_righe() => Export(4_000);

    [Fact]
    [LongRun(typeof(LongExportTests), "twenty thousand rows in place of four")]
    public Task Un_esportazione_di_ventimila_righe_non_le_tiene_in_memoria() => Export(20_000);

    private async Task Export(int rows)
    {
        // What the first export of a process leaves for the next ones does not count.
        await Multiply(200);
        using (var first = new RunningWork(() => Task.CompletedTask, CancellationToken.None))
        {
            Assert.Equal(200, (await Export(first)).Value.Rows);
        }

        await Multiply(rows);
        List<long> memory = [Alive()];
        RunningWork work = null!;
        work = new RunningWork(
            () =>
            {
                if (work is not null && work.Fatte % (rows / 8) == 0)
                {
                    memory.Add(Alive());
                }

                return Task.CompletedTask;
            },
            CancellationToken.None);
        using (work)
        {
            var file = (await Export(work)).Value;
            Assert.Equal((rows, rows), (file.Rows, work.Fatte));
            output.WriteLine($"{rows} rows, {file.Content.Length / MegaByte} MB");
            output.WriteLine($"memory over the start in kB: {string.Join(", ", memory.Select(m => (m - memory[0]) / 1_024))}");
            Assert.True(memory.Count > 5);
            Assert.InRange(memory.Max() - memory[0], 0, MostBytes);
            Assert.Equal(rows, file.Content.Query(useHeaderRow: true).Count());
        }
    }

    [Fact]
    public async Task Un_esportazione_interrotta_non_lascia_file_ne_eventi()
    {
        const int Rows = 4_000;
        await Multiply(Rows);
        RunningWork work = null!;
        work = new RunningWork(
            () =>
            {
                if (work?.Fatte > 0)
                {
                    work.Interrupt();
                }

                return Task.CompletedTask;
            },
            CancellationToken.None);
        using (work)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Export(work));
            Assert.InRange(work.Fatte, 1, Rows - 1);
        }

        Assert.Equal(0, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.ElencoEsportato)));
    }

    private async Task<CigHub.Domain.Common.Result<ReadyFile>> Export(RunningWork work)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ListExport>().Run(EsportaAffidamenti.Sheet(AffidamentiFilter.Tutti, Bench.Rup), Bench.Rup, work);
    }

    /// <summary>Returns the bytes of what is alive. One collection suffices: what is left of a second one is noise.</summary>
    private static long Alive()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    /// <summary>
    /// Copies one Affidamento in SQL until there are as many as given. No command could make so many in the time of a test.
    /// </summary>
    private async Task Multiply(int rows)
    {
        if (!await Bench.Query(db => db.Affidamenti.AnyAsync()))
        {
            await Bench.Affidamento(StatoAffidamento.InLavorazione);
        }

        var (one, there) = await Bench.Query(async db => (await db.Affidamenti.Select(a => a.Id).FirstAsync(), await db.Affidamenti.CountAsync()));
        await using var connection = new SqliteConnection($"Data Source={Bench.File};Pooling=False");
        await connection.OpenAsync();
        var columns = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM pragma_table_info('Affidamenti')";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var values = columns.Select(c => c switch
        {
            "Id" => "printf('%08X-0000-7000-8000-000000000000', n.i)",
            "Progressivo" => "n.i + 1000",
            "Oggetto" or "TitoloDocumento" => $"\"{c}\" || hex(randomblob(20))",
            "CodiceAppalto" => "hex(randomblob(16))",
            _ => $"\"{c}\"",
        });
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT $there UNION ALL SELECT i + 1 FROM n WHERE i < $rows - 1)
            INSERT INTO "Affidamenti" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", values)} FROM n, "Affidamenti" AS a WHERE a."Id" = $id
            """;
        insert.Parameters.AddWithValue("$there", there);
        insert.Parameters.AddWithValue("$rows", rows);
        insert.Parameters.AddWithValue("$id", one.ToString().ToUpperInvariant());
        Assert.Equal(rows - there, await insert.ExecuteNonQueryAsync());
    }
}
