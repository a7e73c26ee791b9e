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

/// <summary>
/// The data of the demonstration, created as at the first start of the app, in a database file of its own and with a clock that stands
/// still.
/// </summary>
internal sealed class TestOffice : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> _default = new(MakeDefault);

    private readonly AppOnFile _app;
    private readonly string _folder;

    private TestOffice(AppOnFile app, string cartella)
    {
        _app = app;
        _folder = cartella;
    }

    public static DateTimeOffset Adesso => TestBench.Now;

    public static DateOnly Oggi { get; } = new(2026, 11, 24);

    public IServiceProvider Services => _app.Services;

    public string File => Path.Combine(_folder, DataSetup.DatabaseFileName);

    public QueryReader Reader => _app.Services.GetRequiredService<QueryReader>();

    /// <summary>Opens a copy of the office in the app's default size, which is generated once in a test run.</summary>
    public static async Task<TestOffice> Open()
    {
        var cartella = TestFolder.New("office");
        TestBench.CopyDatabase(await _default.Value, cartella);
        return await Open(cartella, new Dictionary<string, string?>());
    }

    /// <summary>Generates an office of its own, as the first start of the app does.</summary>
    /// <param name="affidamenti">The number of Affidamenti. Null takes the app's default.</param>
    /// <param name="fermaGiorniPrima">The number of days before today on which the story stops.</param>
    public static async Task<TestOffice> Generate(
        int? affidamenti = null, int? seme = null, bool piccola = false, bool grande = false, int fermaGiorniPrima = 0)
    {
        var impostazioni = new Dictionary<string, string?>
        {
            ["Dimostrazione:Attiva"] = "true",
            ["Dimostrazione:FermaGiorniPrima"] = fermaGiorniPrima.ToString(CultureInfo.InvariantCulture),
        };
        if (affidamenti is { } quanti)
        {
            impostazioni["Dimostrazione:Affidamenti"] = quanti.ToString(CultureInfo.InvariantCulture);
        }

        if (piccola)
        {
            impostazioni["Dimostrazione:Piccola"] = "true";
        }

        if (grande)
        {
            impostazioni["Dimostrazione:Grande"] = "true";
        }

        if (seme is { } numero)
        {
            impostazioni["Dimostrazione:Seme"] = numero.ToString(CultureInfo.InvariantCulture);
        }

        return await Open(TestFolder.New("office"), impostazioni);
    }

    private static async Task<TestOffice> Open(string cartella, Dictionary<string, string?> impostazioni)
    {
        try
        {
            return new TestOffice(await AppOnFile.Open(cartella, new FakeTimeProvider(Adesso), impostazioni), cartella);
        }
        catch
        {
            Clear(cartella);
            throw;
        }
    }

    private static async Task<string> MakeDefault()
    {
        var folder = TestFolder.NewForTheRun("office-default");
        await using (await AppOnFile.Open(folder, new FakeTimeProvider(Adesso), new Dictionary<string, string?> { ["Dimostrazione:Attiva"] = "true" }))
        {
        }

        TestBench.ClosePool(folder);
        return folder;
    }

    /// <summary>Reads all rows of an entity type, of every Ente.</summary>
    public async Task<List<T>> List<T>()
        where T : class
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var tutti = scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Set<T>().AsNoTracking();
        return await (typeof(T) == typeof(Affidamento) ? tutti.Include(nameof(Affidamento.Atti)) : tutti).ToListAsync();
    }

    public async Task RegistroIntegro()
    {
        var esito = (await Reader.Read<VerificaIntegrita, EsitoVerifica>(await Auditor(), q => q.Run())).Value;
        Assert.True(esito.Integro, esito.Messaggio);
    }

    /// <summary>Asserts that every table holds what the events of the registro tell.</summary>
    public async Task DatiComeIlRegistro()
    {
        var esito = (await Reader.Read<ConfrontoConIDati, Concordanza>(await Auditor(), q => q.Run(null))).Value;
        Assert.True(esito.Concordano, $"{esito.Messaggio} {string.Join("; ", esito.Discordanze.Take(3))}");
    }

    /// <summary>Returns a Responsabile of all Enti as an actor.</summary>
    public async Task<Actor> Responsabile()
    {
        var role = (await List<Appartenenza>()).First(a => a is { Ruolo: Ruolo.Responsabile, EnteId: null });
        return new Actor(role.PersonaId, Ruolo.Responsabile, null, [Ruolo.Responsabile]);
    }

    private async Task<Actor> Auditor()
    {
        var auditor = (await List<Appartenenza>()).Single(a => a.Ruolo == Ruolo.Auditor);
        return new Actor(auditor.PersonaId, Ruolo.Auditor, null, [Ruolo.Auditor]);
    }

    /// <summary>Asserts that the Capienza of every Lotto equals the sums of its movimenti.</summary>
    public async Task TotaliUgualiAlleSomme()
    {
        var righe = (await List<MovimentoCapienza>()).ToLookup(m => m.LottoId);
        Assert.All(await List<Capienza>(), c =>
        {
            long Somma(params TipoMovimento[] tipi) => righe[c.LottoId].Where(m => tipi.Contains(m.Tipo)).Sum(m => m.Importo.Centesimi);
            Assert.Equal(Somma(TipoMovimento.Iniziale, TipoMovimento.Variazione), c.Massimale.Centesimi);
            Assert.Equal(Somma(TipoMovimento.Adesione, TipoMovimento.AdesionePregressa, TipoMovimento.Correzione, TipoMovimento.Annullamento,
                TipoMovimento.Ripresa),
                c.Aderito.Centesimi);
            Assert.Equal(Somma(TipoMovimento.Riserva, TipoMovimento.Rilascio, TipoMovimento.Conferma, TipoMovimento.FineConferma), c.Riservato.Centesimi);
            Assert.Equal(Somma(TipoMovimento.AltreAdesioni), c.AltreAdesioni.Centesimi);
        });
    }

    // The index of texts has no rows of its own: it follows the Affidamenti.
    public IReadOnlyList<string> Tabelle() =>
        Colonna("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'Ricerca%' ORDER BY name");

    /// <summary>Returns every row of a table as text, in the order of insertion or of the key, to compare two offices.</summary>
    public IReadOnlyList<string> Rows(string tabella)
    {
        // A table without row numbers is read in the order of its key.
        var order = Colonna($"SELECT wr FROM pragma_table_list WHERE name = '{tabella}'") is ["1"] ? "" : "ORDER BY rowid";
        return Ask($"SELECT * FROM \"{tabella}\" {order}", r =>
            string.Join(" | ", Enumerable.Range(0, r.FieldCount)
                .Select(i => r.GetValue(i) is byte[] b ? Convert.ToHexString(b) : Convert.ToString(r.GetValue(i), CultureInfo.InvariantCulture))));
    }

    public IReadOnlyList<string> Colonna(string sql) => Ask(sql, r => Convert.ToString(r.GetValue(0), CultureInfo.InvariantCulture)!);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Clear(_folder);
    }

    private static void Clear(string cartella)
    {
        TestBench.ClosePool(cartella);
        TestFolder.Delete(cartella);
    }

    private List<string> Ask(string sql, Func<SqliteDataReader, string> riga)
    {
        using var connessione = new SqliteConnection($"Data Source={File};Pooling=False");
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
