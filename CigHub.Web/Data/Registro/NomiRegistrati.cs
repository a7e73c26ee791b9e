using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CigHub.Web.Data.Registro;

/// <summary>
/// The one table of the names that events use: types of object, their values, enum values, the keys of <c>dati</c>. They are literals, so
/// that a type, a member or a value can be renamed in C# while older events still say the same. A name that is not listed here cannot be
/// written.
/// </summary>
/// <remarks>
/// Formats of the values: money in whole cents; a day as <c>yyyy-MM-dd</c>; an instant in UTC with seven decimals; a number with decimals as
/// text with a point; a choice by its name; a record inside a value as an object with the names listed here. The actions and the kinds of subject stand
/// beside the write path, the names of the commands beside the commands.
/// </remarks>
internal static partial class NomiRegistrati
{
    private static readonly TipoRegistrato[] _tipi = TuttiITipi(), _contenuti = TuttiIContenuti();
    private static readonly ValoriRegistrati[] _valori = TuttiIValori();
    private static readonly Dictionary<Type, TipoRegistrato> _perTipo = _tipi.Concat(_contenuti).ToDictionary(t => t.Tipo);
    private static readonly Dictionary<Type, ValoriRegistrati> _perScelta = _valori.ToDictionary(v => v.Tipo);

    /// <summary>Lists all names of this table, one per line, for the approval test that guards them against changes.</summary>
    public static IEnumerable<string> Elenco =>
        _tipi.SelectMany(t => t.Dati.Select(d => $"oggetto {t.Nome}.{d}").DefaultIfEmpty($"oggetto {t.Nome}"))
            .Concat(_tipi.SelectMany(t => t.Taciuti.Select(d => $"taciuto {t.Nome}.{d}")))
            .Concat(_contenuti.SelectMany(t => t.Dati.Select(d => $"contenuto {t.Nome}.{d}")))
            .Concat(_valori.SelectMany(v => v.Nomi.Select(n => $"valore {v.Nome}.{n}")))
            .Concat(_chiavi.Select(c => $"dati {c}"));

    /// <summary>The types of object that the registro knows, with their stored names.</summary>
    public static IEnumerable<TipoRegistrato> Tipi => _tipi;

    /// <summary>The types of record that stand inside a value of an event, with their stored names.</summary>
    public static IEnumerable<TipoRegistrato> Contenuti => _contenuti;

    public static IEnumerable<ValoriRegistrati> Scelte => _valori;

    /// <exception cref="InvalidOperationException">The kind is not listed.</exception>
    public static TipoRegistrato Tipo(Type tipo) => _perTipo.TryGetValue(tipo, out var trovato)
        ? trovato
        : throw new InvalidOperationException($"{tipo.Name} has no name in the registro: list it.");

    /// <summary>Returns the name under which the registro keeps a mapped property, or null when the registro does not keep it.</summary>
    public static string? Dato(TipoRegistrato tipo, IReadOnlyProperty property) =>
        tipo.DatoDi(property.DeclaringType is IReadOnlyComplexType c ? $"{c.ComplexProperty.Name}.{property.Name}" : property.Name);

    /// <summary>Returns the stored name of an enum value.</summary>
    /// <exception cref="InvalidOperationException">The value is not listed.</exception>
    public static string Valore(Enum valore) => Scelta(valore.GetType()).NomeDi(valore);

    /// <summary>Returns all values of an enum, each with its stored name.</summary>
    public static IEnumerable<(string Nome, T Valore)> Valori<T>()
        where T : struct, Enum => Scelta(typeof(T)).Tutti.Select(v => (Scelta(typeof(T)).NomeDi(v), (T)(object)v));

    /// <summary>
    /// Reads the enum value with a stored name. Returns false when this version does not know the name, because another version wrote it.
    /// </summary>
    public static bool Leggi<T>(string? nome, [NotNullWhen(true)] out T valore)
        where T : struct, Enum
    {
        var trovato = nome is null ? null : Scelta(typeof(T)).Leggi(nome);
        valore = trovato is null ? default : (T)(object)trovato;
        return trovato is not null;
    }

    public static bool HaIValoriDi(Type scelta) => _perScelta.ContainsKey(scelta);

    /// <summary>
    /// Makes the JSON serializer use the stored names for the members of a listed record, and leave out members that are not listed. Other
    /// types stay as they are.
    /// </summary>
    public static void DaiNomi(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !_perTipo.TryGetValue(info.Type, out var tipo))
        {
            return;
        }

        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            var property = info.Properties[i];
            if (tipo.DatoDi(((MemberInfo)property.AttributeProvider!).Name) is { } nome)
            {
                property.Name = nome;
            }
            else
            {
                info.Properties.RemoveAt(i);
            }
        }
    }

    /// <summary>Checks that every key in an event's <c>dati</c> is listed in this table, at any depth.</summary>
    /// <exception cref="InvalidOperationException">A key is not listed.</exception>
    public static void ControllaChiavi(JsonNode? nodo)
    {
        foreach (var (chiave, valore) in nodo as JsonObject ?? [])
        {
            if (!_chiavi.Contains(chiave))
            {
                throw new InvalidOperationException($"The key «{chiave}» of an event's data is not listed in the registro's names.");
            }

            ControllaChiavi(valore);
        }

        foreach (var elemento in nodo as JsonArray ?? [])
        {
            ControllaChiavi(elemento);
        }
    }

    private static ValoriRegistrati Scelta(Type scelta) => _perScelta.TryGetValue(scelta, out var trovata)
        ? trovata
        : throw new InvalidOperationException($"{scelta.Name} has no names in the registro: list it.");
}
