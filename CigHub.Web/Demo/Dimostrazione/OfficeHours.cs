using CigHub.Web.Common;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// The working minutes of a period, numbered from 0 without gaps. Offices work from Monday to Friday, 8:30 to 17:30 in Rome, except on
/// holidays.
/// </summary>
internal sealed class OfficeHours
{
    public const int MinutiAlGiorno = 9 * 60;

    private static readonly TimeOnly _apertura = new(8, 30);

    private static readonly (int Mese, int Giorno)[] _feste =
        [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (6, 29), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)];

    private readonly List<DateOnly> _giorni = [];

    /// <param name="dal">The first day of the period.</param>
    /// <param name="al">The last day of the period, included.</param>
    public OfficeHours(DateOnly dal, DateOnly al)
    {
        for (var giorno = dal; giorno <= al; giorno = giorno.AddDays(1))
        {
            if (giorno.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_feste.Contains((giorno.Month, giorno.Day)))
            {
                _giorni.Add(giorno);
            }
        }
    }

    /// <summary>The number of working minutes in the period.</summary>
    public int Totale => _giorni.Count * MinutiAlGiorno;

    public DateOnly Day(int minuto) => _giorni[minuto / MinutiAlGiorno];

    /// <summary>Returns the instant, in UTC, of the working minute with the given number.</summary>
    public DateTime Utc(int minuto) => RomeTime.Moment(Day(minuto), _apertura.AddMinutes(minuto % MinutiAlGiorno));

    /// <summary>
    /// Returns the number of the first working minute on the given day, or, when that is no working day, on the next one.
    /// </summary>
    public int InizioDal(DateOnly giorno)
    {
        var indice = _giorni.BinarySearch(giorno);
        return (indice < 0 ? ~indice : indice) * MinutiAlGiorno;
    }
}
