using CigHub.Web.Common;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>The settings of the demonstration: whether a first start fills the database with it, and with how much.</summary>
public sealed class DemoSettings : ISettings
{
    public static string Section => "Dimostrazione";

    public bool Attiva { get; init; }

    /// <summary>Says whether to fill only the small catalogue and its eight Affidamenti, without generated ones.</summary>
    public bool Piccola { get; init; }

    /// <summary>
    /// The number of Affidamenti generated beside the eight. With 0, and without <see cref="Piccola"/>, there are none at all, not even the
    /// eight. CIG and amounts suffice for a million.
    /// </summary>
    [WholeNumber(0, 1_000_000)]
    public int Affidamenti { get; init; } = 150;

    /// <summary>The seed of the generated data. The same seed on the same day gives the same data.</summary>
    [WholeNumber(int.MinValue, int.MaxValue)]
    public int Seme { get; init; } = 2026;
}
