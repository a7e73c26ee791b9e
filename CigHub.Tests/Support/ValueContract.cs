using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CigHub.Tests.Support;

/// <summary>
/// Checks the contract of a value object: equality, hash, operators, order, and, where the type has them, formatting and parsing. The
/// design follows Noda Time's <c>TestHelper</c>.
/// </summary>
public static class ValueContract
{
    /// <param name="a">The value to check.</param>
    /// <param name="stessoDiA">An equal value, made separately.</param>
    /// <param name="maggiore">A different value, which sorts after <paramref name="a"/>.</param>
    public static void Verify<T>(T a, T stessoDiA, T maggiore)
        where T : notnull
    {
        Assert.False(typeof(T).IsClass && ReferenceEquals(a, stessoDiA), "The second value has to be made anew, or its equality proves nothing.");
        Equality(a, stessoDiA, maggiore);
        Operators(a, stessoDiA, maggiore);
        Order(a, stessoDiA, maggiore);
        foreach (var valore in new[] { a, maggiore })
        {
            if (valore is ISpanFormattable formattabile)
            {
                Formatting(formattabile);
            }

            if (typeof(T).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>)))
            {
                Call(nameof(Parsing), valore);
            }
        }
    }

    private static void Equality<T>(T a, T stessoDiA, T altro)
        where T : notnull
    {
        Assert.True(a is IEquatable<T>, $"{typeof(T).Name} is not IEquatable of itself.");
        Assert.True(a.Equals((object)a) && a.Equals((object)stessoDiA) && stessoDiA.Equals((object)a), "Equal values are not Equals(object).");
        Assert.True(((IEquatable<T>)a).Equals(stessoDiA), "Equal values are not Equals(T).");
        Assert.False(a.Equals((object)altro) || altro.Equals((object)a), "Different values are Equals(object).");
        Assert.False(((IEquatable<T>)a).Equals(altro), "Different values are Equals(T).");
        Assert.False(a.Equals(null), "A value equals null.");
        Assert.False(a.Equals(new object()), "A value equals an object of another type.");
        Assert.Equal(a.GetHashCode(), stessoDiA.GetHashCode());
        if (default(T) is null)
        {
            Assert.False(((IEquatable<T>)a).Equals(default), "A value equals a null of its own type.");
        }
    }

    private static void Operators<T>(T a, T stessoDiA, T maggiore)
    {
        Expected("op_Equality", (a, stessoDiA, true), (a, maggiore, false));
        Expected("op_Inequality", (a, stessoDiA, false), (a, maggiore, true));
        if (default(T) is null)
        {
            Expected("op_Equality", (a, default!, false), (default!, a, false), (default!, default!, true));
            Expected("op_Inequality", (a, default!, true), (default!, a, true), (default!, default!, false));
        }

        Assert.True(Operator<T>("op_Equality") is not null && Operator<T>("op_Inequality") is not null, $"{typeof(T).Name} lacks == or !=.");
        Expected("op_LessThan", (a, maggiore, true), (maggiore, a, false), (a, stessoDiA, false));
        Expected("op_GreaterThan", (a, maggiore, false), (maggiore, a, true), (a, stessoDiA, false));
        Expected("op_LessThanOrEqual", (a, maggiore, true), (maggiore, a, false), (a, stessoDiA, true));
        Expected("op_GreaterThanOrEqual", (a, maggiore, false), (maggiore, a, true), (a, stessoDiA, true));
    }

    private static void Expected<T>(string nome, params (T Sinistra, T Destra, bool Atteso)[] casi)
    {
        if (Operator<T>(nome) is not { } operatore)
        {
            return;
        }

        foreach (var (sinistra, destra, atteso) in casi)
        {
            Assert.True(atteso.Equals(operatore.Invoke(null, [sinistra, destra])), $"{typeof(T).Name}: {nome}({sinistra}, {destra}) is not {atteso}.");
        }
    }

    // Take the operator of the most derived class, because a base class may have one too.
    private static MethodInfo? Operator<T>(string nome)
    {
        for (var tipo = typeof(T); tipo is not null; tipo = tipo.BaseType)
        {
            if (tipo.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).FirstOrDefault(m => m.Name == nome) is { } metodo)
            {
                return metodo;
            }
        }

        return null;
    }

    private static void Order<T>(T a, T stessoDiA, T maggiore)
        where T : notnull
    {
        if (a is not IComparable<T> confrontabile)
        {
            Assert.True(Operator<T>("op_LessThan") is null, $"{typeof(T).Name} has < but is not IComparable.");
            return;
        }

        Assert.Equal(0, confrontabile.CompareTo(a));
        Assert.Equal(0, confrontabile.CompareTo(stessoDiA));
        Assert.True(confrontabile.CompareTo(maggiore) < 0, $"{a} does not sort before {maggiore}.");
        Assert.True(((IComparable<T>)maggiore).CompareTo(a) > 0, $"{maggiore} does not sort after {a}.");
        if (default(T) is null)
        {
            Assert.True(confrontabile.CompareTo(default) > 0, "Null does not sort first.");
        }

        if (a is IComparable senzaTipo)
        {
            Assert.True(
                senzaTipo.CompareTo(maggiore) < 0 && senzaTipo.CompareTo(stessoDiA) == 0 && senzaTipo.CompareTo(null) > 0,
                "The untyped order disagrees.");
            Assert.Throws<ArgumentException>(() => senzaTipo.CompareTo(new object()));
        }
    }

    private static void Formatting(ISpanFormattable valore)
    {
        var testo = valore.ToString()!;
        Assert.Equal(testo, valore.ToString(null, null));
        var giusto = new char[testo.Length];
        Assert.True(valore.TryFormat(giusto, out var scritti, default, null), "A span of the right size is refused.");
        Assert.Equal(testo, new string(giusto, 0, scritti));
        var largo = new char[testo.Length + 7];
        Assert.True(valore.TryFormat(largo, out scritti, default, null), "A larger span is refused.");
        Assert.Equal(testo, new string(largo, 0, scritti));
        Assert.False(valore.TryFormat(new char[testo.Length - 1], out scritti, default, null), "Too small a span is accepted.");
        Assert.Equal(0, scritti);
        Assert.Equal(testo, $"{valore}");
    }

    [SuppressMessage("Performance", "CA1859", Justification = "The interface is what is tested.")]
    private static void Parsing<T>(T valore)
        where T : IParsable<T>
    {
        var testo = valore.ToString()!;
        Assert.Equal(valore, T.Parse(testo, null));
        Assert.True(T.TryParse(testo, null, out var letto), $"'{testo}' does not come back.");
        Assert.Equal(valore, letto);
        foreach (var illeggibile in new[] { null, "", "   ", "§§§" })
        {
            Assert.False(T.TryParse(illeggibile, null, out var niente), $"'{illeggibile}' is read as a value.");
            Assert.Equal(default, niente);
        }

        Assert.Throws<FormatException>(() => T.Parse("§§§", null));
    }

    private static void Call<T>(string nome, T valore)
    {
        var metodo = typeof(ValueContract).GetMethod(nome, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(typeof(T));
        try
        {
            metodo.Invoke(null, [valore]);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } vera)
        {
            throw vera;
        }
    }
}
