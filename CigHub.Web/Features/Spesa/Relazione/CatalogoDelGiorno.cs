using System.Text.Json;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>
/// The catalogue of Convenzioni and Lotti as it was at the end of a day: windows, closings, thresholds and suppliers. A Convenzione that was
/// prolonged or closed later has the last day that was known then.
/// </summary>
public sealed class CatalogoDelGiorno(ValoriDelGiorno valori)
{
    public DateOnly AdesioniDal(Guid convenzioneId, DateOnly oggi) => valori.Day(Oggetti.Convenzione, convenzioneId, "AdesioniDal", oggi);

    /// <summary>Returns the last day on which an Ente could adhere to a Lotto, as it was known then.</summary>
    public DateOnly UltimoGiorno(Guid convenzioneId, Guid lottoId, DateOnly adesioniAl, DateOnly? chiusaDal, DateOnly? chiusoDal) => Convenzione.UltimoGiorno(
        valori.Day(Oggetti.Convenzione, convenzioneId, "AdesioniAl", adesioniAl),
        valori.DayIfAny(Oggetti.Convenzione, convenzioneId, "ChiusaDal", chiusaDal),
        valori.DayIfAny(Oggetti.Lotto, lottoId, "ChiusoDal", chiusoDal));

    /// <summary>Returns the suppliers that a Lotto had, with their names.</summary>
    public IReadOnlyList<Fornitore> Fornitori(Guid lottoId, IReadOnlyList<Fornitore> oggi) =>
        valori.Json(Oggetti.Lotto, lottoId, "Fornitori").Deserialize<List<Fornitore>>(CodeJson.Options) ?? oggi;

    /// <summary>Returns the thresholds of forecasts and alerts of a Convenzione.</summary>
    public SoglieSpesa Soglie(Guid convenzioneId, SoglieScelte oggi)
    {
        int? Value(string nome, int? valore) => valori.Number(Oggetti.Convenzione, convenzioneId, $"Soglie.{nome}", valore);
        return new SoglieScelte(
            Value(nameof(SoglieScelte.MesiPerLaGara), oggi.MesiPerLaGara), Value(nameof(SoglieScelte.ResiduoBasso), oggi.ResiduoBasso),
            Value(nameof(SoglieScelte.ResiduoMedio), oggi.ResiduoMedio), Value(nameof(SoglieScelte.ResiduoMinimo), oggi.ResiduoMinimo),
            Value(nameof(SoglieScelte.GiorniBloccata), oggi.GiorniBloccata), Value(nameof(SoglieScelte.GiorniBloccataLunga), oggi.GiorniBloccataLunga),
            Value(nameof(SoglieScelte.GiorniComunicazione), oggi.GiorniComunicazione)).Valori;
    }
}
