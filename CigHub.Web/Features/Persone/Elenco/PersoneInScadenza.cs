using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>A role that ends soon, in words.</summary>
/// <param name="UltimoGiorno">The last day on which the role is held.</param>
public sealed record RuoloInScadenza(string Ruolo, string Ente, DateOnly UltimoGiorno);

/// <summary>An active person with the roles that end soon, the first to end first.</summary>
public sealed record TitolareInScadenza(Guid Id, string Nome, IReadOnlyList<RuoloInScadenza> Ruoli);

/// <summary>Finds the roles that end soon and that no other one continues. Who held them can then do nothing more.</summary>
public static class RuoliCheFiniscono
{
    /// <summary>The number of days before its end from which a role ends soon.</summary>
    public const int Giorni = 30;

    /// <summary>
    /// Returns the roles of active people that are held today and end within <see cref="Giorni"/> days, unless the same role at the same
    /// Ente goes on. They are few, so they are judged in memory.
    /// </summary>
    internal static async Task<IReadOnlyList<Appartenenza>> RuoliInScadenza(this CigHubDbContext db, DateOnly oggi, CancellationToken ct)
    {
        var limite = oggi.AddDays(Giorni);
        var finiscono = await db.RuoliValidi(oggi).AsNoTracking()
            .Where(a => a.Fino <= limite && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva)).ToListAsync(ct);
        var persone = finiscono.Select(a => a.PersonaId).Distinct().ToList();
        var tutti = await db.Appartenenze.AsNoTracking().Where(a => persone.Contains(a.PersonaId)).ToListAsync(ct);
        return [.. finiscono.Where(a => !tutti.Exists(b => b.Continua(a)))];
    }
}

/// <summary>Returns the people with a role that ends soon: the first few to lose one, and their total number.</summary>
public sealed class PersoneInScadenza(CigHubDbContext db, TimeProvider clock) : IQuery
{
    private const int Quanti = 8;

    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<ListPage<TitolareInScadenza>> Run(CancellationToken ct = default)
    {
        var ruoli = (await db.RuoliInScadenza(clock.Today(), ct)).ToLookup(a => a.PersonaId);
        var chi = ruoli.Select(g => g.Key).ToList();
        var nomi = await db.Persone.AsNoTracking().Where(p => chi.Contains(p.Id))
            .Select(p => new { p.Id, p.NomeCompleto }).ToListAsync(ct);
        var enti = await db.Enti.AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.Denominazione, ct);
        var persone = nomi.OrderBy(p => ruoli[p.Id].Min(a => a.Fino)).ThenBy(p => p.NomeCompleto, StringComparer.Ordinal)
            .Select(p => new TitolareInScadenza(p.Id, p.NomeCompleto, [.. ruoli[p.Id].OrderBy(a => a.Fino).Select(a => InParole(a, enti))])).ToList();
        return new ListPage<TitolareInScadenza>([.. persone.Take(Quanti)], persone.Count);
    }

    private static RuoloInScadenza InParole(Appartenenza ruolo, Dictionary<Guid, string> enti) => new(
        ruolo.Ruolo.Name(), ruolo.Ruolo.Where(ruolo.EnteId is { } ente ? enti.GetValueOrDefault(ente) : null), ruolo.Fino!.Value.AddDays(-1));
}
