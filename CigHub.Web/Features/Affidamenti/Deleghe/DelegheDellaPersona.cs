using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>One delega as the page «Deleghe» and the Cruscotto show it.</summary>
/// <param name="Affidamenti">The words for the Affidamenti that the delega covers.</param>
/// <param name="Vigente">Says whether the delega is in force today.</param>
/// <param name="Stato">The words for the state of the delega.</param>
/// <param name="Revocabile">Says whether the RUP can still revoke the delega, because it is in force or will be.</param>
public sealed record DelegaRow(
    Guid Id, string Delegante, string Delegato, string Ente, string Affidamenti, IReadOnlyList<AttoDelegabile> Atti, AttoDiDelega Atto,
    DateOnly Dal, DateOnly Al, bool Vigente, string Stato, bool Revocabile);

/// <summary>The deleghe that a person received at any Ente, and those that the person conferred as RUP of the present Ente.</summary>
public sealed record DelegheRicevuteEConferite(IReadOnlyList<DelegaRow> Ricevute, IReadOnlyList<DelegaRow> Conferite);

/// <summary>Reads the deleghe that the user received and conferred, the newest first.</summary>
public sealed class DelegheDellaPersona(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<DelegheRicevuteEConferite> Run(Actor actor, CancellationToken ct = default) => new(
        await Rows(db.Deleghe.Where(d => d.DelegatoId == actor.PersonaId), ct),
        await Rows(db.Deleghe.Where(d => d.DeleganteId == actor.PersonaId && d.EnteId == actor.EnteId), ct));

    private async Task<IReadOnlyList<DelegaRow>> Rows(IQueryable<Delega> deleghe, CancellationToken ct)
    {
        var oggi = clock.Today();
        var vigenti = db.DelegheVigenti(oggi);

        var righe = await deleghe.AsNoTracking().OrderByDescending(d => d.Id).Select(d => new
        {
            Delega = d,
            Delegante = db.Persone.Where(p => p.Id == d.DeleganteId).Select(p => p.NomeCompleto).First(),
            Delegato = db.Persone.Where(p => p.Id == d.DelegatoId).Select(p => p.NomeCompleto).First(),
            Ente = db.Enti.Where(e => e.Id == d.EnteId).Select(e => e.Denominazione).First(),
            Convenzione = db.Convenzioni.Where(c => c.Id == d.ConvenzioneId).Select(c => c.Titolo).FirstOrDefault(),
            Vigente = vigenti.Any(v => v.Id == d.Id),
        }).ToListAsync(ct);

        // The number of a named Affidamento is part of the act, which both people have. Nothing else of it is read here.
        var numeri = (await (
            from x in db.AffidamentiDelegati.AsNoTracking()
            join a in db.Affidamenti.IgnoreQueryFilters(new[] { CigHubDbContext.FiltroEnte }) on x.AffidamentoId equals a.Id
            where deleghe.Any(d => d.Id == x.DelegaId)
            orderby a.Anno, a.Progressivo
            select new { x.DelegaId, a.Anno, a.Progressivo }).ToListAsync(ct)).ToLookup(n => n.DelegaId, n => new NumeroAffidamento(n.Anno, n.Progressivo));
        return
        [
            .. righe.Select(r => new DelegaRow(
                r.Delega.Id, r.Delegante, r.Delegato, r.Ente,
                r.Delega.Ambito switch
                {
                    AmbitoDelega.Convenzione => $"Tutti quelli del RUP sulla Convenzione «{r.Convenzione}»",
                    AmbitoDelega.Tutti => "Tutti quelli del RUP",
                    _ => string.Join(", ", numeri[r.Delega.Id]),
                },
                r.Delega.Atti, r.Delega.Atto, r.Delega.Dal, r.Delega.Al, r.Vigente, State(r.Delega, r.Vigente, oggi),
                r.Delega.RevocataIl is null && oggi <= r.Delega.Al)),
        ];
    }

    private static string State(Delega delega, bool vigente, DateOnly oggi) =>
        delega.RevocataIl is { } revocata ? $"Revocata il {RomeTime.Text(revocata)}"
        : oggi > delega.Al ? $"Finita il {RomeTime.Text(delega.Al)}"
        : oggi < delega.Dal ? $"Dal {RomeTime.Text(delega.Dal)}"
        : vigente ? "In vigore"
        : "Cessata: chi ha delegato non è più RUP, o il delegato non ha più il suo ruolo";
}
