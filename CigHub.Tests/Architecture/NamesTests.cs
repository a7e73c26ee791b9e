using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Architecture;

/// <summary>Checks the names of types and methods in the three assemblies. Each rule is also tested on a name that breaks it.</summary>
public sealed partial class NamesTests
{
    /// <summary>The length below which a name is too short to be mistaken for another one.</summary>
    private const int ShortestTwin = 10;

    /// <summary>Words that only join other words, so that two names which differ in them alone count as twins.</summary>
    private static readonly HashSet<string> _joiningWords =
    [
        "Di", "Del", "Dell", "Dello", "Della", "Dei", "Degli", "Delle", "La", "Le", "Lo", "L", "Il", "Al", "All", "Alla", "Nel", "Nell", "Nella",
        "Dal", "Dall", "Dalla",
    ];

    /// <summary>Words too general to be the whole name of a method. English words such as Of, Run or Add are allowed.</summary>
    private static readonly HashSet<string> _littleWords =
    [
        "Di", "Da", "Con", "Per", "In", "Se", "Su", "Del", "Dal", "Nel", "Al", "Tra", "Fra", "Fa", "Fai", "Ha", "Va", "Vai", "Chi", "Cosa", "Puo",
    ];

    /// <summary>Pairs of similar names that are accepted, each with the reason.</summary>
    private static readonly (string One, string Other, string Reason)[] Twins =
    [
        ("CaricaAdesionePregressa", "CaricaAdesioniPregresse", "two commands: one row typed by hand, and the rows of a sheet"),
        ("CaricaAdesionePregressaTests", "CaricaAdesioniPregresseTests", "the tests of those two commands"),
        ("AggiungiAtti", "AggiungiAtto", "two commands: one atto typed by hand, and those of several files at once"),
        ("AggiungiAttiTests", "AggiungiAttoTests", "the tests of those two commands"),
    ];

    /// <summary>Types whose name holds Scheda or Voce, each with what the word stands for in that name.</summary>
    private static readonly (string Type, string Meaning)[] Words =
    [
        ("AdesioniDellaScheda", "the adhesions inside an AD4"),
        ("AzioniScheda", "the buttons of the AD4's editor"),
        ("EsaminaScheda", "reads an AD4 from JSON before it is imported"),
        ("EsportaSchede", "the command that hands out AD4s as JSON"),
        ("EsportazioneSchede", "AD4s written as JSON"),
        ("FileSchede", "the file with exported AD4s"),
        ("ImportaScheda", "the command that takes in an AD4 from JSON"),
        ("PaginaQualeScheda", "asks which of ANAC's schede an award needs"),
        ("PaginaScheda", "the AD4's editor"),
        ("QualeScheda", "which of ANAC's schede an award needs"),
        ("RiassegnaDallaScheda", "passes an Affidamento to another RUP, in the AD4's editor"),
        ("RiconosciScheda", "finds Lotto and Ente of an AD4 read from JSON"),
        ("RisposteScheda", "the answers that tell which of ANAC's schede is needed"),
        ("SchedaAd4", "the AD4 itself"),
        ("SchedaAd4Converter", "the AD4 as JSON"),
        ("SchedaDownload", "the button that exports one AD4"),
        ("SchedaEsaminata", "an AD4 read from JSON, with what stands against importing it"),
        ("SchedaGiusta", "the one of ANAC's schede that an award needs"),
        ("SchedaInUscita", "an AD4 that leaves the app, with its hash"),
        ("SchedaNonEsportata", "an AD4 left out of an export, with the reason"),
        ("SchedaRiconosciuta", "an AD4 read from JSON, with its Lotto and Ente"),
        ("SchedeDaEsportare", "the AD4s to export"),
        ("StampaScheda", "the command that prints an AD4"),
        ("TabellaVoci", "the entries of ANAC's lists that are shipped with the app"),
        ("ValiditaVoce", "when an entry of one of ANAC's lists may be used"),
        ("VariazioneVoce", "how an entry differs between two versions of one of ANAC's lists"),
        ("VoceLista", "an entry of one of ANAC's lists"),
        ("VoceOfferta", "an entry of one of ANAC's lists, as a field offers it"),
        ("VoceSerie", "a table's row: its entity keeps its name, which the migrations hold"),
        ("VociTrovate", "the entries of one of ANAC's lists that a search found"),
    ];

    private static readonly Assembly[] _assemblies = [typeof(Importo).Assembly, typeof(ICommand).Assembly, typeof(NamesTests).Assembly];

    private static readonly Lazy<IReadOnlyList<Type>> _types = new(() => [.. _assemblies.SelectMany(a => a.GetTypes()).Where(IsOurs)]);

