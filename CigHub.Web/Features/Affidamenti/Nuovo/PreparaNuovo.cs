using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Nuovo;

/// <summary>
/// The data of the page <em>Nuovo Affidamento</em>: the Lotto, its Convenzione and Capienza, and the people who may become the RUP.
/// </summary>
/// <param name="Ultimo">The Ente's last Affidamento on the Lotto, among its newest. Null when there is none.</param>
public sealed record DatiPerNuovo(
    Lotto Lotto, Convenzione Convenzione, Capienza Capienza, IReadOnlyList<RupPossibile> Rup, UltimoSulLotto? Ultimo);

/// <summary>The last Affidamento of an Ente on a Lotto, whose answers another adhesion may take over.</summary>
public sealed record UltimoSulLotto(Guid Id, NumeroAffidamento Numero, DateTime CreatoIl);

/// <summary>A person who holds the role of RUP at the actor's Ente today.</summary>
public sealed record RupPossibile(Guid Id, string Nome);

/// <summary>
/// Reads the data of the page <em>Nuovo Affidamento</em> for a Lotto. Returns null for a Lotto that does not exist, or for an actor who
/// acts for no Ente.
/// </summary>
public sealed class PreparaNuovo(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public async Task<DatiPerNuovo?> Run(Guid lottoId, Actor actor, CancellationToken ct = default)
    {
        var lotto = await db.Lotti.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lottoId, ct);
        if (lotto is null || actor.EnteId is not { } enteId)
        {
            return null;
        }

        return new DatiPerNuovo(
            lotto,
            await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == lotto.ConvenzioneId, ct),
            await db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == lottoId, ct),
            await db.RupDellEnte(enteId, clock.Today()).OrderBy(p => p.Cognome)
                .Select(p => new RupPossibile(p.Id, p.NomeCompleto)).ToListAsync(ct),
            await db.UltimiDellEnte(enteId).Where(a => a.LottoId == lottoId).OrderByDescending(a => a.CreatoIl)
                .Select(a => new UltimoSulLotto(a.Id, new NumeroAffidamento(a.Anno, a.Progressivo), a.CreatoIl)).FirstOrDefaultAsync(ct));
    }
}
