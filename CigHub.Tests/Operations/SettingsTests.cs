using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CigHub.Tests.Architecture;
using CigHub.Tests.Data.Start;
using CigHub.Tests.Support;
using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Data.Start;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Features;
using CigHub.Web.Operations;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace CigHub.Tests.Operations;

/// <summary>
/// Checks that a wrong setting ends the start, or the command, with one sentence that names the setting, and with the same exit code as a
/// wrong command line.
/// </summary>
public sealed partial class SettingsTests : IDisposable
{
    /// <summary>
    /// A placeholder for the NUL character, which no path may hold. The name of a test case must not hold that character either.
    /// </summary>
    private const string Nul = "<NUL>";

    private static readonly Dictionary<string, string?> _production = new()
    {
        ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd:TenantId"] = "11111111-1111-1111-1111-111111111111",
        ["AzureAd:ClientId"] = "22222222-2222-2222-2222-222222222222",
        ["AzureAd:ClientSecret"] = "non-un-segreto",
        ["AllowedHosts"] = "cighub.example",
    };

    /// <summary>The settings that accept any text. For these no wrong value exists that a test could try.</summary>
    private static readonly string[] _anyText =
    [
        "Portale:Indirizzo", "RegistrazionePortale:Destinatario", "ConfermaCapienza:Destinatario",
        "Accesso:PrimoAmministratore", "AzureAd:ClientId", "AzureAd:ClientSecret",
        "Copie:VariabileFraseSegreta", "AppaltiNonConfermati:Fonte", "AttestazioniPosta:Server", "AttestazioniPosta:Utente", "MarcaTemporale:Utente",
        "AvvisiPosta:Server", "AvvisiPosta:Utente",
    ];

    private readonly string _folder = TestFolder.New("settings");

    public static TheoryData<string, string> Wrong => new()
    {
        { "Dati:Cartella", "una<NUL>cartella" },
        { "Copie:Cartella", "una<NUL>cartella" },
        { "Copie:Ora", "25:00" },
        { "Copie:Ora", "mezzanotte" },
        { "Copie:Conserva", "0" },
        { "Copie:Conserva", "due" },
        { "Copie:FileFraseSegreta", "/non/c/e" },
        { "Attestazioni:CartellaChiave", "una<NUL>cartella" },
        { "Attestazioni:Cartella", "una<NUL>cartella" },
        { "Attestazioni:CartellaEstratto", "una<NUL>cartella" },
        { "AttestazioniPosta:Porta", "0" },
        { "AttestazioniPosta:Cifratura", "forse" },
        { "AttestazioniPosta:FileParola", "/non/c/e" },
        { "AttestazioniPosta:Mittente", "nessuno" },
        { "AttestazioniPosta:Destinatari", "uno@example.it, due" },
        { "AttestazioniPosta:OgniOre", "0" },
        { "AvvisiPosta:Porta", "0" },
        { "AvvisiPosta:Cifratura", "forse" },
        { "AvvisiPosta:FileParola", "/non/c/e" },
        { "AvvisiPosta:Mittente", "nessuno" },
        { "AvvisiPosta:Indirizzo", "ftp://cighub.example" },
        { "AvvisiPosta:OgniMinuti", "0" },
        { "MarcaTemporale:Indirizzo", "ftp://marche.example" },
        { "MarcaTemporale:FileParola", "/non/c/e" },
        { "MarcaTemporale:OgniOre", "mai" },
        { "Dimostrazione:Attiva", "forse" },
        { "Dimostrazione:Piccola", "1" },
        { "Dimostrazione:Affidamenti", "-1" },
        { "Dimostrazione:Affidamenti", "1000001" },
        { "Dimostrazione:Affidamenti", "cento" },
        { "Dimostrazione:Grande", "molto" },
        { "Dimostrazione:FermaGiorniPrima", "721" },
        { "Dimostrazione:Seme", "x" },
        { "Palestra:Attiva", "sì" },
        { "Palestra:Attiva", "true" },
        { "Richiesta:GiorniSenzaEsito", "0" },
        { "Deleghe:SoggettoAggregatore", "1234" },
        { "Richiesta:GiorniPerAnnullareUnCig", "0" },
        { "AppaltiNonConfermati:GiorniAllaCancellazione", "0" },
        { "AppaltiNonConfermati:GiorniPrimaDellAvviso", "91" },
        { "Promemoria:Giorni:Ordine", "sette" },
        { "Promemoria:Giorni:Determina", "-3" },
        { "Promemoria:Giorni:Pubblicazione", "-1" },
        { "Promemoria:Giorni:Sc1", "1,5" },
        { "Promemoria:Giorni:Co1", "99999" },
        { "RegistrazionePortale:GiorniSollecito", "0" },
        { "Conservazione:Anni", "0" },
        { "Sessione:InattivitaMinuti", "4" },
        { "Sessione:DurataMassimaOre", "25" },
        { "Limiti:AccessiAlMinuto", "0" },
        { "Limiti:Esportazioni", "tante" },
        { "Limiti:Caricamenti", "-3" },
        { "Riconciliazione:Cartella", "una<NUL>cartella" },
        { "Riconciliazione:MegabyteMassimi", "0" },
        { "Letture:Insieme", "-1" },
        { "Letture:SecondiMassimi", "0" },
        { "AzureAd:Instance", "login" },
        { "AzureAd:TenantId", "common" },
        { "AzureAd:CallbackPath", "signin-oidc" },
        { "AllowedHosts", "*" },
        { "Hsts:Sottodomini", "no" },
        { "Salute:Porta", "70000" },
        { "Telemetria:Otlp", "127.0.0.1:4318" },
        { "Proxy:Fidati:0", "il-proxy" },
    };

