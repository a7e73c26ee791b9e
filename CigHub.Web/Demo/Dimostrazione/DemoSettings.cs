using CigHub.Web.Common;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>The settings of the demonstration: whether a new database is filled with it, and how much of it is written.</summary>
public sealed class DemoSettings : ISettings
{
    public static string Section => "Dimostrazione";

    public bool Attiva { get; init; }

    /// <summary>Says whether only the small catalogue and its eight Affidamenti are written, without generated ones.</summary>
    public bool Piccola { get; init; }

    /// <summary>
    /// The number of Affidamenti to generate besides the eight. With 0, and without <see cref="Piccola"/>, no Affidamento is written at
    /// all. There are enough CIG and amounts for a million.
    /// </summary>
    [WholeNumber(0, 1_000_000)]
    public int Affidamenti { get; init; } = 150;

    /// <summary>
    /// Says whether the generated Affidamenti stand on the Enti, people, Convenzioni and Lotti of an office after ten years, instead of a
    /// dozen Enti.
    /// </summary>
    public bool Grande { get; init; }

    /// <summary>
    /// The number of days before today on which the story stops, at the end of the day. The data are then those that the whole story had on that
    /// day, with the same ids. With 0 the story goes on to today, and the eight Affidamenti and the audit follow.
    /// </summary>
    [WholeNumber(0, 720, " di giorni")]
    public int FermaGiorniPrima { get; init; }

    /// <summary>The seed of the generated data. The same seed on the same day gives the same data.</summary>
    [WholeNumber(int.MinValue, int.MaxValue)]
    public int Seme { get; init; } = 2026;
}
