using System.Globalization;

namespace CigHub.Web;

/// <summary>A setting with which the program does not start. The message is one Italian text: which setting, and what it must be.</summary>
public sealed class SettingRefusedException(string message) : InvalidOperationException(message);

/// <summary>Reads settings. A blank one has its default; one that is not what it must be is refused by its name.</summary>
internal static class SettingReader
{
    /// <exception cref="SettingRefusedException">It is neither <c>true</c> nor <c>false</c>.</exception>
    public static bool ReadFlag(this IConfiguration configuration, string key, bool otherwise = false)
    {
        var text = configuration[key];
        return string.IsNullOrWhiteSpace(text) ? otherwise
            : bool.TryParse(text, out var flag) ? flag
            : throw Refused(key, text, "scrivi true o false");
    }

    /// <param name="unit">Part of the refusal, as « di minuti»; empty for a mere number.</param>
    /// <exception cref="SettingRefusedException">It is no whole number within the range, both ends included.</exception>
    public static int ReadNumber(this IConfiguration configuration, string key, int otherwise, int min, int max, string unit = "")
    {
        var text = configuration[key];
        return string.IsNullOrWhiteSpace(text) ? otherwise
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
            : throw Refused(key, text, $"deve essere un numero intero{unit} tra {min} e {max}");
    }

    /// <param name="mustBe">What it must be, as the end of a sentence.</param>
    public static SettingRefusedException Refused(string key, string? value, string mustBe) =>
        new($"L'impostazione «{key}» vale «{value}»: {mustBe}. CigHub non parte. Vedi docs/operations.md.");
}
