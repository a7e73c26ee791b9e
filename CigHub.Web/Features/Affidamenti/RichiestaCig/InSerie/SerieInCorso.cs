using CigHub.Domain.Affidamenti;
using CigHub.Web.Data.Preferenze;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>The point at which one request of a series stands.</summary>
public enum EsitoInSerie
{
    /// <summary>The request has not begun, or has begun and was left.</summary>
    DaFare,

    /// <summary>The panel works on the request at this moment.</summary>
    InCorso,

    /// <summary>The CIG of the request is recorded.</summary>
    Fatto,

    /// <summary>The portal did not give a certain answer. The request waits until somebody looks in the portal's list.</summary>
    DaVerificare,

    /// <summary>The Affidamento is back in work, because it was refused, reopened or deleted. The series cannot go on with it.</summary>
    Fermo,
}

/// <summary>One request of a series.</summary>
/// <param name="Lavorato">The time that was spent on it.</param>
public sealed record SerieRow(AffidamentoInSerie Affidamento, EsitoInSerie Esito, bool Saltata, TimeSpan Lavorato);

/// <summary>A user's series as it stands: what is done, what comes next, and how fast it goes.</summary>
public sealed class SerieInCorso(IReadOnlyList<SerieRow> voci)
{
    public IReadOnlyList<SerieRow> Voci => voci;

    public int Fatte => voci.Count(v => v.Esito == EsitoInSerie.Fatto);

    public int DaFare => voci.Count(DaFareAncora);

    /// <summary>
    /// Returns the first request that is left to do, other than the one with the given id. Those that were put off come last. Null when
    /// none is left.
    /// </summary>
    public SerieRow? Next(Guid? oltre = null) =>
        voci.Where(v => v.Affidamento.Id != oltre && DaFareAncora(v)).OrderBy(v => v.Saltata).FirstOrDefault();

    /// <summary>Returns the place of an Affidamento, from 1, or 0 when it is not in the series.</summary>
    public int PostoDi(Guid affidamentoId) => voci.TakeWhile(v => v.Affidamento.Id != affidamentoId).Count() is var prima && prima < voci.Count ? prima + 1 : 0;

    /// <summary>The average time of a request that is done. Null while none is done.</summary>
    public TimeSpan? Media => Fatte == 0 ? null : TimeSpan.FromTicks(voci.Where(v => v.Esito == EsitoInSerie.Fatto).Sum(v => v.Lavorato.Ticks) / Fatte);

    /// <param name="voci">The entries as the user left them.</param>
    /// <param name="affidamenti">The Affidamenti as they stand now. One that the user may not see is not among them and is left out.</param>
    /// <param name="adesso">The present instant, UTC.</param>
    public static SerieInCorso From(IEnumerable<VoceSerie> voci, IReadOnlyDictionary<Guid, AffidamentoInSerie> affidamenti, DateTime adesso) => new(
    [
        .. from v in voci
           where affidamenti.ContainsKey(v.AffidamentoId)
           let a = affidamenti[v.AffidamentoId]
           select new SerieRow(a, EsitoDi(a.Stato, v.RipresoIl), v.Saltato, TimeSpan.FromMilliseconds(v.Millisecondi) + (adesso - (v.RipresoIl ?? adesso))),
    ]);

    private static bool DaFareAncora(SerieRow v) => v.Esito is EsitoInSerie.DaFare or EsitoInSerie.InCorso;

    private static EsitoInSerie EsitoDi(StatoAffidamento stato, DateTime? ripreso) => stato switch
    {
        StatoAffidamento.ProntoPerIlPortale or StatoAffidamento.CigInRichiesta => ripreso is null ? EsitoInSerie.DaFare : EsitoInSerie.InCorso,
        StatoAffidamento.CigAcquisito => EsitoInSerie.Fatto,
        StatoAffidamento.EsitoDaVerificare => EsitoInSerie.DaVerificare,
        _ => EsitoInSerie.Fermo,
    };
}
