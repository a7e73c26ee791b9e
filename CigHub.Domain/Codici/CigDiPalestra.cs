using System.Globalization;

namespace CigHub.Domain.Codici;

/// <summary>
/// The CIGs that the palestra (the training copy of the portal) gives: the 4 096 that begin with <c>UFFF</c>. Each has right check digits,
/// so that it passes wherever a real CIG would. The prefix lets people and programs tell it from a real one.
/// </summary>
/// <remarks>
/// These are the last CIGs of PCP's form (first character A–U). As far as we know ANAC has never given one, but nobody promises that it
/// never will. For this reason CigHub refuses them outside the demonstration (<see cref="Affidamenti.RegoleCigDerivato.DiPalestra"/>).
/// </remarks>
public static class CigDiPalestra
{
    /// <summary>The number of CIGs of the palestra.</summary>
    public const int Quanti = 0x1000;

    /// <summary>The first four characters of every CIG of the palestra.</summary>
    public const string Prefisso = "UFFF";

    private const int PrimoNumero = 0xFFF000, Lettera = 'U' - 'A' + 1;

    /// <summary>All the CIG of the palestra, in the order in which the palestra gives them.</summary>
    public static IEnumerable<Cig> Tutti => Enumerable.Range(0, Quanti).Select(Numero);

    /// <summary>Returns the CIG of the palestra at the given place in the order of <see cref="Tutti"/>.</summary>
    /// <param name="indice">The place, from 0 to <see cref="Quanti"/> − 1.</param>
    public static Cig Numero(int indice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(indice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indice, Quanti);
        var numero = PrimoNumero + indice;
        return Cig.Parse(string.Create(CultureInfo.InvariantCulture, $"U{numero:X6}{(numero + Lettera) * 211L % 4091:X3}"), null);
    }

    /// <summary>
    /// Says whether the CIG is one of the palestra's. A <see cref="Cig"/> always has right check digits, so the prefix is enough.
    /// </summary>
    public static bool Contiene(Cig cig)
    {
        ArgumentNullException.ThrowIfNull(cig);
        return cig.Valore.StartsWith(Prefisso, StringComparison.Ordinal);
    }
}