    public void Dispose() => TestFolder.Delete(_folder);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Un_impostazione_sbagliata_si_dice_per_nome_prima_di_toccare_i_dati(string setting, string value)
    {
        var settings = new Dictionary<string, string?>(_production) { ["Dati:Cartella"] = _folder, ["Copie:Cartella"] = _folder };
        settings[setting] = value.Replace(Nul, "\0", StringComparison.Ordinal);
        var refusal = Assert.Throws<StartRefusedException>(() => SettingsCheck.Told(() => Program(settings).CheckSettings()));
        Assert.Equal(ExitCodes.Usage, refusal.ExitCode);
        Assert.Contains($"«{Regex.Replace(setting, ":0$", "")}»", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Piu_impostazioni_sbagliate_di_piu_gruppi_si_dicono_tutte()
    {
        var settings = new Dictionary<string, string?>(_production) { ["Dati:Cartella"] = _folder };
        string[] wrong = ["Sessione:InattivitaMinuti", "Sessione:DurataMassimaOre", "Conservazione:Anni"];
        foreach (var key in wrong)
        {
            settings[key] = "0";
        }

        var refusal = Assert.Throws<StartRefusedException>(() => SettingsCheck.Told(() => Program(settings).CheckSettings()));
        Assert.Equal(ExitCodes.Usage, refusal.ExitCode);
        Assert.All(wrong, key => Assert.Contains($"«{key}»", refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Le_impostazioni_giuste_passano()
    {
        var settings = new Dictionary<string, string?>(_production) { ["Dati:Cartella"] = _folder, ["Promemoria:Giorni:Ordine"] = "9" };
        await using var app = SettingsCheck.Told(() => Program(settings).CheckSettings());
        Assert.NotNull(app);
    }

    [Fact]
    public void Ogni_impostazione_documentata_e_provata_o_ammette_ogni_testo()
    {
        var rows = File.ReadLines(Path.Combine(House.Root, "docs", "operations.md"))
            .SkipWhile(l => l != "## Settings").TakeWhile(l => l != "## Sign-in").Where(l => l.StartsWith("| `", StringComparison.Ordinal));
        var documented = rows.SelectMany(r => Names().Matches(r.Split('|')[1]).Select(m => m.Groups[1].Value)).ToList();
        var tried = Wrong.Select(w => (string)((object[])w)[0]).Concat(_anyText).ToList();
        Assert.True(documented.Count > 25, $"{documented.Count}");
        Assert.All(documented, d => Assert.Contains(tried, t => t.EndsWith(d, StringComparison.Ordinal) || t.StartsWith($"{d}:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("init", "--Dimostrazione:Affidamenti=-1")]
    [InlineData("init", "--Dimostrazione:Attiva=forse")]
    [InlineData("init", "--Sessione:InattivitaMinuti=1")]
    [InlineData("init", "--Logging:LogLevel:Default=Molto")]
    [InlineData("init", "--Dati:Cartella=una<NUL>cartella")]
    [InlineData("backup", "--to", "x", "--Dati:Cartella=una<NUL>cartella")]
    [InlineData("restore", "x.zip", "--Dati:Cartella=una<NUL>cartella")]
    public async Task Un_comando_con_un_impostazione_sbagliata_finisce_con_una_frase(params string[] words)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] all =
        [
            .. words.Select(w => w.Replace(Nul, "\0", StringComparison.Ordinal)),
            .. words.Any(w => w.StartsWith("--Dati:", StringComparison.Ordinal)) ? Array.Empty<string>() : [$"--Dati:Cartella={_folder}"],
        ];
        Assert.Equal(ExitCodes.Usage, await ProgramCommands.RunAsync(all, output, errors, builder => builder.AddDimostrazione()));
        Assert.Equal("", output.ToString());
        OneSentence(errors.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("--Copie:Ora=25:00")]
    [InlineData("--Dimostrazione:Affidamenti=-1")]
    [InlineData("--environment=Production")]
    public async Task Il_programma_vero_finisce_con_una_frase_sola_e_il_suo_codice(string setting)
    {
        var (code, errors) = await Ended("--environment=Development", $"--Dati:Cartella={_folder}", "--urls=http://127.0.0.1:0", setting);
        Assert.Equal(ExitCodes.Usage, code);
        OneSentence(errors);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Un_indirizzo_occupato_si_dice()
    {
        TestFolder.Copy(await OfficeAtRest.Copy("settings-office"), _folder);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (code, errors) = await Ended(
            "--environment=Development", $"--Dati:Cartella={_folder}", "--Dimostrazione:Piccola=true", $"--urls=http://{other.LocalEndpoint}");
        Assert.Equal(ExitCodes.InUse, code);
        OneSentence(errors);
        Assert.Contains("risponde già un altro programma", errors, StringComparison.Ordinal);
    }

    [GeneratedRegex("`([A-Za-z0-9:]+)`")]
    private static partial Regex Names();

    private static void OneSentence(string errors)
    {
        Assert.Single(errors.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", errors, StringComparison.Ordinal);
        Assert.EndsWith(".", errors.Trim(), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Errors)> Ended(params string[] arguments)
    {
        using var process = ProgramProcess.Start(arguments, null);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(ProgramProcess.Deadline);
        }
        finally
        {
            ProgramProcess.End(process);
        }

        await output;
        return (process.ExitCode, await errors);
    }

    /// <summary>Builds the parts of the program in the order in which its entry point does.</summary>
    private WebApplication Program(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = _folder });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddData();
        builder.AddDimostrazione();
        builder.AddSecurity();
        builder.AddPalestra();
        builder.Services.AddWritePath();
        builder.Services.AddFeatures();
        builder.Services.AddUi();
        builder.AddHealth();
        builder.AddOperations();
        builder.AddTelemetry();
        return builder.Build();
    }
}
