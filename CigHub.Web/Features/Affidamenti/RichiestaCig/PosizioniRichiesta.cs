using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Where a request on the portal stands and which values were copied.</summary>
/// <param name="Passo">From 1.</param>
public sealed record StatoPercorso(int Passo, IReadOnlySet<string> Copiati);

/// <summary>Keeps the position of a request, so that it is resumed on any computer. A help to the hand, not business data: no event.</summary>
/// <remarks>Callers have read the Affidamento through its query first: this knows nothing of Enti.</remarks>
public sealed class PosizioniRichiesta(IServiceScopeFactory scopes)
{
    public async Task<StatoPercorso> Leggi(Guid affidamentoId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>();
        var passo = await db.Posizioni.Where(p => p.AffidamentoId == affidamentoId).Select(p => (int?)p.Passo).SingleOrDefaultAsync();
        return new StatoPercorso(passo ?? 1, await db.Spunte.Where(s => s.AffidamentoId == affidamentoId).Select(s => s.Percorso).ToHashSetAsync());
    }

    public Task VaiA(Guid affidamentoId, int passo) => scopes.Attempt(async db =>
    {
        var posizione = await db.Posizioni.FindAsync(affidamentoId) ?? db.Posizioni.Add(new PosizioneRichiesta { AffidamentoId = affidamentoId }).Entity;
        posizione.Passo = passo;
        await db.SaveChangesAsync();
    });

    public Task Copiato(Guid affidamentoId, string percorso) => scopes.Attempt(async db =>
    {
        if (await db.Spunte.FindAsync(affidamentoId, percorso) is null)
        {
            db.Spunte.Add(new SpuntaCopia { AffidamentoId = affidamentoId, Percorso = percorso });
            await db.SaveChangesAsync();
        }
    });

    /// <summary>A new request starts at the first step with nothing copied.</summary>
    public async Task Ricomincia(Guid affidamentoId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>();
        db.Posizioni.RemoveRange(db.Posizioni.Where(p => p.AffidamentoId == affidamentoId));
        db.Spunte.RemoveRange(db.Spunte.Where(s => s.AffidamentoId == affidamentoId));
        await db.SaveChangesAsync();
    }
}
