using System.Globalization;

namespace CigHub.Domain.Codici;

/// <summary>
/// The CIG that the palestra (the training copy of the portal) gives: the 4 096 that begin with <c>UFFF</c>, each with its right check
/// digits, so that they pass wherever a true one would, and yet can be told from a true one at a glance and by a machine.
/// </summary>
/// <remarks>
/// They are the last ones that PCP's form has (first character A–U): as far as we know ANAC has never given one, and nobody promises that it
/// never will. That is why they are refused outside the demonstration (<see cref="Affidamenti.RegoleCigDerivato.DiPalestra"/>).
/// </remarks>
public static class CigDiPalestra
{
    /// <summary>How many there are.</summary>
    public const int Quanti = 0x1000;

    /// <summary>How each of them begins.</summary>
    public const string Prefisso = "UFFF";

    private const int PrimoNumero = 0xFFF000, Lettera = 'U' - 'A' + 1;

    /// <summary>All of them, in the order in which they are given.</summary>
    public static IEnumerable<Cig> Tutti => Enumerable.Range(0, Quanti).Select(Numero);

    /// <summary>One of them, by its place.</summary>
    /// <param name="indice">From 0 to <see cref="Quanti"/> − 1.</param>
    public static Cig Numero(int indice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(indice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indice, Quanti);
        var numero = PrimoNumero + indice;
        return Cig.Parse(string.Create(CultureInfo.InvariantCulture, $"U{numero:X6}{(numero + Lettera) * 211L % 4091:X3}"), null);
    }

    /// <summary>A <see cref="Cig"/> has its check digits right, so how it begins is enough.</summary>
    public static bool Contiene(Cig cig)
    {
        ArgumentNullException.ThrowIfNull(cig);
        return cig.Valore.StartsWith(Prefisso, StringComparison.Ordinal);
    }
}
