using System.Text.RegularExpressions;
using CigHub.Tests.Support;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Checks that no page, export or table of CigHub holds a figure about a single worker's speed or hours (decision 0058). The walk over the
/// pages (<see cref="Browser.AccessibilityWalk"/>) looks at what is drawn; these tests look at the sources and at the model.
/// </summary>
public sealed partial class WorkerFiguresTests : WithBench
{
    /// <summary>The sources that turn a time span into a figure, each with the reason why it is no figure about a worker.</summary>
    private static readonly Dictionary<string, string> _spans = new()
    {
        ["CigHub.Web/Security/Limiti/LimitsSetup.cs"] = "the wait that a refused browser is told in a header",
        ["CigHub.Web/Security/Limiti/UseLimiter.cs"] = "the wait that the refused user alone is told",
        ["CigHub.Web/Features/Cruscotto/Operativo/AttesaWords.cs"] = "how long an item waits, on the worklist of whoever must act",
        ["CigHub.Web/Features/Affidamenti/Malfunzionamenti/PaginaMalfunzionamenti.razor.cs"] = "how long the portal was out of order",
        ["CigHub.Web/UseCases/CommandMeasures.cs"] = "how long the program took for a command, without a person",
        ["CigHub.Domain/Registro/VerificaRegistro.cs"] = "how far the server's clock went back",
    };

    /// <summary>The sources that group by a person, each with the reason.</summary>
    private static readonly Dictionary<string, string> _groups = new()
    {
        ["CigHub.Domain/Persone/SeparazionePerPersona.cs"] = "the tasks of each person on one Affidamento",
        ["CigHub.Domain/Rilievi/RegoleDellaSpesa.cs"] = "the concentration of a RUP's adhesions on one supplier, a rule against bribery",
        ["CigHub.Web/UseCases/RowIdentities.cs"] = "the last name of each person",
        ["CigHub.Web/Features/RegistroEventi/Parole/NamesAtTheTime.cs"] = "the names that each person had",
        ["CigHub.Web/Features/Persone/Importazione/ControlloAnagrafe.cs"] = "the roles of each person",
        ["CigHub.Web/Features/Affidamenti/Deleghe/OpzioniDellaDelega.cs"] = "the roles of those who can be delegated",
        ["CigHub.Web/Features/Affidamenti/Consegne/LavoroSenzaRup.cs"] = "the open work of a RUP whose role ended, for who hands it over",
        ["CigHub.Web/Features/RegistrazioneAlPortale/RegistrazioniGiaAttive.cs"] = "the RUP who have used the portal already, from which day",
    };

    [Fact]
    public void Nessun_sorgente_scrive_parole_sulla_velocita_o_sulle_ore_di_chi_lavora() =>
        Assert.Empty(House.Sources.SelectMany(s => s.Lines.Where(l => !Comment().IsMatch(l)).SelectMany(WorkerFigures.FoundIn).Select(f => $"{s.Path}: {f}")));

    [Fact]
    public void Un_tempo_diventa_una_cifra_solo_dove_non_e_il_tempo_di_una_persona() => Same(_spans, Span());

    [Fact]
    public void Si_raggruppa_per_persona_solo_dove_non_se_ne_conta_il_lavoro() => Same(_groups, GroupedByPerson());

    [Fact]
    public async Task Nessuna_tabella_conserva_il_tempo_che_una_persona_ha_impiegato()
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        IModel[] models =
        [
            await Bench.Query(db => Task.FromResult(db.Model)), scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Model,
        ];
        var columns = from m in models
                      from t in m.GetEntityTypes()
                      from p in t.GetProperties()
                      select (Type: p.ClrType, Name: $"{t.GetTableName()}.{p.Name}");
        Assert.Empty(columns.Where(c => c.Type == typeof(TimeSpan) || c.Type == typeof(TimeSpan?) || Spent().IsMatch(c.Name)).Select(c => c.Name));
    }

    [Theory]
    [InlineData("CIG all'ora")]
    [InlineData("fatti 3, in media 1:48")]
    [InlineData("Tempo medio per scheda")]
    [InlineData("12 pratiche al giorno")]
    public void Le_parole_vietate_si_trovano(string text) => Assert.NotEmpty(WorkerFigures.FoundIn(text));

    [Theory]
    [InlineData("Al mese si aderisce in media per 1.000,00 €")]
    [InlineData("da 12 giorni")]
    [InlineData("vale dal giorno indicato")]
    public void Le_altre_restano(string text) => Assert.Empty(WorkerFigures.FoundIn(text));

    [Fact]
    public void Una_tabella_con_una_persona_e_un_conteggio_si_trova()
    {
        Assert.NotEmpty(WorkerFigures.InCaptions(["RUP", "Affidamento", "Tempo"]));
        Assert.NotEmpty(WorkerFigures.InCaptions(["Persona", "Quanti affidamenti"]));
        Assert.Empty(WorkerFigures.InCaptions(["Dal", "Al", "Durata"]));
        Assert.Matches(Span(), "var x = tempo.TotalSeconds;");
        Assert.Matches(GroupedByPerson(), "righe.GroupBy(r => new { r.EnteId, r.RupId })");
        Assert.Matches(Spent(), "VociSerie.Millisecondi");
    }

    private static void Same(Dictionary<string, string> known, Regex what) => Assert.Equal(
        known.Keys.Order(StringComparer.Ordinal),
        House.Sources.Where(s => s.Lines.Any(l => !Comment().IsMatch(l) && what.IsMatch(l))).Select(s => s.Path).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\bTotal(?:Days|Hours|Minutes|Seconds|Milliseconds)\b")]
    private static partial Regex Span();

    [GeneratedRegex(@"GroupBy\([^;]*(?:PersonaId|RupId|AutoreId|AttoreId|\.Rup\b)")]
    private static partial Regex GroupedByPerson();

    [GeneratedRegex(@"Millisecondi|Secondi|Minuti|TempoDi|Impiegat|Lavorat", RegexOptions.IgnoreCase)]
    private static partial Regex Spent();

    [GeneratedRegex(@"^\s*///?")]
    private static partial Regex Comment();
}
