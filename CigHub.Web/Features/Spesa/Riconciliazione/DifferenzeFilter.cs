using System.Globalization;
using CigHub.Domain.OpenData;
using CigHub.Web.Components.Lists;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The choice of differences that the page shows, as its address contains it.</summary>
/// <remarks>Equality: by all members. The default shows those that nobody has explained or counted.</remarks>
public sealed record DifferenzeFilter
{
    public const string ParametroTipo = "tipo", ParametroSpiegate = "spiegate", ParametroContate = "contate", ParametroPagina = "pagina";

    public TipoDifferenza? Tipo { get; init; }

    /// <summary>Says whether those that somebody has explained are shown, in the place of the others.</summary>
    public bool Spiegate { get; init; }

    /// <summary>Says whether those that the Soggetto Aggregatore's communications count are shown, in the place of the others.</summary>
    public bool Contate { get; init; }

    /// <summary>The number of the page, from 1.</summary>
    public int Pagina { get; init; } = 1;

    /// <summary>Reads the choice from an address. A value that cannot be read counts as absent.</summary>
    public static DifferenzeFilter Read(string address)
    {
        var value = ListAddress.Read(address);
        return new DifferenzeFilter
        {
            Tipo = Enum.TryParse<TipoDifferenza>(value(ParametroTipo), ignoreCase: true, out var tipo) && Enum.IsDefined(tipo) ? tipo : null,
            Spiegate = value(ParametroSpiegate) == "si",
            Contate = value(ParametroContate) == "si",
            Pagina = int.TryParse(value(ParametroPagina), NumberStyles.None, CultureInfo.InvariantCulture, out var pagina) && pagina > 0 ? pagina : 1,
        };
    }

    /// <summary>Returns the address of a page with this choice.</summary>
    public string Address(string path) => ListAddress.Write(path, new Dictionary<string, string?>
    {
        [ParametroTipo] = Tipo?.ToString(),
        [ParametroSpiegate] = Spiegate ? "si" : null,
        [ParametroContate] = Contate ? "si" : null,
        [ParametroPagina] = Pagina == 1 ? null : Pagina.ToString(CultureInfo.InvariantCulture),
    });
}
