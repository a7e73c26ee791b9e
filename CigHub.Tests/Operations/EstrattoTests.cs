using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using CigHub.Domain.Registro;
using CigHub.Tests.Architecture;
using CigHub.Tests.Data.Start;
using CigHub.Tests.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Start;
using CigHub.Web.Operations.Attestazioni;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Operations;

/// <summary>
/// Checks the daily extract for the conservatore: its form against the schema in the docs, its proofs, that a day is written once and never
/// differently, and that failures are tried again and seen.
/// </summary>
public sealed class EstrattoTests : IAsyncLifetime
{
    private static readonly XNamespace _ns = EstrattoXml.Namespace;

    private readonly FakeTimeProvider _clock = new(TestBench.Now);
    private readonly string _out = TestFolder.New("extract");
    private string _folder = "";
    private TimeStampAuthority _authority = null!;

    private AttestazioniStore Store => new(new DataFolder(_folder, StartSteps.None));

    private DateOnly Today => _clock.Today();

    public async Task InitializeAsync() => (_folder, _authority) = (await OfficeAtRest.Copy("extracts"), await TimeStampAuthority.Start());

    public async Task DisposeAsync()
    {
        await _authority.DisposeAsync();
        StartUnderTest.LetGo(_folder);
        TestFolder.Delete(_folder);
        TestFolder.Delete(_out);
    }

