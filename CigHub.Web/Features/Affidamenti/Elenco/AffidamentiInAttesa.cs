using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// Gives, for each <see cref="Attesa"/>, the condition in SQL that finds its Affidamenti. The worklist counts by it and the list filters by
/// it, so that both give the same number. A condition on another table starts from that table's few open rows.
/// </summary>
public sealed class AffidamentiInAttesa(
    CigHubDbContext db, IOptions<PromemoriaSettings> promemoria, IOptions<RichiestaSettings> richieste, IOptions<AppaltiSettings> appalti,
    TimeProvider clock)
{
    /// <summary>The number of days before the end of a conferma di capienza from which the worklist shows it.</summary>
    public const int GiorniDiPreavviso = 15;

    /// <summary>The number of days before the due day from which the worklist shows a missing order or publication.</summary>
    public const int GiorniPrima = 3;

    /// <summary>The number of days after the end of a conferma di capienza during which the worklist shows that it ended without a request.</summary>
    public const int GiorniDopoLaFine = 30;

    /// <summary>Keeps the Affidamenti of which a person is the RUP or the author.</summary>
    public static IQueryable<Affidamento> Of(IQueryable<Affidamento> tra, Guid persona) => tra.Where(a => a.RupId == persona || a.AutoreId == persona);

    /// <summary>Keeps the Affidamenti that somebody has to look at for one reason.</summary>
    /// <param name="attesa">The reason.</param>
    /// <param name="tra">The Affidamenti to choose from.</param>
    /// <param name="persona">The user who looks at them.</param>
    public IQueryable<Affidamento> For(Attesa attesa, IQueryable<Affidamento> tra, Guid persona) => attesa switch
    {
        Attesa.EsitoDaVerificare => tra.Where(a => a.Stato == StatoAffidamento.EsitoDaVerificare),
        Attesa.CigDaAnnullare => tra.AmongFew(db.CigInPiu.Where(c => c.AnnullatoIl == null).Select(c => c.AffidamentoId)),
        Attesa.SchedaInScadenza => InScadenza(tra),
        Attesa.InRichiesta => tra.Where(a => a.Stato == StatoAffidamento.CigInRichiesta),
        Attesa.Rifiutato => tra.Where(a => a.Stato == StatoAffidamento.InLavorazione && a.Ritorno != MotivoRitorno.Nessuno),
        Attesa.Pronto => tra.Where(a => a.Stato == StatoAffidamento.ProntoPerIlPortale),
        Attesa.InApprovazione => tra.Where(a => a.Stato == StatoAffidamento.InApprovazione),
        Attesa.InLavorazione => tra.Where(a => a.Stato == StatoAffidamento.InLavorazione && a.Ritorno == MotivoRitorno.Nessuno),
        Attesa.Acquisito => tra.Where(a => a.Stato == StatoAffidamento.CigAcquisito),
        Attesa.OperazioneInCorso => tra.AmongFew(db.Operazioni.Where(o => o.Stato == StatoOperazione.Avviata).Select(o => o.AffidamentoId)),
        Attesa.ConfermaInScadenza => ConConfermaDaChiedere(tra),
        Attesa.DopoIlCig => SenzaProva(tra),
        Attesa.SulPortale => SulPortale(tra),
        Attesa.SenzaEsito => SenzaEsito(tra),
        Attesa.DaApprovare => tra.ApprovabiliDa(db, persona),
        _ => throw new ArgumentOutOfRangeException(nameof(attesa), attesa, null),
    };

    private static IQueryable<Affidamento> SulPortale(IQueryable<Affidamento> tra) =>
        tra.Where(a => a.Stato == StatoAffidamento.CigInRichiesta || a.Stato == StatoAffidamento.EsitoDaVerificare);

    /// <summary>
    /// Keeps the Affidamenti with a scheda that has waited on the portal for as many days as the settings say, as
    /// <see cref="Affidamento.Scadenza"/> does.
    /// </summary>
    private IQueryable<Affidamento> InScadenza(IQueryable<Affidamento> tra)
    {
        var dopo = RomeTime.StartOf(clock.Today().AddDays(1 - appalti.Value.GiorniPrimaDellAvviso));
        return SulPortale(tra).Where(a => (a.SchedaDal ?? a.RichiestoIl) < dopo);
    }

    private IQueryable<Affidamento> SenzaEsito(IQueryable<Affidamento> tra)
    {
        var limite = clock.GetUtcNow().UtcDateTime.AddDays(-richieste.Value.GiorniSenzaEsito);
        return SulPortale(tra).Where(a => a.RichiestoIl <= limite);
    }

    /// <summary>
    /// Keeps the Affidamenti before the request of a CIG whose conferma di capienza ends soon or has lately ended, because a new one has to be
    /// asked for. After the request it is no longer needed.
    /// </summary>
    private IQueryable<Affidamento> ConConfermaDaChiedere(IQueryable<Affidamento> tra)
    {
        var (dal, al) = (clock.Today().AddDays(-GiorniDopoLaFine), clock.Today().AddDays(GiorniDiPreavviso));
        var conferme = db.Affidamenti.IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(a =>
            (a.StatoConferma == StatoConferma.InVigore && a.ConfermaFinoAl <= al)
            || (a.StatoConferma == StatoConferma.Terminata && a.ConfermaFinoAl >= dal));
        return tra.Where(a =>
            a.Stato == StatoAffidamento.InLavorazione || a.Stato == StatoAffidamento.InApprovazione || a.Stato == StatoAffidamento.ProntoPerIlPortale)
            .AmongFew(conferme.Select(a => a.Id));
    }

    /// <summary>
    /// Keeps the Affidamenti with a CIG whose order or publication is not proved by an act of the fascicolo, from <see cref="GiorniPrima"/>
    /// days before the due day. Leaves out adesioni pregresse, and those whose CIG came more than two months ago, because they are no work
    /// of today.
    /// </summary>
    private IQueryable<Affidamento> SenzaProva(IQueryable<Affidamento> tra)
    {
        var (oggi, giorni) = (clock.Today(), promemoria.Value.Giorni);
        var (daOrdinare, daPubblicare) = (Prima(giorni.Ordine), Prima(giorni.Pubblicazione));
        var vecchi = RomeTime.StartOf(oggi.AddMonths(-2));
        return tra.Where(a => a.Stato == StatoAffidamento.CigAcquisito && !a.Pregresso && a.AcquisitoIl >= vecchi
            && ((a.AcquisitoIl < daOrdinare && !a.HaOrdinativo) || (a.AcquisitoIl < daPubblicare && !a.HaPubblicazione)));

        DateTime Prima(int entro) => RomeTime.StartOf(oggi.AddDays(GiorniPrima - entro + 1));
    }
}
