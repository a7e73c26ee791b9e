using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Web.Components.Display;

/// <summary>One point of a burn-down: the massimale and what was left of it at the end of a day.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="SenzaInCorso">What would be left if nothing were in corso di adesione.</param>
public sealed record BurnDownPoint(DateOnly Giorno, Importo Massimale, Importo Residuo, Importo SenzaInCorso);

/// <summary>The expected end of a burn-down: the middle date and its band. A null date means that the line does not reach zero.</summary>
/// <remarks>Equality: by all members.</remarks>
public sealed record BurnDownForecast(DateOnly? Prima, DateOnly? Media, DateOnly? Ultima);

/// <summary>Computes the places of a burn-down's lines in a drawing of <see cref="Width"/> by <see cref="Height"/> units.</summary>
/// <remarks>Every line is drawn as steps, because an amount stays the same between two points.</remarks>
public sealed class BurnDownDrawing
{
    public const int Width = 440, Height = 230;

    private const int Left = 8, Right = 432, Top = 22, Bottom = 200;

    /// <summary>The days after the end of the adhesions that the drawing shows at most.</summary>
    private const int DaysAfterEnd = 120;

    private readonly IReadOnlyList<BurnDownPoint> _points;
    private readonly BurnDownForecast? _forecast;
    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly long _highest;
    private readonly long _lowest;

    public BurnDownDrawing(IReadOnlyList<BurnDownPoint> points, BurnDownForecast? forecast, DateOnly today, DateOnly end)
    {
        (_points, _forecast, Today, End) = (points, forecast, today, end);
        _first = points[0].Giorno < end ? points[0].Giorno : end.AddDays(-1);
        var latest = today > end ? today : end;
        var wished = forecast?.Ultima ?? forecast?.Media ?? latest;
        _last = wished > latest ? (wished < latest.AddDays(DaysAfterEnd) ? wished : latest.AddDays(DaysAfterEnd)) : latest;
        _highest = Math.Max(1, points.Max(p => Math.Max(p.Massimale.Centesimi, p.SenzaInCorso.Centesimi)));
        _lowest = Math.Min(0, points.Min(p => p.Residuo.Centesimi));
    }

    public DateOnly Today { get; }

    public DateOnly End { get; }

    public string Massimale => Steps(p => p.Massimale);

    public string Residuo => Steps(p => p.Residuo);

    public string SenzaInCorso => Steps(p => p.SenzaInCorso);

    /// <summary>The dotted line from today's residuo to the expected exhaustion. Null when there is no forecast.</summary>
    public string? Projection => _forecast?.Media is { } media ? $"M{Now} L{To(media)}" : null;

    /// <summary>The area between the faster and the slower average. Null when there is no band.</summary>
    public string? Band => _forecast is { Prima: { } prima, Media: not null }
        ? $"M{Now} L{To(prima)} L{(_forecast.Ultima is { } ultima ? To(ultima) : $"{AcrossOf(_last)} {HeightOf(_points[^1].Residuo.Centesimi)}")} Z"
        : null;

    public string Zero => $"M{Left} {HeightOf(0)} L{Right} {HeightOf(0)}";

    public string TodayX => AcrossOf(Today);

    public string EndX => AcrossOf(End);

    public static string TopY => Number(Top);

    public static string BottomY => Number(Bottom);

    /// <summary>The first days of the years in the drawing, with their places.</summary>
    public IEnumerable<(string X, int Year)> Years =>
        from year in Enumerable.Range(_first.Year, _last.Year - _first.Year + 1)
        let day = new DateOnly(year, 1, 1)
        where day >= _first && day <= _last
        select (AcrossOf(day), year);

    private string Now => $"{AcrossOf(Today)} {HeightOf(_points[^1].Residuo.Centesimi)}";

    /// <summary>Returns the place at which a line from today's residuo to zero on a day ends: on the zero line, or at the drawing's edge.</summary>
    private string To(DateOnly zero)
    {
        if (zero <= _last)
        {
            return $"{AcrossOf(zero)} {HeightOf(0)}";
        }

        var whole = Math.Max(1, zero.DayNumber - Today.DayNumber);
        var part = (decimal)(_last.DayNumber - Today.DayNumber) / whole;
        return $"{AcrossOf(_last)} {HeightOf((long)(_points[^1].Residuo.Centesimi * (1 - part)))}";
    }

    private string Steps(Func<BurnDownPoint, Importo> amount)
    {
        var path = $"M{AcrossOf(_points[0].Giorno)} {HeightOf(amount(_points[0]).Centesimi)}";
        foreach (var point in _points.Skip(1))
        {
            path += $" H{AcrossOf(point.Giorno)} V{HeightOf(amount(point).Centesimi)}";
        }

        return path;
    }

    private string AcrossOf(DateOnly day)
    {
        var span = Math.Max(1, _last.DayNumber - _first.DayNumber);
        return Number(Left + ((Right - Left) * (decimal)Math.Clamp(day.DayNumber - _first.DayNumber, 0, span) / span));
    }

    private string HeightOf(long cents) => Number(Bottom - ((Bottom - Top) * (decimal)(cents - _lowest) / (_highest - _lowest)));

    private static string Number(decimal place) => decimal.Round(place, 1).ToString(CultureInfo.InvariantCulture);
}
