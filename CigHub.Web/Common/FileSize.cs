using System.Globalization;

namespace CigHub.Web.Common;

/// <summary>Writes sizes of files and disks for people, in KB, MB or GB.</summary>
public static class FileSize
{
    private const long Kilo = 1 << 10, Mega = 1 << 20, Giga = 1 << 30;

    private static readonly CultureInfo _italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>Returns a size as text, such as <c>12 KB</c>, <c>3,5 MB</c> or <c>1,2 GB</c>. A size below one KB is 1 KB.</summary>
    /// <param name="bytes">The size in bytes.</param>
    public static string Text(long bytes) => bytes switch
    {
        < Mega => string.Create(_italian, $"{(bytes / Kilo) + 1} KB"),
        < Giga => string.Create(_italian, $"{bytes / (double)Mega:0.0} MB"),
        _ => string.Create(_italian, $"{bytes / (double)Giga:0.0} GB"),
    };
}
