using CigHub.Web.Common;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>Whether a first start fills the database with the demonstration, and with how much.</summary>
public sealed class DimostrazioneSettings : ISettings
{
    public static string Section => "Dimostrazione";

    public bool Attiva { get; init; }

    /// <summary>The small catalogue with its eight Affidamenti, without generated ones.</summary>
    public bool Piccola { get; init; }

    /// <summary>
    /// How many Affidamenti are generated beside the eight; with 0 there are none at all. CIG and amounts are laid out for at most a million.
    /// </summary>
    [WholeNumber(0, 1_000_000)]
    public int Affidamenti { get; init; } = 150;

    /// <summary>The same seed on the same day gives the same data.</summary>
    [WholeNumber(int.MinValue, int.MaxValue)]
    public int Seme { get; init; } = 2026;
}
