using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>A person who is, was or may become the RUP of an Affidamento.</summary>
/// <param name="CodiceFiscale">The codice fiscale, which the portal asks for beside the name. Empty when it is not known.</param>
public sealed record RupInGioco(Guid Id, string Nome, string CodiceFiscale);

/// <summary>
/// The data of the page «Dopo il CIG»: an Affidamento with its operations and acts, the Lotto with its Capienza, the things to do, and the
/// people who may take over as RUP.
/// </summary>
/// <param name="RupDellEnte">The people who hold the role of RUP at the Ente today.</param>
/// <param name="Promemoria">The things to do after the CIG. Empty while there is no CIG.</param>
/// <param name="Nominati">The Affidamento's RUP and the people named in its operations, where they no longer hold that role.</param>
public sealed record DopoIlCigDetails(
    Affidamento Affidamento, Lotto Lotto, Capienza Capienza, string Ente, string CodiceAusa, IReadOnlyList<RupInGioco> RupDellEnte,
    IReadOnlyList<RupInGioco> Nominati, IReadOnlyList<Promemoria> Promemoria)
{
    /// <summary>The steps of the percorso of this Affidamento, of which the operations have theirs.</summary>
    public IReadOnlyList<PassoPortale> Percorso { get; init; } = [];

    public string Rup => Name(Affidamento.RupId);

    public IReadOnlyList<OperazionePortale> InCorso => [.. Affidamento.Operazioni.Where(o => o.Aperta).OrderBy(o => o.AvviataIl)];

    public IReadOnlyList<OperazionePortale> Chiuse => [.. Affidamento.Operazioni.Where(o => !o.Aperta).OrderByDescending(o => o.ChiusaIl)];

    /// <summary>The adhesions whose CIG was given and not annulled, in the order of the scheda.</summary>
    public IReadOnlyList<Aggiudicazione> Acquisite =>
        [.. Affidamento.Aggiudicazioni.Where(a => a.Stato == StatoAggiudicazione.Acquisita).OrderBy(a => a.Indice)];

    /// <summary>The adhesions whose ANN the portal has accepted, in the order of the scheda.</summary>
    public IReadOnlyList<Aggiudicazione> Annullate =>
        [.. Affidamento.Aggiudicazioni.Where(a => a.Stato == StatoAggiudicazione.Annullata).OrderBy(a => a.Indice)];

    public RupInGioco? Persona(Guid? id) => RupDellEnte.Concat(Nominati).FirstOrDefault(p => p.Id == id);

    public string Name(Guid? id) => Persona(id)?.Nome ?? "";
}

/// <summary>
/// Reads the data of the page «Dopo il CIG» for one Affidamento. Returns null when it does not exist or belongs to another Ente.
/// </summary>
public sealed class DettaglioDopoIlCig(CigHubDbContext db, IOptions<PromemoriaSettings> promemoria, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<DopoIlCigDetails?> Run(Guid id, CancellationToken ct = default)
    {
        var affidamento = await db.Affidamenti.AsNoTracking().Include(a => a.Atti).Include(a => a.CigInPiu).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (affidamento is null)
        {
            return null;
        }

        var rup = await db.RupDellEnte(affidamento.EnteId, clock.Today()).AsNoTracking().OrderBy(p => p.Cognome).ThenBy(p => p.Nome).ToListAsync(ct);
        var altri = affidamento.Operazioni.SelectMany(o => new[] { o.Dati.RupPrecedenteId, o.Dati.NuovoRupId }).Append(affidamento.RupId)
            .OfType<Guid>().Except(rup.Select(p => p.Id)).ToList();
        var nominati = await db.Persone.AsNoTracking().Where(p => altri.Contains(p.Id)).ToListAsync(ct);
        var ente = await db.Enti.AsNoTracking().SingleAsync(e => e.Id == affidamento.EnteId, ct);
        return new DopoIlCigDetails(
            affidamento,
            await db.Lotti.AsNoTracking().SingleAsync(l => l.Id == affidamento.LottoId, ct),
            await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == affidamento.LottoId, ct),
            ente.Denominazione,
            ente.CodiceAusa,
            [.. rup.Select(InGioco)],
            [.. nominati.Select(InGioco)],
            await Promemoria(affidamento, ct))
        {
            Percorso = affidamento.Operazioni.Any(o => o.Aperta) ? await db.PercorsoDi(affidamento, ct) : [],
        };
    }

    private async Task<IReadOnlyList<Promemoria>> Promemoria(Affidamento affidamento, CancellationToken ct)
    {
        var acquisite = affidamento.Aggiudicazioni.Where(a => a.Stato == StatoAggiudicazione.Acquisita).Select(a => a.Id).ToList();
        if (acquisite.Count == 0)
        {
            return [];
        }

        var quando = await db.Movimenti.Where(m => m.Tipo == TipoMovimento.Adesione && acquisite.Contains(m.AggiudicazioneId!.Value))
            .OrderByDescending(m => m.Utc).Select(m => (DateTime?)m.Utc).FirstOrDefaultAsync(ct);
        return Domain.Affidamenti.Promemoria.PerAffidamento(
            affidamento, quando is { } utc ? RomeTime.DayInRome(utc) : null, quando, promemoria.Value.Giorni);
    }

    private static RupInGioco InGioco(Domain.Persone.Persona p) => new(p.Id, p.NomeCompleto, p.CodiceFiscale?.Valore ?? "");
}
