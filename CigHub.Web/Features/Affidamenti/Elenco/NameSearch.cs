using CigHub.Domain.Codici;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// Searches the names that the list shows but another table holds: Ente, RUP, Lotto and Convenzione. It compares in memory, because SQLite
/// cannot ignore accents and these tables are small. The list then finds the Affidamenti by the ids.
/// </summary>
public sealed class NameSearch(CigHubDbContext db)
{
    /// <summary>Searches each word in the names. Returns one result for each word, in the order of the words.</summary>
    /// <param name="parole">The words to search, in lower case, without accents and blanks.</param>
    public async Task<IReadOnlyList<SearchedWord>> Find(IReadOnlyList<string> parole, CancellationToken ct = default)
    {
        var enti = Piegati(await db.Enti.AsNoTracking().Select(e => new Name(e.Id, e.Denominazione)).ToListAsync(ct));
        var persone = Piegati(await db.Persone.AsNoTracking().Select(p => new Name(p.Id, p.NomeCompleto)).ToListAsync(ct));
        var lotti = Piegati(await (
            from l in db.Lotti.AsNoTracking()
            join c in db.Convenzioni.AsNoTracking() on l.ConvenzioneId equals c.Id
            select new Name(l.Id, c.Titolo + " " + l.Oggetto)).ToListAsync(ct));
        return [.. parole.Select(p => new SearchedWord(p, With(enti, " " + p), With(persone, " " + p), With(lotti, " " + p)))];
    }

    private static List<Name> Piegati(List<Name> nomi) => [.. nomi.Select(n => n with { Testo = FoldedText.Parole(n.Testo) })];

    private static List<Guid> With(List<Name> nomi, string inizio) =>
        [.. nomi.Where(n => n.Testo.Contains(inizio, StringComparison.Ordinal)).Select(n => n.Id)];

    private sealed record Name(Guid Id, string Testo);
}
