using CigHub.Domain.Affidamenti;
using CigHub.Web.Data.Preferenze;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>Where one request of a series stands.</summary>
public enum EsitoInSerie
{
    /// <summary>Not begun, or begun and left.</summary>
    DaFare,

    /// <summary>On the portal at this moment.</summary>
    InCorso,

    /// <summary>Its CIG is recorded.</summary>
    Fatto,

    /// <summary>The portal did not give a certain answer: it waits for somebody to look in the portal's list.</summary>
    DaVerificare,

    /// <summary>Back in work: refused, reopened, deleted. The series cannot go on with it.</summary>
    Fermo,
}

/// <summary>One request of a series.</summary>
/// <param name="Lavorato">How long it has been worked on.</param>
public sealed record VoceInSerie(AffidamentoInSerie Affidamento, EsitoInSerie Esito, bool Saltata, TimeSpan Lavorato);

/// <summary>A person's series as it stands: what is done, what comes next, how fast it goes.</summary>
public sealed class SerieInCorso(IReadOnlyList<VoceInSerie> voci)
{
    public IReadOnlyList<VoceInSerie> Voci => voci;

    public int Fatte => voci.Count(v => v.Esito == EsitoInSerie.Fatto);

    public int DaFare => voci.Count(DaFareAncora);

    /// <summary>From the first, those put off last.</summary>
    public VoceInSerie? Prossima(Guid? oltre = null) =>
        voci.Where(v => v.Affidamento.Id != oltre && DaFareAncora(v)).OrderBy(v => v.Saltata).FirstOrDefault();

    /// <summary>Its place, from 1; 0 when it is not in the series.</summary>
    public int PostoDi(Guid affidamentoId) => voci.TakeWhile(v => v.Affidamento.Id != affidamentoId).Count() is var prima && prima < voci.Count ? prima + 1 : 0;

    /// <summary>Time of one that is done, on average; null while none is.</summary>
    public TimeSpan? Media => Fatte == 0 ? null : TimeSpan.FromTicks(voci.Where(v => v.Esito == EsitoInSerie.Fatto).Sum(v => v.Lavorato.Ticks) / Fatte);

    /// <param name="voci">As the person left them.</param>
    /// <param name="affidamenti">As they stand now; what she may not see is left out.</param>
    /// <param name="adesso">Now.</param>
    public static SerieInCorso Da(IEnumerable<VoceSerie> voci, IReadOnlyDictionary<Guid, AffidamentoInSerie> affidamenti, DateTime adesso) => new(
    [
        .. from v in voci
           where affidamenti.ContainsKey(v.AffidamentoId)
           let a = affidamenti[v.AffidamentoId]
           select new VoceInSerie(a, EsitoDi(a.Stato, v.RipresoIl), v.Saltato, TimeSpan.FromMilliseconds(v.Millisecondi) + (adesso - (v.RipresoIl ?? adesso))),
    ]);

    private static bool DaFareAncora(VoceInSerie v) => v.Esito is EsitoInSerie.DaFare or EsitoInSerie.InCorso;

    private static EsitoInSerie EsitoDi(StatoAffidamento stato, DateTime? ripreso) => stato switch
    {
        StatoAffidamento.ProntoPerIlPortale or StatoAffidamento.CigInRichiesta => ripreso is null ? EsitoInSerie.DaFare : EsitoInSerie.InCorso,
        StatoAffidamento.CigAcquisito => EsitoInSerie.Fatto,
        StatoAffidamento.EsitoDaVerificare => EsitoInSerie.DaVerificare,
        _ => EsitoInSerie.Fermo,
    };
}
