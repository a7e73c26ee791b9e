using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>
/// The one place that decides which CIG CigHub takes as a CIG Derivato: one of the palestra is refused (<c>cig.di-palestra</c>) outside the
/// demonstration. Wherever a CIG Derivato comes in, it is read here.
/// </summary>
public sealed class CigDerivatiAmmessi(IConfiguration configurazione, IHostEnvironment ambiente)
{
    /// <summary>The demonstration, and nobody's real identity: where the palestra could be on, whether it is or not.</summary>
    private readonly bool _dimostrazione = ambiente.IsDevelopment() && configurazione.ReadFlag(DataSetup.SettingDimostrazione);

    /// <summary>Reads a CIG as it was typed; says why when it is none, or none that may be taken.</summary>
    public Result<Cig> Leggi(string? testo)
    {
        var letto = Cig.Leggi(testo);
        return letto.TryGet(out var cig) && !Ammette(cig) ? CigDiPalestra.Rifiuto : letto;
    }

    public bool Ammette(Cig cig) => _dimostrazione || !CigDiPalestra.Contiene(cig);
}
