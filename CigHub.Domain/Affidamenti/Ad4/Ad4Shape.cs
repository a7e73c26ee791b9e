using System.Reflection;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The kinds of JSON value that ANAC's model declares.</summary>
internal enum JsonKind
{
    /// <summary>
    /// ANAC declares no type for the value, so any value is accepted. The rest of the shape is checked only when the value is an object.
    /// </summary>
    NonDichiarato,
    Oggetto,
    Elenco,
    Testo,
    Numero,
    SiNo,
}

/// <summary>
/// The shape that ANAC's model declares for one value. No value of an AD4 is nullable, so an explicit null has the wrong type wherever a
/// type is declared.
/// </summary>
/// <remarks>
/// The shape is read from the records that mirror ANAC's objects. Names, types and order are those of their members. The rest is declared
/// on the members by <see cref="AnacRequiredAttribute"/> and the other attributes.
/// </remarks>
internal sealed record Ad4Shape(JsonKind Tipo)
{
    /// <summary>The shapes of an object's properties, by their JSON name. Empty when the value is not an object.</summary>
    public IReadOnlyDictionary<string, Ad4Shape> Voci { get; init; } = new Dictionary<string, Ad4Shape>();

    /// <summary>The names of the properties that must be present.</summary>
    public IReadOnlyList<string> Obbligatorie { get; init; } = [];

    /// <summary>Says whether an object refuses every property that is not in <see cref="Voci"/>.</summary>
    public bool Chiusa { get; init; }

    /// <summary>The shape that every row of a list has. Null when the value is not a list.</summary>
    public Ad4Shape? Righe { get; init; }

    /// <summary>
    /// The format: <c>date-time</c> or <c>uuid</c>. Null for the other formats (<c>double</c>, <c>url</c>), which restrict nothing.
    /// </summary>
    public string? Formato { get; init; }

    /// <summary>The only accepted texts. Empty when any text is accepted.</summary>
    public IReadOnlyList<string> Valori { get; init; } = [];

    /// <summary>The smallest and the largest number accepted, both inclusive. Null when the number has no limits.</summary>
    public (int Minimo, int Massimo)? Limiti { get; init; }

    /// <summary>
    /// The shortest and the longest text accepted, in Unicode characters, both inclusive. Null when the length has no limits.
    /// </summary>
    public (int Minima, int Massima)? Lunghezza { get; init; }

    /// <summary>Returns the shape of ANAC's object that the given record mirrors.</summary>
    /// <param name="parte">The type of the record, derived from <see cref="ParteAd4"/>.</param>
    public static Ad4Shape Of(Type parte)
    {
        var membri = Ad4Map.Proprieta(parte);
        return new(parte.IsDefined(typeof(AnacUntypedAttribute)) ? JsonKind.NonDichiarato : JsonKind.Oggetto)
        {
            Voci = membri.ToDictionary(m => m.Key, m => DelMembro(m.Value), StringComparer.Ordinal),
            Obbligatorie = [.. membri.Where(m => m.Value.IsDefined(typeof(AnacRequiredAttribute))).Select(m => m.Key)],
            Chiusa = !parte.IsDefined(typeof(AnacOpenAttribute)),
        };
    }

    private static Ad4Shape DelMembro(PropertyInfo membro) => DelTipo(membro.PropertyType) with
    {
        Formato = membro.GetCustomAttribute<AnacFormatAttribute>()?.Format,
        Valori = membro.GetCustomAttribute<AnacEnumAttribute>()?.Values ?? [],
        Limiti = membro.GetCustomAttribute<AnacRangeAttribute>() is { } range ? (range.Minimum, range.Maximum) : null,
        Lunghezza = membro.GetCustomAttribute<AnacLengthAttribute>() is { } length ? (length.Minimum, length.Maximum) : null,
    };

    private static Ad4Shape DelTipo(Type tipo) =>
        tipo == typeof(string) ? new(JsonKind.Testo)
        : tipo == typeof(bool?) ? new(JsonKind.SiNo)
        : tipo == typeof(decimal?) ? new(JsonKind.Numero)
        : Ad4Map.TipoDelleRighe(tipo) is { } righe ? new(JsonKind.Elenco) { Righe = DelTipo(righe) }
        : Of(tipo);
}
