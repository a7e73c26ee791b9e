namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>ANAC's schema declares the property <c>required</c>: an object without it is refused.</summary>
/// <remarks>
/// Whether the scheda as a whole must have it depends on the objects around it: an optional object may be left out with all that it requires.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacRequiredAttribute : Attribute;

/// <summary>
/// ANAC's schema declares a <c>format</c> that asks for something: <c>date-time</c> or <c>uuid</c>. The others (<c>double</c>, <c>url</c>)
/// ask for nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacFormatAttribute(string format) : Attribute
{
    public const string DateTime = "date-time";

    public const string Uuid = "uuid";

    public string Format { get; } = format;
}

/// <summary>ANAC's schema declares <c>minLength</c> and <c>maxLength</c> of a text, in Unicode characters, both included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacLengthAttribute(int minimum, int maximum) : Attribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;
}

/// <summary>ANAC's schema declares <c>minimum</c> and <c>maximum</c> of a number, both included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacRangeAttribute(int minimum, int maximum) : Attribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;
}

/// <summary>ANAC's schema declares an <c>enum</c>: the only texts that are taken.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AnacEnumAttribute(params string[] values) : Attribute
{
    public IReadOnlyList<string> Values { get; } = values;
}

/// <summary>ANAC's schema declares no <c>type</c> for the object: any value is right, and its properties count only in an object.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnacUntypedAttribute : Attribute;

/// <summary>ANAC's schema lets the object have other properties. Every other object refuses them (<c>additionalProperties</c>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnacOpenAttribute : Attribute;
