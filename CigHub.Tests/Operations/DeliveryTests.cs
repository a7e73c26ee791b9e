using CigHub.Tests.Data.Start;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Start;
using CigHub.Web.Operations.Attestazioni;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace CigHub.Tests.Operations;

/// <summary>
/// Checks that attestazioni reach a folder, a real mail server and a real time-stamping authority, that a place which fails is tried again,
/// and that the state of each delivery is kept.
/// </summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestBench.Now);
    private readonly string _elsewhere = TestFolder.New("elsewhere");
    private SmtpListener _mail = null!;
    private string _folder = "";
    private TimeStampAuthority _authority = null!;

    private AttestazioniStore Store => new(new DataFolder(_folder, StartSteps.None));

    public async Task InitializeAsync() =>
        (_folder, _mail, _authority) = (await OfficeAtRest.Copy("deliveries"), SmtpListener.Start(), await TimeStampAuthority.Start());

    public async Task DisposeAsync()
    {
        await _mail.DisposeAsync();
        await _authority.DisposeAsync();
        StartUnderTest.LetGo(_folder);
        TestFolder.Delete(_folder);
        TestFolder.Delete(_elsewhere);
    }

    [Fact]
    public async Task Un_attestazione_arriva_nella_cartella_per_posta_e_con_la_marca()
    {
        await using var app = App();
        var made = Make(app);
        await Send(app);
        Assert.Equal(["Inviata", "Inviata", "Inviata"], States(1));
        Assert.Equal(made.Nota, await File.ReadAllTextAsync(Path.Combine(_elsewhere, "attestazione-000001.txt")));

        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(_mail.Letters)));
        var letter = await MimeMessage.LoadAsync(stream);
        Assert.Equal("CigHub: attestazione di integrità n. 1 del 24/11/2026", letter.Subject);
        Assert.Equal(["rpct@ente.example", "custode@altro.example"], letter.To.Mailboxes.Select(m => m.Address));
        var attached = Assert.IsType<MimePart>(Assert.Single(letter.Attachments), exactMatch: false);
        using var content = new MemoryStream();
        await attached.Content!.DecodeToAsync(content);
        Assert.Equal(made.Nota, System.Text.Encoding.UTF8.GetString(content.ToArray()));

        var stamp = Store.Read(1)!.Consegne.Single(c => c.Destinazione == "marca");
        Assert.Contains("CN=Marche di prova", stamp.Dettaglio, StringComparison.Ordinal);
        Assert.NotEmpty(stamp.Prova!);
        await Send(app);
        Assert.Single(_mail.Letters);
    }

    [Fact]
    public async Task Quello_che_non_riesce_si_riprova_sempre_piu_di_rado_e_il_resto_va_avanti()
    {
        Directory.Delete(_elsewhere);
        (_mail.Refuses, _authority.Fails) = (true, 503);
        await using var app = App();
        Make(app);
        await Send(app);
        Assert.Equal(["NonRiuscita", "NonRiuscita", "NonRiuscita"], States(1));
        Assert.Contains("il disco è collegato?", Detail("cartella"), StringComparison.Ordinal);
        Assert.Contains("casella piena", Detail("posta"), StringComparison.Ordinal);
        Assert.Contains("503", Detail("marca"), StringComparison.Ordinal);

        // The next try is not due yet.
        Directory.CreateDirectory(_elsewhere);
        (_mail.Refuses, _authority.Fails) = (false, 0);
        await Send(app);
        Assert.Equal(["NonRiuscita", "NonRiuscita", "NonRiuscita"], States(1));
        _clock.Advance(AttestazioniSender.WaitAfter(1));
        await Send(app);
        Assert.Equal(["Inviata", "Inviata", "Inviata"], States(1));
        Assert.All(Store.Read(1)!.Consegne, c => Assert.Equal(2, c.Tentativi));
        Assert.Equal(TimeSpan.FromMinutes(2), AttestazioniSender.WaitAfter(1));
        Assert.Equal(AttestazioniSender.WaitAfter(8), AttestazioniSender.WaitAfter(80));
    }

    [Fact]
    public async Task Una_marca_di_un_altra_impronta_non_e_presa()
    {
        _authority.StampsAnother = true;
        await using var app = App();
        Make(app);
        await Send(app);
        Assert.Equal(["Inviata", "Inviata", "NonRiuscita"], States(1));
        Assert.Contains("non è la marca temporale di questa attestazione", Detail("marca"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posta_e_marca_vanno_una_volta_al_giorno_e_subito_quando_un_Auditor_lo_chiede()
    {
        await using var app = App();
        Make(app, MotivoAttestazione.Oraria);
        Make(app, MotivoAttestazione.Oraria);
        Assert.Equal(["cartella", "posta", "marca"], Store.Read(1)!.Consegne.Select(c => c.Destinazione));
        Assert.Equal(["cartella"], Store.Read(2)!.Consegne.Select(c => c.Destinazione));
        Make(app);
        Assert.Equal(["cartella", "posta", "marca"], Store.Read(3)!.Consegne.Select(c => c.Destinazione));

        // The newest goes first and covers the events of the older ones.
        await Send(app);
        Assert.Equal(["Inviata", "Inviata", "Inviata"], States(3));
        Assert.Equal(["Superata"], States(2));
        Assert.Equal(["Superata", "Superata", "Superata"], States(1));
        Assert.Single(_mail.Letters);
        _clock.Advance(TimeSpan.FromHours(24));
        Make(app, MotivoAttestazione.Oraria);
        Assert.Equal(3, Store.Read(4)!.Consegne.Count);
    }

    private static Attestazione Make(WebApplication app, MotivoAttestazione motivo = MotivoAttestazione.Richiesta) =>
        app.Services.GetRequiredService<Attestatore>().Make(motivo)!;

    private static Task Send(WebApplication app) => app.Services.GetRequiredService<AttestazioniSender>().SendPending();

    private List<string> States(int number) => [.. Store.Read(number)!.Consegne.Select(c => $"{c.Stato}")];

    private string Detail(string place) => Store.Read(1)!.Consegne.Single(c => c.Destinazione == place).Dettaglio!;

    private WebApplication App() => StartUnderTest.Build(
        _folder, StartSteps.None, clock: _clock, settings: new Dictionary<string, string?>
        {
            ["Attestazioni:Cartella"] = _elsewhere,
            ["AttestazioniPosta:Server"] = "127.0.0.1",
            ["AttestazioniPosta:Porta"] = $"{_mail.Port}",
            ["AttestazioniPosta:Cifratura"] = "None",
            ["AttestazioniPosta:Mittente"] = "cighub@ente.example",
            ["AttestazioniPosta:Destinatari"] = "rpct@ente.example, custode@altro.example",
            ["MarcaTemporale:Indirizzo"] = _authority.Address,
        });
}
