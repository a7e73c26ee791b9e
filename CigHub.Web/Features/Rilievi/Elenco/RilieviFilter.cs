using System.Globalization;
using CigHub.Domain.Rilievi;
using CigHub.Web.Components.Lists;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>The choice of rilievi that a page shows, as its address contains it.</summary>
/// <remarks>Equality: by all members. The default shows all of them.</remarks>
public sealed record RilieviFilter
{
    public const string ParametroRegola = "regola", ParametroStato = "stato", ParametroConvenzione = "convenzione", ParametroEnte = "ente",
        ParametroPagina = "pagina";

    public string? Regola { get; init; }

    public StatoRilievo? Stato { get; init; }

    public Guid? ConvenzioneId { get; init; }

    public Guid? EnteId { get; init; }

    /// <summary>The number of the page, from 1.</summary>
    public int Pagina { get; init; } = 1;

    /// <summary>Says whether nothing is left out.</summary>
    public bool Vuoto => this with { Pagina = 1 } == new RilieviFilter();

    /// <summary>Reads the choice from an address. A value that cannot be read counts as absent.</summary>
    public static RilieviFilter Read(string address)
    {
        var value = ListAddress.Read(address);
        return new RilieviFilter
        {
            Regola = value(ParametroRegola) is { } regola && RegoleNote.PerNome(regola) is not null ? regola : null,
            Stato = Enum.TryParse<StatoRilievo>(value(ParametroStato), ignoreCase: true, out var stato) && Enum.IsDefined(stato) ? stato : null,
            ConvenzioneId = Guid.TryParse(value(ParametroConvenzione), out var convenzione) ? convenzione : null,
            EnteId = Guid.TryParse(value(ParametroEnte), out var ente) ? ente : null,
            Pagina = int.TryParse(value(ParametroPagina), NumberStyles.None, CultureInfo.InvariantCulture, out var pagina) && pagina > 0 ? pagina : 1,
        };
    }

    /// <summary>Returns the address of a page with this choice.</summary>
    public string Address(string path) => ListAddress.Write(path, new Dictionary<string, string?>
    {
        [ParametroRegola] = Regola,
        [ParametroStato] = Stato?.ToString(),
        [ParametroConvenzione] = ConvenzioneId?.ToString(),
        [ParametroEnte] = EnteId?.ToString(),
        [ParametroPagina] = Pagina == 1 ? null : Pagina.ToString(CultureInfo.InvariantCulture),
    });
}
