using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Demo.Dimostrazione;

/// <summary>The demonstration as the app creates it at its first start, in a database file of its own and with a clock that stands still.</summary>
internal sealed class TestOffice : IAsyncDisposable
{
    private readonly AppOnFile _app;
    private readonly string _cartella;

    private TestOffice(AppOnFile app, string cartella)
    {
        _app = app;
        _cartella = cartella;
    }

    public static DateTimeOffset Adesso => TestBench.Adesso;

    public static DateOnly Oggi { get; } = new(2026, 11, 24);

    public IServiceProvider Services => _app.Services;

    public QueryReader Lettore => _app.Services.GetRequiredService<QueryReader>();

    /// <param name="affidamenti">The number of Affidamenti. Null takes the app's default.</param>
    public static async Task<TestOffice> Apri(int? affidamenti = null, int? seme = null, bool piccola = false)
    {
        var cartella = Directory.CreateTempSubdirectory("cighub-ufficio-").FullName;
        var impostazioni = new Dictionary<string, string?> { ["Dimostrazione:Attiva"] = "true" };
        if (affidamenti is { } quanti)
        {
            impostazioni["Dimostrazione:Affidamenti"] = quanti.ToString(CultureInfo.InvariantCulture);
        }

        if (piccola)
        {
            impostazioni["Dimostrazione:Piccola"] = "true";
        }

        if (seme is { } numero)
        {
            impostazioni["Dimostrazione:Seme"] = numero.ToString(CultureInfo.InvariantCulture);
        }

        try
        {
            return new TestOffice(await AppOnFile.Apri(cartella, new FakeTimeProvider(Adesso), impostazioni), cartella);
        }
        catch
        {
            Pulisci(cartella);
            throw;
        }
    }

    /// <summary>Reads all rows of a type, whatever their Ente.</summary>
    public async Task<List<T>> Elenco<T>()
        where T : class
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().ApriPerIlSistema();
        var tutti = scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Set<T>().AsNoTracking();
        return await (typeof(T) == typeof(Affidamento) ? tutti.Include(nameof(Affidamento.Atti)) : tutti).ToListAsync();
    }

    public async Task RegistroIntegro()
    {
        var auditor = (await Elenco<Appartenenza>()).Single(a => a.Ruolo == Ruolo.Auditor);
        var attore = new Actor(auditor.PersonaId, Ruolo.Auditor, null, [Ruolo.Auditor]);
        var esito = (await _app.Services.GetRequiredService<QueryReader>().Leggi<VerificaIntegrita, EsitoVerifica>(attore, q => q.Esegui())).Value;
        Assert.True(esito.Integro, esito.Messaggio);
    }

    /// <summary>Asserts that the totals of every Lotto are the sums of its movimenti.</summary>
    public async Task TotaliUgualiAlleSomme()
    {
        var righe = (await Elenco<MovimentoCapienza>()).ToLookup(m => m.LottoId);
        Assert.All(await Elenco<Capienza>(), c =>
        {
            long Somma(params TipoMovimento[] tipi) => righe[c.LottoId].Where(m => tipi.Contains(m.Tipo)).Sum(m => m.Importo.Centesimi);
            Assert.Equal(Somma(TipoMovimento.Iniziale, TipoMovimento.Variazione), c.Massimale.Centesimi);
            Assert.Equal(Somma(TipoMovimento.Adesione, TipoMovimento.AdesionePregressa, TipoMovimento.Correzione, TipoMovimento.Annullamento),
                c.Aderito.Centesimi);
            Assert.Equal(Somma(TipoMovimento.Riserva, TipoMovimento.Rilascio), c.Riservato.Centesimi);
            Assert.Equal(Somma(TipoMovimento.AltreAdesioni), c.AltreAdesioni.Centesimi);
        });
    }

    public IReadOnlyList<string> Tabelle() => Colonna("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");

    /// <summary>Reads every row of a table as text, in the order of insertion.</summary>
    public IReadOnlyList<string> Righe(string tabella) => Chiedi($"SELECT * FROM \"{tabella}\" ORDER BY rowid", r =>
        string.Join(" | ", Enumerable.Range(0, r.FieldCount)
            .Select(i => r.GetValue(i) is byte[] b ? Convert.ToHexString(b) : Convert.ToString(r.GetValue(i), CultureInfo.InvariantCulture))));

    public IReadOnlyList<string> Colonna(string sql) => Chiedi(sql, r => Convert.ToString(r.GetValue(0), CultureInfo.InvariantCulture)!);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Pulisci(_cartella);
    }

    private static void Pulisci(string cartella)
    {
        TestBench.ChiudiPool(cartella);
        Directory.Delete(cartella, recursive: true);
    }

    private List<string> Chiedi(string sql, Func<SqliteDataReader, string> riga)
    {
        using var connessione = new SqliteConnection($"Data Source={Path.Combine(_cartella, DataSetup.FileDatabase)};Pooling=False");
        connessione.Open();
        using var comando = connessione.CreateCommand();
        comando.CommandText = sql;
        using var lettore = comando.ExecuteReader();
        var righe = new List<string>();
        while (lettore.Read())
        {
            righe.Add(riga(lettore));
        }

        return righe;
    }
}
