using CigHub.Domain.Affidamenti;
using CigHub.Web.Data.Preferenze;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>The progress of one request in a serie di richieste.</summary>
public enum EsitoInSerie
{
    /// <summary>The request has not begun, or it began and the panel has left it.</summary>
    DaFare,

    /// <summary>The panel shows the request now.</summary>
    InCorso,

    /// <summary>The CIG of the request is recorded.</summary>
    Fatto,

    /// <summary>The portal gave an error or no answer. The request waits until the RUP has looked in the elenco del portale.</summary>
    DaVerificare,

    /// <summary>
    /// The Affidamento is no longer ready, for example because it was refused, taken back to work or deleted. The series skips it.
    /// </summary>
    Fermo,
}

/// <summary>One request of a serie di richieste.</summary>
public sealed record SerieRow(AffidamentoInSerie Affidamento, EsitoInSerie Esito, bool Saltata);

/// <summary>A user's serie di richieste as it stands: the requests that are done and the next one.</summary>
public sealed class SerieInCorso(IReadOnlyList<SerieRow> voci)
{
    public IReadOnlyList<SerieRow> Voci => voci;

    public int Fatte => voci.Count(v => v.Esito == EsitoInSerie.Fatto);

    public int DaFare => voci.Count(DaFareAncora);

    /// <summary>
    /// Returns the next request to make, other than the one of the Affidamento <paramref name="oltre"/>. Requests that the user put off
    /// come last. Returns null when none is left.
    /// </summary>
    public SerieRow? Next(Guid? oltre = null) =>
        voci.Where(v => v.Affidamento.Id != oltre && DaFareAncora(v)).OrderBy(v => v.Saltata).FirstOrDefault();

    /// <summary>Returns the position of an Affidamento in the series, from 1. Returns 0 when it is not in the series.</summary>
    public int PostoDi(Guid affidamentoId) => voci.TakeWhile(v => v.Affidamento.Id != affidamentoId).Count() is var prima && prima < voci.Count ? prima + 1 : 0;

    /// <param name="voci">The entries as the user left them.</param>
    /// <param name="affidamenti">The Affidamenti as they stand now. One that the user may not see is not among them and is left
    /// out.</param>
    public static SerieInCorso From(IEnumerable<VoceSerie> voci, IReadOnlyDictionary<Guid, AffidamentoInSerie> affidamenti) => new(
    [
        .. from v in voci
           where affidamenti.ContainsKey(v.AffidamentoId)
           let a = affidamenti[v.AffidamentoId]
           select new SerieRow(a, EsitoDi(a.Stato, v.RipresoIl), v.Saltato),
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
