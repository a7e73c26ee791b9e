using System.Reflection;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.UseCases;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Builds a well-formed sample of any command type. It holds the given id of the Affidamento, invented values for every other id, and some
/// value for every text, number, list and form. It throws an exception for a type of parameter that it does not know.
/// </summary>
internal static class SampleCommand
{
    private const string Day = "24/11/2026";

    /// <summary>The texts for parameters and properties that need a particular value, by name of the parameter.</summary>
    private static readonly Dictionary<string, string> _texts = new()
    {
        ["AliquotaIva"] = "22",
        ["Cap"] = "00019",
        ["Cig"] = InventedCodes.Cig('B', 0x123456).Valore,
        ["CigDerivato"] = InventedCodes.Cig('B', 0x123456).Valore,
        ["CigPadre"] = InventedCodes.Cig('A', 0x3A1101).Valore,
        ["CodiceAusa"] = "0000123456",
        ["CodiceFiscale"] = InventedCodes.PartitaIva(901).Valore,
        ["Cup"] = InventedCodes.Cup(1, 2026).Valore,
        ["Decorrenza"] = Day,
        ["Dichiarazione"] = DichiarazioneConflitto.VersioneTesto,
        ["Email"] = "qualcuno@cighub.example",
        ["FileSha256"] = new('a', 64),
        ["Fino"] = Day,
        ["Giorno"] = Day,
        ["Importo"] = "900,00",
        ["Impronta"] = new('a', 64),
        ["Json"] = "{\"anacForm\":{}}",
        ["Luogo"] = "012058104",
        ["Natura"] = nameof(NaturaConflitto.Finanziario),
        ["NuovoRupId"] = Guid.CreateVersion7().ToString(),
        ["PartitaIva"] = InventedCodes.PartitaIva(901).Valore,
        ["Pec"] = "qualcuno@pec.cighub.example",
        ["Percorso"] = PercorsoAd4.Oggetto,
        ["Provincia"] = "RM",
        ["RegimeIva"] = nameof(RegimeIva.InversioneContabile),
        ["Ruolo"] = nameof(Ruolo.Istruttore),
        ["Sha256"] = new('a', 64),
        ["Telefono"] = "0765 000000",
        ["Tipo"] = nameof(TipoAtto.DeterminaDiAdesione),
    };

    public static ICommand Of(Type command, Guid affidamentoId, int version) =>
        (ICommand)Built(command, (name, type) => (name, type) switch
        {
            (nameof(IOnAffidamento.AffidamentoId), _) => affidamentoId,
            ("Version", _) => version,
            _ => null,
        });

    /// <summary>
    /// Says whether a command has ids besides that of its Affidamento. A sample holds invented ones, so such a command may answer that they
    /// were not found.
    /// </summary>
    public static bool NamesSomethingElse(Type command) =>
        Constructor(command).GetParameters().Any(p => p.ParameterType == typeof(Guid) && p.Name != nameof(IOnAffidamento.AffidamentoId));

    private static object Built(Type type, Func<string, Type, object?> given)
    {
        var constructor = Constructor(type);
        var parameters = constructor.GetParameters();
        var built = constructor.Invoke([.. parameters.Select(p => given(p.Name!, p.ParameterType) ?? Value(p.Name!, p.ParameterType))]);
        var rest = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } && parameters.All(c => c.Name != p.Name));
        foreach (var property in rest)
        {
            property.SetValue(built, Value(property.Name, property.PropertyType));
        }

        return built;
    }

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)
        ?? throw new NotSupportedException($"{type.Name}: say in {nameof(SampleCommand)} how one is made.");

    private static object Value(string name, Type declared) => (Nullable.GetUnderlyingType(declared) ?? declared) switch
    {
        var type when type == typeof(string) => Text(name),
        var type when type == typeof(Guid) => Guid.CreateVersion7(),
        var type when type == typeof(int) => 1,
        var type when type == typeof(bool) => true,
        var type when type == typeof(DateOnly) => new DateOnly(2026, 11, 24),
        var type when type == typeof(Importo) => Importo.DaEuro(900),
        var type when type == typeof(byte[]) => SampleFiles.Pdf(),
        var type when type == typeof(Error) => new Error("foglio.cella", "Scrivi il valore nella cella."),
        { IsEnum: true } type => Enum.GetValues(type).GetValue(0)!,
        { IsGenericType: true } type => Collection(name, type),
        { Namespace: { } ours } type when ours.StartsWith(nameof(CigHub), StringComparison.Ordinal) => Built(type, (_, _) => null),
        var type => throw new NotSupportedException($"{name}: say in {nameof(SampleCommand)} what a {type.Name} is like."),
    };

    private static string Text(string name) => _texts.GetValueOrDefault(name) ?? (IsDay(name) ? Day : "testo");

    private static bool IsDay(string name) =>
        name.StartsWith("Data", StringComparison.Ordinal) || name.EndsWith("Dal", StringComparison.Ordinal) || name.EndsWith("Al", StringComparison.Ordinal);

    /// <summary>Builds a list, a set or a dictionary of the given type with one sample element.</summary>
    private static object Collection(string name, Type type)
    {
        var of = type.GetGenericArguments();
        if (of.Length == 2)
        {
            var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of))!;
            dictionary.Add(Value(name, of[0]), Value(name, of[1]));
            return dictionary;
        }

        var set = type.GetGenericTypeDefinition() == typeof(HashSet<>);
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(of))!;
        list.Add(Value(name, of[0]));
        return set ? Activator.CreateInstance(type, list)! : list;
    }
}