    [Fact]
    public async Task L_estratto_di_ieri_segue_lo_schema_e_prova_i_suoi_eventi()
    {
        await using var app = App();
        await Happen(app, 3);
        var day = Today;
        await NextDay(app);
        Assert.Equal("Inviata", State());
        var path = PathOf(day);
        var xml = Valid(path);
        Assert.Equal(day, DateOnly.Parse((string)xml.Attribute("giorno")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains($"{Path.GetFileName(path)}: ", Detail(), StringComparison.Ordinal);

        // The texts are the exact bytes of the registro.
        var (first, last) = ((long)xml.Attribute("primo")!, (long)xml.Attribute("ultimo")!);
        var events = xml.Element(_ns + "Eventi")!.Elements().ToList();
        Assert.True(events.Count >= 3, $"{events.Count}");
        Assert.Equal(events.Count, last - first + 1);
        Assert.Equal(Rows(first, last), events.Select(e => e.Value));
        var tree = new TreeFromEdge(first - 1, Hashes(xml, "BordoPrima"));
        foreach (var e in events)
        {
            var leaf = MerkleTree.Leaf(Encoding.UTF8.GetBytes(e.Value));
            Assert.Equal(Convert.ToBase64String(leaf), (string?)e.Attribute("impronta"));
            tree.Add(leaf);
        }

        var note = xml.Element(_ns + "Attestazione")!.Element(_ns + "Nota")!.Value;
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(note)!.Text)!;
        Assert.Equal(last, tree.Size);
        Assert.True(MerkleProof.Continues(last, tree.Root, checkpoint.Dimensione, checkpoint.Radice, Hashes(xml, "Coerenza")));
        var stamp = Convert.FromBase64String(xml.Element(_ns + "Attestazione")!.Element(_ns + "MarcaTemporale")!.Value);
        Assert.True(TimeStampImprint.IsOf(stamp, note));
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(events.Select(e => e.Value + "\n"))))),
            xml.Element(_ns + "ImprontaEventi")!.Value);

        // Its event has the hash of the file.
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path))), Recorded()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogni_evento_sta_in_un_estratto_solo_e_i_giorni_saltati_si_recuperano()
    {
        await using var app = App();
        await Happen(app, 2);
        var first = Today;
        await NextDay(app);
        await Happen(app, 2);
        _clock.Advance(TimeSpan.FromDays(3));
        Make(app);
        await Send(app);
        var files = Enumerable.Range(0, 4).Select(n => Valid(PathOf(first.AddDays(n)))).ToList();
        Assert.Equal(4, Directory.GetFiles(_out).Length);
        Assert.All(files.Zip(files.Skip(1)), two => Assert.Equal((long)two.First.Attribute("ultimo")! + 1, (long)two.Second.Attribute("primo")!));
        Assert.Empty(files[2].Element(_ns + "Eventi")!.Elements());
        Assert.Equal(4, Recorded().Count);
    }

    [Fact]
    public async Task Un_giorno_non_si_scrive_due_volte_nemmeno_se_il_conservatore_ha_preso_il_file()
    {
        await using var app = App();
        await Happen(app, 1);
        var day = Today;
        await NextDay(app);
        File.Delete(PathOf(day));
        Make(app, MotivoAttestazione.Richiesta);
        await Send(app);
        Assert.False(File.Exists(PathOf(day)));
        Assert.Single(Recorded());
        Assert.Equal($"Già scritto fino al {RomeTime.Text(day)}", Detail());
    }

    [Fact]
    public async Task Un_file_che_c_e_gia_non_si_sostituisce_e_lo_stato_lo_dice()
    {
        await using var app = App();
        await File.WriteAllTextAsync(PathOf(Today), "di un altro");
        await Happen(app, 1);
        var day = Today;
        await NextDay(app);
        Assert.Equal("NonRiuscita", State());
        Assert.Contains("non lo sostituisco", Detail(), StringComparison.Ordinal);
        Assert.Equal("di un altro", await File.ReadAllTextAsync(PathOf(day)));
        Assert.Empty(Recorded());
    }

    [Fact]
    public async Task La_macchina_che_si_ferma_tra_l_evento_e_il_nome_del_file_finisce_il_lavoro_dopo()
    {
        await using var app = App();
        await Happen(app, 1);
        var day = Today;
        await NextDay(app);
        var bytes = await File.ReadAllBytesAsync(PathOf(day));
        File.Move(PathOf(day), PathOf(day) + ".parziale");
        Make(app, MotivoAttestazione.Richiesta);
        await Send(app);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(PathOf(day)));
        Assert.Single(Recorded());
        Assert.Single(Directory.GetFiles(_out));

        // Half a file from before the event is no extract: the day is written whole.
        await File.WriteAllTextAsync(PathOf(Today) + ".parziale", "<");
        day = Today;
        await NextDay(app);
        Valid(PathOf(day));
    }

    [Fact]
    public async Task Senza_la_cartella_si_riprova_e_senza_l_impostazione_non_si_scrive()
    {
        Directory.Delete(_out);
        await using (var app = App())
        {
            await Happen(app, 1);
            var day = Today;
            await NextDay(app);
            Assert.Equal("NonRiuscita", State());
            Assert.Contains("il disco è collegato?", Detail(), StringComparison.Ordinal);
            Directory.CreateDirectory(_out);
            _clock.Advance(AttestazioniSender.WaitAfter(1));
            await Send(app);
            Assert.Equal("Inviata", State());
            Valid(PathOf(day));
        }

        StartUnderTest.LetGo(_folder);
        await using var off = App(on: false);
        await NextDay(off);
        Assert.DoesNotContain(Store.Newest!.Consegne, c => c.Destinazione == "estratto");
    }

    [Fact]
    public async Task Un_testo_che_l_XML_non_ammette_e_in_base64_e_resta_esatto()
    {
        byte[][] texts = [Encoding.UTF8.GetBytes("{\"a\":\"\uFFFE\"}"), Encoding.UTF8.GetBytes("{\"a\":\"<&> è\"}")];
        var signer = NoteSigner.Create("cighub.registro/prova");
        var note = signer.Sign(new Checkpoint(signer.Key.Name, 2, new byte[32]).Text).ToString();
        var content = new EstrattoToWrite(
            new EstrattoGiornaliero(Today, 1, 2), new Attestazione(1, _clock.GetUtcNow().UtcDateTime, 2, MotivoAttestazione.Oraria, note, []),
            $"{signer.Key}", null, [], []);
        var rows = texts.Select((t, i) => new RigaRegistro
        {
            Seq = i + 1,
            Byte = t,
            Foglia = MerkleTree.Leaf(t),
            Utc = _clock.GetUtcNow().UtcDateTime,
            Ruolo = "",
            Azione = "prova",
            OggettoTipo = "",
            OggettoId = "",
            Esito = "ok",
        });
        var path = Path.Combine(_out, "prova.xml");
        await using (var file = File.Create(path))
        {
            await EstrattoXml.Write(file, content, rows.ToAsyncEnumerable(), default);
        }

        var events = Valid(path).Element(_ns + "Eventi")!.Elements().ToList();
        Assert.Equal("base64", (string?)events[0].Attribute("codifica"));
        Assert.Equal(texts[0], Convert.FromBase64String(events[0].Value));
        Assert.Null(events[1].Attribute("codifica"));
        Assert.Equal(texts[1], Encoding.UTF8.GetBytes(events[1].Value));
    }

    private static List<byte[]> Hashes(XElement xml, string name) => [.. xml.Element(_ns + name)!.Elements().Select(e => Convert.FromBase64String(e.Value))];

    /// <summary>Reads an extract, and asserts that it follows the schema in the docs.</summary>
    private static XElement Valid(string path)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(EstrattoXml.Namespace, Path.Combine(House.Root, "docs", "estratto-giornaliero.xsd"));
        var document = XDocument.Load(path, LoadOptions.PreserveWhitespace);
        var faults = new List<string>();
        document.Validate(schemas, (_, e) => faults.Add(e.Message));
        Assert.Empty(faults);
        return document.Root!;
    }

    private static async Task Happen(WebApplication app, int events)
    {
        for (var i = 0; i < events; i++)
        {
            await app.Services.GetRequiredService<SystemWriter>().Write(
                _ => Task.FromResult(Events.Of(new EventToWrite(Azioni.AttestazioneChiesta, Oggetti.Registro, Guid.Empty, null))));
        }
    }

    private async Task NextDay(WebApplication app)
    {
        _clock.Advance(TimeSpan.FromDays(1));
        Make(app);
        await Send(app);
    }

    private static void Make(WebApplication app, MotivoAttestazione motivo = MotivoAttestazione.Oraria) =>
        Assert.NotNull(app.Services.GetRequiredService<Attestatore>().Make(motivo));

    private static Task Send(WebApplication app) => app.Services.GetRequiredService<AttestazioniSender>().SendPending();

    private string PathOf(DateOnly day) => Path.Combine(_out, new EstrattoGiornaliero(day, 1, 1).NomeFile);

    private Consegna Delivery() => Store.Newest!.Consegne.Single(c => c.Destinazione == "estratto");

    private string State() => $"{Delivery().Stato}";

    private string Detail() => Delivery().Dettaglio!;

    private List<string> Rows(long first, long last) => Texts($"\"Seq\" BETWEEN {first} AND {last}");

    private List<string> Recorded() => Texts($"\"Azione\" = '{Azioni.EstrattoScritto}'");

    private List<string> Texts(string where)
    {
        using var database = DatabaseFile.Open(Path.Combine(_folder, DataSetup.DatabaseFileName));
        return [.. database.Rows($"SELECT \"Byte\" FROM \"Registro\" WHERE {where} ORDER BY \"Seq\"").Select(r => Encoding.UTF8.GetString((byte[])r[0]!))];
    }

    private WebApplication App(bool on = true) => StartUnderTest.Build(
        _folder, StartSteps.None, clock: _clock, settings: new Dictionary<string, string?>
        {
            ["Attestazioni:CartellaEstratto"] = on ? _out : "",
            ["MarcaTemporale:Indirizzo"] = _authority.Address,
        });
}
