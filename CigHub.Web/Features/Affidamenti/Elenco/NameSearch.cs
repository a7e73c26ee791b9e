using CigHub.Domain.Codici;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The ids of the Enti, the RUPs and the Lotti in whose names some word begins with the searched word.</summary>
public sealed record FoundNames(IReadOnlyList<Guid> Enti, IReadOnlyList<Guid> Rup, IReadOnlyList<Guid> Lotti);

/// <summary>
/// Finds the names that stand in a row of the list but in a table of their own: Ente, RUP, Lotto and Convenzione. These tables are small,
/// so their names are folded here, because SQLite knows no accents. The Affidamenti are then found by id.
/// </summary>
public sealed class NameSearch(CigHubDbContext db)
{
    /// <summary>Finds the names for each word, in the order of the words.</summary>
    /// <param name="parole">Folded words without blanks.</param>
    public async Task<IReadOnlyList<FoundNames>> Find(IReadOnlyList<string> parole, CancellationToken ct = default)
    {
        if (parole.Count == 0)
        {
            return [];
        }

        var enti = Piegati(await db.Enti.AsNoTracking().Select(e => new Name(e.Id, e.Denominazione)).ToListAsync(ct));
        var persone = Piegati(await db.Persone.AsNoTracking().Select(p => new Name(p.Id, p.NomeCompleto)).ToListAsync(ct));
        var lotti = Piegati(await (
            from l in db.Lotti.AsNoTracking()
            join c in db.Convenzioni.AsNoTracking() on l.ConvenzioneId equals c.Id
            select new Name(l.Id, c.Titolo + " " + l.Oggetto)).ToListAsync(ct));
        return [.. parole.Select(p => " " + p).Select(inizio => new FoundNames(With(enti, inizio), With(persone, inizio), With(lotti, inizio)))];
    }

    private static List<Name> Piegati(List<Name> nomi) => [.. nomi.Select(n => n with { Testo = FoldedText.Parole(n.Testo) })];

    private static List<Guid> With(List<Name> nomi, string inizio) =>
        [.. nomi.Where(n => n.Testo.Contains(inizio, StringComparison.Ordinal)).Select(n => n.Id)];

    private sealed record Name(Guid Id, string Testo);
}
