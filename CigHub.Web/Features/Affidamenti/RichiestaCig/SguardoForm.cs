using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The form of a look into the portal's list after an error: day, hour and the row that was found.</summary>
public sealed class SguardoForm
{
    private static readonly string[] _ore = ["H':'mm", "HH':'mm", "H'.'mm", "HH'.'mm"];

    public string? Giorno { get; set; }

    public string? Ora { get; set; }

    public string? Trovato { get; set; }

    /// <summary>Returns the form as it is filled in for a person who has looked at the given instant (UTC) and found this.</summary>
    public static SguardoForm With(DateTime utc, TrovatoInElenco trovato) =>
        new() { Giorno = RomeTime.Text(RomeTime.DayInRome(utc)), Ora = RomeTime.Time(utc), Trovato = trovato.ToString() };

    public Result<SguardoInElenco> Read()
    {
        var reader = new FormReader();
        var giorno = reader.Date(nameof(Giorno), Giorno);
        if (!TimeOnly.TryParseExact((Ora ?? "").Trim(), _ore, CultureInfo.InvariantCulture, DateTimeStyles.None, out var ora))
        {
            reader.Report(new Error("ora.formato", "Scrivi l'ora in cui hai guardato, per esempio 10:35.", nameof(Ora)));
        }

        var trovato = reader.Choice<TrovatoInElenco>(nameof(Trovato), Trovato, "Di' che cosa hai trovato nell'elenco del portale.");
        return reader.Outcome(() => new SguardoInElenco(RomeTime.Moment(giorno, ora), trovato));
    }
}
