namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>Marks a property that ANAC's schema declares <c>required</c>. An object in which it is missing is refused.</summary>
/// <remarks>
/// The scheda as a whole needs the property only when it has the objects around it. An optional object may be left out with everything that
/// it requires.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacRequiredAttribute : Attribute;

/// <summary>
/// Marks a text whose <c>format</c> in ANAC's schema restricts it: <c>date-time</c> or <c>uuid</c>. The other formats (<c>double</c>,
/// <c>url</c>) restrict nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacFormatAttribute(string format) : Attribute
{
    public const string DateTime = "date-time";

    public const string Uuid = "uuid";

    public string Format { get; } = format;
}

/// <summary>Marks a text with the <c>minLength</c> and <c>maxLength</c> of ANAC's schema, in Unicode characters, both inclusive.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacLengthAttribute(int minimum, int maximum) : Attribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;
}

/// <summary>Marks a number with the <c>minimum</c> and <c>maximum</c> of ANAC's schema, both inclusive.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacRangeAttribute(int minimum, int maximum) : Attribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;
}

/// <summary>Marks a text with the <c>enum</c> of ANAC's schema, which lists the only accepted texts.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacEnumAttribute(params string[] values) : Attribute
{
    public IReadOnlyList<string> Values { get; } = values;
}

/// <summary>
/// Marks an object for which ANAC's schema declares no <c>type</c>. Any value is accepted there, and the declared properties are checked
/// only in an object.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnacUntypedAttribute : Attribute;

/// <summary>
/// Marks an object that may have further properties, because ANAC's schema does not set <c>additionalProperties</c> to false. Every object
/// without this mark refuses them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnacOpenAttribute : Attribute;
