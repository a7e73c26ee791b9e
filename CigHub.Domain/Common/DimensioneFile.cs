using System.Globalization;

namespace CigHub.Domain.Common;

/// <summary>Writes sizes of files and disks for people.</summary>
public static class DimensioneFile
{
    private const long Kilo = 1 << 10, Mega = 1 << 20, Giga = 1 << 30;

    private static readonly CultureInfo _italiano = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>
    /// Returns a size as words: <c>812 byte</c>, <c>345 kB</c>, <c>2,4 MB</c>, <c>1,2 GB</c>. A kB has 1024 bytes, a MB 1024 kB, a GB 1024 MB.
    /// Kilobytes are rounded up.
    /// </summary>
    public static string Testo(long quanti) => quanti switch
    {
        < Kilo => $"{quanti} byte",
        < Mega => $"{(quanti + Kilo - 1) / Kilo} kB",
        < Giga => $"{((decimal)quanti / Mega).ToString("0.#", _italiano)} MB",
        _ => $"{((decimal)quanti / Giga).ToString("0.#", _italiano)} GB",
    };
}
