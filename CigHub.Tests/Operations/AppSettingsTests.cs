using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CigHub.Tests.Architecture;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CigHub.Tests.Operations;

/// <summary>
/// Checks the settings file that is delivered. It must show every key with its default and no unused key, and a wrong setting must be
/// refused by its name.
/// </summary>
public sealed partial class AppSettingsTests
{
    /// <summary>The top-level keys of the settings file that belong to the framework: the log, and the names in its host filter.</summary>
    private static readonly string[] _framework = ["Logging", "AllowedHosts"];

    private static readonly JsonObject _file = Read("appsettings.json");

    /// <summary>Every setting of the app, with the class of its group, its property and its full key.</summary>
    private static readonly IReadOnlyList<(Type Group, PropertyInfo Property, string Key)> _settings =
    [
        .. from type in typeof(ISettings).Assembly.GetTypes()
           where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISettings))
           let section = (string)type.GetProperty(nameof(ISettings.Section))!.GetValue(null)!
           from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.SetMethod is { IsPublic: true }
           select (type, property, $"{section}:{property.Name}"),
    ];

    [Fact]
    public void Ogni_impostazione_sta_nel_file_con_il_suo_valore_predefinito()
    {
        Assert.True(_settings.Count > 30, $"{_settings.Count}");
        Assert.All(_settings, s => Assert.Equal(Shown(s.Property.GetValue(Activator.CreateInstance(s.Group, true))), At(_file, s.Key)?.ToJsonString()));
    }

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Development.json")]
    public void Ogni_chiave_del_file_e_di_un_gruppo_o_del_framework(string file)
    {
        var known = _settings.Select(s => s.Key).ToHashSet();
        Assert.DoesNotContain(Keys(Read(file), ""), k => !_framework.Contains(k.Split(':')[0]) && !known.Contains(k));
    }

    [Fact]
    public void Ogni_impostazione_e_documentata()
    {
        var rows = File.ReadLines(Path.Combine(House.Root, "docs", "operations.md"))
            .SkipWhile(l => l != "## Settings")
            .TakeWhile(l => l != "## Sign-in")
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal));
        var documented = rows.SelectMany(r => Names().Matches(r.Split('|')[1]).Select(m => m.Groups[1].Value)).ToList();
        Assert.DoesNotContain(_settings.Select(s => s.Key), k => !documented.Exists(d => k.EndsWith(d, StringComparison.Ordinal)));
    }

    [Fact]
    public void Ogni_numero_ha_il_suo_intervallo() =>
        Assert.Empty(_settings.Where(s => s.Property.PropertyType == typeof(int) && s.Property.GetCustomAttribute<RangeAttribute>() is null)
            .Select(s => s.Key));

    [Theory]
    [InlineData("sette")]
    [InlineData("-1")]
    [InlineData("3651")]
    [InlineData("1,5")]
    public void Un_numero_sbagliato_si_rifiuta_con_la_sua_frase(string value) => Assert.Equal(
        [$"L'impostazione «Prova:Giorni» vale «{value}»: deve essere un numero intero di giorni tra 0 e 3650. CigHub non parte. Vedi docs/operations.md."],
        Refused(("Prova:Giorni", value)));

    [Fact]
    public void Un_si_o_no_e_un_ora_si_rifiutano_con_la_loro_frase_tutti_insieme() => Assert.Equal(
        [
            "L'impostazione «Prova:Attiva» vale «forse»: scrivi true o false. CigHub non parte. Vedi docs/operations.md.",
            "L'impostazione «Prova:Ora» vale «2:30»: scrivi l'ora come 02:30. CigHub non parte. Vedi docs/operations.md.",
        ],
        Refused(("Prova:Attiva", "forse"), ("Prova:Ora", "2:30")));

    [Fact]
    public void Cio_che_e_bianco_ha_il_suo_valore_predefinito_e_il_resto_si_legge()
    {
        var services = With(("Prova:Giorni", " "), ("Prova:Attiva", ""), ("Prova:Ora", "23:05"), ("Prova:Nome", ""));
        var settings = services.GetRequiredService<IOptions<SettingsOfTheTest>>().Value;
        Assert.Equal((9, true, new TimeOnly(23, 5), "x"), (settings.Giorni, settings.Attiva, settings.Ora, settings.Nome));
    }

    private static IEnumerable<string> Refused(params (string Key, string Value)[] settings) =>
        Assert.Throws<OptionsValidationException>(() => With(settings).GetRequiredService<IStartupValidator>().Validate()).Failures;

    private static IServiceProvider With(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSettings<SettingsOfTheTest>().AddSettings<SettingsOfTheTest>();
        return builder.Build().Services;
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(House.Root, file)))!.AsObject();

    private static JsonNode? At(JsonObject file, string key) => key.Split(':').Aggregate((JsonNode?)file, (node, name) => node?[name]);

    private static string Shown(object? value) => value is TimeOnly time ? $"\"{time:HH\\:mm}\"" : JsonSerializer.Serialize(value, value!.GetType());

    private static IEnumerable<string> Keys(JsonObject node, string above) => node.SelectMany(
        pair => pair.Value is JsonObject inner ? Keys(inner, $"{above}{pair.Key}:") : [above + pair.Key]);

    [GeneratedRegex("`([A-Za-z0-9:]+)`")]
    private static partial Regex Names();

    private sealed class SettingsOfTheTest : ISettings
    {
        public static string Section => "Prova";

        [WholeNumber(0, 3650, " di giorni")]
        public int Giorni { get; init; } = 9;

        public bool Attiva { get; init; } = true;

        public TimeOnly Ora { get; init; } = new(2, 30);

        public string Nome { get; init; } = "x";
    }
}
