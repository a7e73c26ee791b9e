using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>
/// The one place that decides which CIG CigHub takes as a CIG Derivato: one of the palestra is refused (<c>cig.di-palestra</c>) unless the options
/// name its prefix. Wherever a CIG Derivato comes in, it is read here.
/// </summary>
public sealed class CigDerivatiAmmessi(IOptions<CigDerivatiOptions> options)
{
    /// <summary>Reads a CIG as it was typed; says why when it is none, or none that may be taken.</summary>
    public Result<Cig> Leggi(string? testo)
    {
        var letto = Cig.Leggi(testo);
        return letto.TryGet(out var cig) && !Ammette(cig) ? CigDiPalestra.Rifiuto : letto;
    }

    public bool Ammette(Cig cig) => !CigDiPalestra.Contiene(cig)
        || (options.Value.PrefissoPerEsercitarsi is { } prefisso && cig.Valore.StartsWith(prefisso, StringComparison.Ordinal));
}
