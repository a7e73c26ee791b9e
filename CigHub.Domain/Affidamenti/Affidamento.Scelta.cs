using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>The reason for the choice among the several suppliers of a Lotto, as the user gives it.</summary>
/// <remarks>Equality: by members.</remarks>
public sealed record SceltaFornitore(CriterioFornitore? Criterio, string? Motivo)
{
    /// <summary>Says whether the user has given neither a criterion nor a reason, so that both are still to be asked.</summary>
    public bool Vuota => Criterio is null && string.IsNullOrWhiteSpace(Motivo);
}

/// <content>The reason for the choice of the supplier, where the Lotto has several.</content>
public sealed partial class Affidamento
{
    /// <summary>
    /// The criterion by which the supplier was chosen. Null while nobody has given it, and on a Lotto with one supplier.
    /// </summary>
    public CriterioFornitore? CriterioScelta { get; private set; }

    /// <summary>The reason for the choice of the supplier, in the user's words. Null as long as there is no criterion.</summary>
    public string? MotivoScelta { get; private set; }

    /// <summary>
    /// Records why this supplier was chosen among those of the Lotto. A draft on such a Lotto cannot be declared ready without it.
    /// </summary>
    public Result MotivaScelta(Lotto lotto, SceltaFornitore scelta, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.ModificaBozza) is { } no)
        {
            return no;
        }

        if (!lotto.HaPiuAggiudicatari)
        {
            return new Error("scelta.non-necessaria", "Questo Lotto ha un solo aggiudicatario: non c'è una scelta da motivare. Ricarica la pagina.");
        }

        var errori = new List<Error>();
        if (scelta.Criterio is null)
        {
            errori.Add(new Error("scelta.criterio-mancante", "Scegli il criterio con cui è stato scelto il fornitore.", nameof(CriterioScelta)));
        }

        if (string.IsNullOrWhiteSpace(scelta.Motivo))
        {
            errori.Add(new Error("scelta.motivo-mancante", "Scrivi perché, con quel criterio, il fornitore è questo.", nameof(MotivoScelta)));
        }

        if (errori.Count > 0)
        {
            return Result.Refused(errori);
        }

        (CriterioScelta, MotivoScelta, ModificatoIl) = (scelta.Criterio, scelta.Motivo!.Trim(), utc);
        return Result.Ok;
    }

    /// <summary>Returns what the checks find in the draft, with the Affidamento's own reason for the choice of the supplier.</summary>
    private IReadOnlyList<Segnalazione> Controllata(ContestoControlli contesto) =>
        ControlliAffidamento.Segnalazioni(Bozza, contesto with { CriterioScelta = CriterioScelta });
}
