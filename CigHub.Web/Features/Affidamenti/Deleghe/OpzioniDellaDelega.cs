using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>The people, Convenzioni and Affidamenti among which a RUP chooses in the form of a delega.</summary>
/// <param name="Persone">The people who may receive a delega, each with role and Ente.</param>
/// <param name="Convenzioni">The Convenzioni on which the RUP has Affidamenti.</param>
/// <param name="Affidamenti">The RUP's open Affidamenti, the last changed first, at most <see cref="OpzioniDellaDelega.MaxAffidamenti"/>.</param>
public sealed record DelegaOptions(
    IReadOnlyList<(Guid Id, string Parole)> Persone, IReadOnlyList<(Guid Id, string Titolo)> Convenzioni, IReadOnlyList<(Guid Id, string Titolo)> Affidamenti);

/// <summary>Reads the choices of the form by which a RUP confers a delega.</summary>
public sealed class OpzioniDellaDelega(CigHubDbContext db, IOptions<DelegheSettings> settings, TimeProvider clock) : IQuery
{
    /// <summary>The most Affidamenti that the form offers one by one. For more, a Convenzione or all are delegated.</summary>
    public const int MaxAffidamenti = 50;

    public static Permission Requires => Permission.ConferisciDeleghe;

    /// <param name="inPiu">An Affidamento to offer in any case, when it is one of the RUP's. Null for none.</param>
    public async Task<DelegaOptions?> Run(Actor actor, Guid? inPiu, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } ente)
        {
            return null;
        }

        var oggi = clock.Today();
        var soggetto = await db.SoggettoAggregatore(settings.Value, ct);
        var ruoli = (await (
            from a in db.RuoliValidi(oggi).AsNoTracking()
            join p in db.Persone on a.PersonaId equals p.Id
            where p.Attiva && p.Id != actor.PersonaId && (a.EnteId == null || a.EnteId == ente || a.EnteId == soggetto)
            select new { Ruolo = a, p.NomeCompleto, p.Cognome, Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault() })
            .ToListAsync(ct)).GroupBy(r => r.Ruolo.PersonaId);
        var persone =
            from persona in ruoli
            let sue = persona.Select(r => r.Ruolo).ToList()
            let posto = Delega.Posto(sue, ente, soggetto, oggi)
            where posto is not null && !Delega.Controlla(sue, ente, oggi)
            let riga = persona.First(r => r.Ruolo.Id == posto.Id)
            orderby riga.Cognome, riga.NomeCompleto
            select (persona.Key, $"{riga.NomeCompleto}, {Security.RuoloWords.Name(posto.Ruolo)} · {Security.RuoloWords.Where(posto.Ruolo, riga.Ente)}");
        var miei = db.Affidamenti.AsNoTracking().Where(a => a.RupId == actor.PersonaId);

        // With the Ente in the condition, an index finds the open ones among all that the RUP ever did. They are few and are sorted here, because
        // SQLite would sort them by reading the whole archive in the order of its changes.
        var aperti = await Titles(miei.Where(a => a.EnteId == ente && LavoroAperto.InCammino.Contains(a.Stato)).Take(CappedCount.Most)).ToListAsync(ct);
        var primo = inPiu is { } id ? await Titles(miei.Where(a => a.Id == id)).ToListAsync(ct) : [];
        var offerti = primo.UnionBy(aperti.OrderByDescending(a => a.ModificatoIl), a => a.Id).Take(MaxAffidamenti);
        var convenzioni = await db.Convenzioni.AsNoTracking()
            .Where(c => db.Lotti.Any(l => l.ConvenzioneId == c.Id && miei.Any(a => a.LottoId == l.Id)))
            .OrderBy(c => c.Titolo).Select(c => new { c.Id, c.Titolo }).ToListAsync(ct);
        return new DelegaOptions(
            [.. persone],
            [.. convenzioni.Select(c => (c.Id, c.Titolo))],
            [.. offerti.Select(a => (a.Id, new NumeroAffidamento(a.Anno, a.Progressivo).Titolo(a.Oggetto)))]);
    }

    private static IQueryable<Title> Titles(IQueryable<Affidamento> affidamenti) =>
        affidamenti.Select(a => new Title(a.Id, a.Anno, a.Progressivo, a.Oggetto, a.ModificatoIl));

    /// <summary>The parts of an Affidamento's title, and its last change.</summary>
    private sealed record Title(Guid Id, int Anno, int Progressivo, string Oggetto, DateTime ModificatoIl);
}
