using System.Globalization;
using System.Net;
using System.Text;

namespace CigHub.Bench;

/// <summary>
/// Draws the slowest lines of the table as an SVG: for each a light bar for the smallest office and a dark one for the largest, on a
/// logarithmic scale.
/// </summary>
internal static class GrowthPicture
{
    private const int Most = 20, RowHeight = 22, Left = 330, Width = 900, Top = 44;

    /// <summary>The ends of the scale in milliseconds, as powers of ten: a tenth of a millisecond and ten seconds.</summary>
    private const int LowestPower = -1, HighestPower = 4;

    /// <param name="lines">The names with the p95 in the smallest and in the largest office, the slowest first.</param>
    public static string Draw(string caption, IReadOnlyList<(string Name, double Small, double Large)> lines)
    {
        var shown = lines.Take(Most).ToList();
        var height = Top + (shown.Count * RowHeight) + 10;
        var svg = new StringBuilder();
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Add($"<rect width=\"{Width}\" height=\"{height}\" fill=\"white\"/><text x=\"8\" y=\"18\" font-weight=\"bold\">{WebUtility.HtmlEncode(caption)}</text>");
        for (var power = LowestPower; power <= HighestPower; power++)
        {
            var x = At(Math.Pow(10, power));
            Add($"<path d=\"M{x:0} {Top - 6}V{height}\" stroke=\"#cccccc\"/>");
            Add($"<text x=\"{x:0}\" y=\"{Top - 10}\" text-anchor=\"middle\">{Math.Pow(10, power)} ms</text>");
        }

        for (var i = 0; i < shown.Count; i++)
        {
            var (name, small, large) = shown[i];
            var y = Top + (i * RowHeight);
            Add($"<text x=\"{Left - 8}\" y=\"{y + 13}\" text-anchor=\"end\">{WebUtility.HtmlEncode(name)}</text>");
            Add($"<rect x=\"{Left}\" y=\"{y}\" width=\"{At(large) - Left:0}\" height=\"9\" fill=\"#0066cc\"/>");
            Add($"<rect x=\"{Left}\" y=\"{y + 9}\" width=\"{At(small) - Left:0}\" height=\"7\" fill=\"#9ec5ea\"/>");
        }

        Add($"</svg>");
        return svg.ToString();

        void Add(FormattableString text) => svg.AppendLine(text.ToString(CultureInfo.InvariantCulture));
    }

    private static double At(double milliseconds)
    {
        var part = (Math.Log10(Math.Max(milliseconds, Math.Pow(10, LowestPower))) - LowestPower) / (HighestPower - LowestPower);
        return Left + (Math.Min(part, 1) * (Width - Left - 40));
    }
}
