using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>One row of the page: an open Affidamento of the person who leaves.</summary>
/// <param name="SulPortale">Says whether the Affidamento is on the portal, so that its RUP changes by <em>Sostituzione RUP</em>
/// only.</param>
/// <param name="SostituzioneInCorso">Says whether a <em>Sostituzione RUP</em> of the Affidamento is open already.</param>
public sealed record ConsegnaRow(
    Guid Id, int Version, NumeroAffidamento Numero, string Oggetto, StatoAffidamento Stato, Importo Importo, bool SulPortale, bool SostituzioneInCorso)
{
    /// <summary>Says whether the state of the Affidamento allows CigHub to give it another RUP, without the portal.</summary>
    public bool Riassegnabile => Transizioni.Ammessa(Stato, AzioneAffidamento.AssegnaRup);
}

/// <summary>A RUP of the Ente who may take work over.</summary>
public sealed record Collega(Guid Id, string Nome, StatoRegistrazione Registrazione)
{
    /// <summary>
    /// The colleague's name. It is followed by the state of the registration on the portal when that is not active, because the colleague
    /// could not ask for a CIG yet.
    /// </summary>
    public string Parole => Registrazione == StatoRegistrazione.Attiva ? Nome : $"{Nome} (registrazione al portale: {Registrazione.Nome().ToLowerInvariant()})";
}

/// <summary>The open work of a person at the actor's Ente, and the colleagues who may take it over.</summary>
/// <param name="Totale">The number of open Affidamenti. <paramref name="Voci"/> holds the first <see cref="PassaConsegne.MaxRighe"/> of
/// them.</param>
public sealed record ConsegneDetails(Guid Da, string Nome, bool AncoraRup, IReadOnlyList<ConsegnaRow> Voci, int Totale, IReadOnlyList<Collega> Colleghi);

/// <summary>
/// Reads the open work of a person at the actor's Ente, and the colleagues who may take it over. Returns null when the actor has no Ente,
/// or when the person has neither open work nor a role, past or present, at the Ente.
/// </summary>
public sealed class LavoroDaPassare(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.RiassegnaAffidamenti;

    public async Task<ConsegneDetails?> Run(Guid da, Actor actor, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } enteId)
        {
            return null;
        }

        // Two queries, because each has an index of its own and a person may have thousands of Affidamenti that are done.
        var suoi = db.Affidamenti.AsNoTracking().Where(a => a.EnteId == enteId && a.RupId == da);
        IQueryable<Affidamento>[] aperti = [suoi.ConCigDaAvere(), suoi.ConOperazioneAperta(db)];
        var totale = await aperti[0].CountCapped(ct) + await aperti[1].CountCapped(ct);
        if (totale == 0 && !await db.Appartenenze.AnyAsync(a => a.PersonaId == da && a.EnteId == enteId, ct))
        {
            return null;
        }

        var righe = (await Rows(aperti[0]).ToListAsync(ct)).Concat(await Rows(aperti[1]).ToListAsync(ct))
            .OrderBy(r => r.Anno).ThenBy(r => r.Progressivo).Take(PassaConsegne.MaxRighe);
        var colleghi = await db.Colleghi(enteId, clock.Today(), ct);
        return new ConsegneDetails(
            da,
            await db.Persone.Where(p => p.Id == da).Select(p => p.NomeCompleto).SingleAsync(ct),
            colleghi.Any(c => c.Id == da),
            [.. righe.Select(r => new ConsegnaRow(
                r.Id, r.Version, new NumeroAffidamento(r.Anno, r.Progressivo), r.Oggetto, r.Stato, Importo.DaCentesimi(r.Centesimi),
                Transizioni.Ammessa(r.Stato, AzioneAffidamento.AvviaSostituzioneRup), r.InCorso))],
            totale,
            [.. colleghi.Where(c => c.Id != da)]);
    }

    private IQueryable<Row> Rows(IQueryable<Affidamento> aperti) => aperti.OrderBy(a => a.Anno).ThenBy(a => a.Progressivo).Take(PassaConsegne.MaxRighe)
        .Select(a => new Row(
            a.Id, a.Version, a.Anno, a.Progressivo, a.Oggetto, a.Stato, a.ImportoAppalto.Centesimi,
            db.Operazioni.Any(o => o.AffidamentoId == a.Id && o.Tipo == TipoOperazione.SostituzioneRup && o.Stato == StatoOperazione.Avviata)));

    private sealed record Row(
        Guid Id, int Version, int Anno, int Progressivo, string Oggetto, StatoAffidamento Stato, long Centesimi, bool InCorso);
}

/// <summary>Reads the colleagues at an Ente who may take work over.</summary>
internal static class ColleghiDellEnte
{
    /// <summary>Reads the RUPs of an Ente on a day, by surname, each with the state of the registration on the portal.</summary>
    public static async Task<IReadOnlyList<Collega>> Colleghi(this CigHubDbContext db, Guid enteId, DateOnly oggi, CancellationToken ct)
    {
        var rup = await db.RupDellEnte(enteId, oggi).OrderBy(p => p.Cognome).ThenBy(p => p.Nome)
            .Select(p => new
            {
                p.Id,
                Nome = p.NomeCompleto,
                Stato = db.RegistrazioniPortale.Where(r => r.PersonaId == p.Id && r.EnteId == enteId).Select(r => (StatoRegistrazione?)r.Stato)
                    .FirstOrDefault()
            })
            .ToListAsync(ct);
        return [.. rup.Select(p => new Collega(p.Id, p.Nome, p.Stato ?? StatoRegistrazione.DaRichiedere))];
    }
}
