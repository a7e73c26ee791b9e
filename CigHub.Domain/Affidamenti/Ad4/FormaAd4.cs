using System.Reflection;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The kinds of JSON value that ANAC's model declares.</summary>
internal enum TipoJson
{
    /// <summary>No type is declared: any value is right, and the rest of the shape counts only when it is an object.</summary>
    NonDichiarato,
    Oggetto,
    Elenco,
    Testo,
    Numero,
    SiNo,
}

/// <summary>What ANAC's model says of one value. Nothing in an AD4 is nullable, so an explicit null is of the wrong type wherever one is declared.</summary>
/// <remarks>
/// Read off the records that mirror ANAC's objects: names and types are those of their members, in the order of the members; the rest is
/// declared beside them, by <see cref="AnacRequiredAttribute"/> and its like.
/// </remarks>
internal sealed record FormaAd4(TipoJson Tipo)
{
    /// <summary>The properties of an object, by name.</summary>
    public IReadOnlyDictionary<string, FormaAd4> Voci { get; init; } = new Dictionary<string, FormaAd4>();

    /// <summary>The properties that must be there.</summary>
    public IReadOnlyList<string> Obbligatorie { get; init; } = [];

    /// <summary>Whether an object takes no other property.</summary>
    public bool Chiusa { get; init; }

    /// <summary>The shape of each row of a list.</summary>
    public FormaAd4? Righe { get; init; }

    /// <summary><c>date-time</c> or <c>uuid</c>; the others (<c>double</c>, <c>url</c>) ask for nothing.</summary>
    public string? Formato { get; init; }

    /// <summary>The only texts that are taken; empty for any.</summary>
    public IReadOnlyList<string> Valori { get; init; } = [];

    /// <summary>The limits of a number, both included.</summary>
    public (int Minimo, int Massimo)? Limiti { get; init; }

    /// <summary>The limits of a text's length in Unicode characters, both included.</summary>
    public (int Minima, int Massima)? Lunghezza { get; init; }

    /// <summary>The shape of the object that a record mirrors.</summary>
    /// <param name="parte">A <see cref="ParteAd4"/>.</param>
    public static FormaAd4 Di(Type parte)
    {
        var membri = MappaAd4.Proprieta(parte);
        return new(parte.IsDefined(typeof(AnacUntypedAttribute)) ? TipoJson.NonDichiarato : TipoJson.Oggetto)
        {
            Voci = membri.ToDictionary(m => m.Key, m => DelMembro(m.Value), StringComparer.Ordinal),
            Obbligatorie = [.. membri.Where(m => m.Value.IsDefined(typeof(AnacRequiredAttribute))).Select(m => m.Key)],
            Chiusa = !parte.IsDefined(typeof(AnacOpenAttribute)),
        };
    }

    private static FormaAd4 DelMembro(PropertyInfo membro) => DelTipo(membro.PropertyType) with
    {
        Formato = membro.GetCustomAttribute<AnacFormatAttribute>()?.Format,
        Valori = membro.GetCustomAttribute<AnacEnumAttribute>()?.Values ?? [],
        Limiti = membro.GetCustomAttribute<AnacRangeAttribute>() is { } range ? (range.Minimum, range.Maximum) : null,
        Lunghezza = membro.GetCustomAttribute<AnacLengthAttribute>() is { } length ? (length.Minimum, length.Maximum) : null,
    };

    private static FormaAd4 DelTipo(Type tipo) =>
        tipo == typeof(string) ? new(TipoJson.Testo)
        : tipo == typeof(bool?) ? new(TipoJson.SiNo)
        : tipo == typeof(decimal?) ? new(TipoJson.Numero)
        : MappaAd4.TipoDelleRighe(tipo) is { } righe ? new(TipoJson.Elenco) { Righe = DelTipo(righe) }
        : Di(tipo);
}