    /// <summary>The names of all types except Handler and Rules, the nested types that every command has.</summary>
    private static IEnumerable<string> TypeNames => _types.Value.Select(t => PlainName(t)).Where(n => n is not ("Handler" or "Rules"));

    [Fact]
    public void No_two_types_have_nearly_the_same_name() => Assert.Empty(
        NearTwins(TypeNames).Where(t => !Twins.Any(e => e.One == t.One && e.Other == t.Other)).Select(t => $"{t.One} and {t.Other}"));

    [Fact]
    public void Every_pair_of_twins_that_is_meant_still_exists() => Assert.Empty(
        Twins.Where(e => !NearTwins(TypeNames).Contains((e.One, e.Other))).Select(e => $"{e.One} and {e.Other}"));

    [Theory]
    [InlineData("FiltroAffidamenti", "FiltriAffidamenti", true)]
    [InlineData("PaginaModulo", "PaginaDiModulo", true)]
    [InlineData("StampaElenco", "StampaDellElenco", true)]
    [InlineData("CercaAffidamenti", "RicercaAffidamenti", true)]
    [InlineData("SalvaEnte", "SalvaEnti", false)]
    [InlineData("ChiudiConvenzione", "RiapriConvenzione", false)]
    [InlineData("ListaPersone", "ListaEnti", false)]
    public void The_check_finds_near_twins(string one, string other, bool twins) => Assert.Equal(twins, NearTwins([one, other]).Any());

    [Fact]
    public void No_method_is_named_by_a_little_word() => Assert.Empty(_types.Value.SelectMany(LittleMethods));

    [Fact]
    public void The_check_finds_a_method_named_by_a_little_word() => Assert.Equal(["PlantedLittleWord.Di"], LittleMethods(typeof(PlantedLittleWord)));

    [Fact]
    public void Scheda_and_Voce_mean_one_thing_each() => Assert.Empty(NamedByTheWords(TypeNames).Except(Words.Select(w => w.Type)));

    [Fact]
    public void Every_type_on_the_list_of_words_still_exists() => Assert.Empty(Words.Select(w => w.Type).Except(NamedByTheWords(TypeNames)));

    [Fact]
    public void The_check_finds_a_type_named_by_one_of_the_words() =>
        Assert.Equal(["SchedaLotto", "VoceMenu"], NamedByTheWords(["SchedaLotto", "VoceMenu", "Schedario", "SchedaLottoTests"]));

    /// <summary>
    /// Returns the pairs of different names whose words are the same once joining words, endings and a leading «ri» are dropped. The names
    /// of a pair, and the pairs, are in alphabetical order.
    /// </summary>
    private static IEnumerable<(string One, string Other)> NearTwins(IEnumerable<string> names) =>
        from family in names.Where(n => n.Length >= ShortestTwin).Distinct().GroupBy(Stem)
        from one in family
        from other in family
        where string.CompareOrdinal(one, other) < 0
        select (one, other);

    private static string Stem(string name) => string.Concat(
        Word().Matches(name).Select(m => m.Value).Where(w => !_joiningWords.Contains(w)).Select((w, i) => StemOfWord(w.ToLowerInvariant(), i == 0)));

    private static string StemOfWord(string word, bool first)
    {
        var stem = word.Length > 3 ? word.TrimEnd('a', 'e', 'i', 'o', 'u') : word;
        return first && stem.StartsWith("ri", StringComparison.Ordinal) && stem.Length > 5 ? stem[2..] : stem;
    }

    private static IEnumerable<string> LittleMethods(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal)
        where method.Name.Length < 2 || _littleWords.Contains(method.Name)
        select $"{PlainName(type)}.{method.Name}";

    /// <summary>
    /// Returns the names that hold the word Scheda or Voce and therefore need an entry in the list of words. Test classes and samples are
    /// left out, because their names follow those of what they test.
    /// </summary>
    private static IEnumerable<string> NamedByTheWords(IEnumerable<string> names) => names
        .Where(n => !n.EndsWith("Tests", StringComparison.Ordinal) && !n.StartsWith("Sample", StringComparison.Ordinal))
        .Where(n => Word().Matches(n).Any(m => m.Value is "Scheda" or "Schede" or "Voce" or "Voci"))
        .Distinct();

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("CigHub", StringComparison.Ordinal) == true
        && !type.Namespace.Contains("Migrations", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.DeclaringType?.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type != typeof(PlantedLittleWord);

    private static string PlainName(Type type) => type.Name.Split('`')[0];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Word();

    private static class PlantedLittleWord
    {
        public static void Di()
        {
        }
    }
}
