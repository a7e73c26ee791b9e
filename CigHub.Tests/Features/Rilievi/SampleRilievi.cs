using CigHub.Domain.Affidamenti;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Features.Rilievi.Calcolo;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Rilievi;

/// <summary>Helpers for tests of rilievi: adhesions, the computation, and changes that only another program could make.</summary>
internal static class SampleRilievi
{
    private static int _cig = 0x510000;

    /// <summary>Creates an Affidamento of Tivoli with its CIG, adhered today.</summary>
    public static Task<Guid> Aderito(this TestBench bench, string importo, int lotto = 0, string rup = "rup.tivoli") =>
        bench.Affidamento(StatoAffidamento.CigAcquisito, lotto, importo, Interlocked.Increment(ref _cig), rup);

    /// <summary>Runs all rules as a user and keeps what they find. Returns the rilievi that are kept.</summary>
    public static async Task<IReadOnlyList<Rilievo>> Calcola(this TestBench bench, Actor? chi = null)
    {
        var trovati = await bench.Reader.ReadLong<CalcoloRilievi, RilieviTrovati>(chi ?? bench.Auditor, async q => await q.Run(), default);
        Assert.True(trovati.IsSuccess, string.Join("; ", trovati.Errors));
        await bench.Services.GetRequiredService<RilieviKeeper>().Keep(trovati.Value, chi);
        return await bench.Query(db => db.Rilievi.AsNoTracking().ToListAsync());
    }

    /// <summary>Runs all rules and returns what one of them found.</summary>
    public static async Task<IReadOnlyList<Rilievo>> Trova(this TestBench bench, RegolaRilievo regola) =>
        [.. (await bench.Calcola()).Where(r => r.Regola == regola.Nome && r.Attuale)];

    /// <summary>Changes the file without the app, as no command could.</summary>
    public static void Forza(this TestBench bench, string sql, params (string Nome, object Valore)[] valori)
    {
        using var file = bench.OpenFile();
        using var comando = file.CreateCommand();
        comando.CommandText = sql;
        foreach (var (nome, valore) in valori)
        {
            comando.Parameters.Add(new SqliteParameter(nome, valore is Guid id ? id.ToString().ToUpperInvariant() : valore));
        }

        Assert.True(comando.ExecuteNonQuery() > 0, sql);
    }

    /// <summary>Returns the Affidamenti on which a rilievo stands.</summary>
    public static IEnumerable<Guid> Affidamenti(this Rilievo rilievo) =>
        rilievo.Prove.Where(p => p.Tipo == TipoProva.Affidamento).Select(p => p.Riferimento!.Value);
}
