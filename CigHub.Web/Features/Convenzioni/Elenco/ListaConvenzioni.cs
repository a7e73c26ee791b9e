using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>One Lotto of a list, with its Capienza.</summary>
public sealed record LottoRow(Lotto Lotto, Capienza Capienza);

/// <summary>One Convenzione of a list, with its Lotti.</summary>
public sealed record ConvenzioneRow(Convenzione Convenzione, IReadOnlyList<LottoRow> Lotti);

/// <summary>The Convenzioni that a list shows. The names stand in the page's address.</summary>
public enum StatoCatalogo
{
    Tutte,

    /// <summary>Open: not closed, and the last day to join is today or later.</summary>
    Aperte,

    /// <summary>Closed, or the last day to join is over.</summary>
    Chiuse,

    /// <summary>Open, and the last day to join is within <see cref="ConvenzioniPerStato.GiorniAllaFine"/> days.</summary>
    InScadenza,
}

/// <summary>Filters Convenzioni in SQL by each <see cref="StatoCatalogo"/>.</summary>
public static class ConvenzioniPerStato
{
    /// <summary>The number of days before the last day to join in which a Convenzione counts as closing soon.</summary>
    public const int GiorniAllaFine = 60;

    public static IQueryable<Convenzione> Matching(this IQueryable<Convenzione> convenzioni, StatoCatalogo stato, DateOnly oggi)
    {
        var fine = oggi.AddDays(GiorniAllaFine);
        return stato switch
        {
            StatoCatalogo.Aperte => convenzioni.Where(c => c.ChiusaDal == null && c.AdesioniAl >= oggi),
            StatoCatalogo.Chiuse => convenzioni.Where(c => c.ChiusaDal != null || c.AdesioniAl < oggi),
            StatoCatalogo.InScadenza => convenzioni.Where(c => c.ChiusaDal == null && c.AdesioniAl >= oggi && c.AdesioniAl <= fine),
            _ => convenzioni,
        };
    }
}

/// <summary>Filter of a list of Convenzioni.</summary>
/// <param name="Cerca">Beginnings of words in the title, Lotti, CIG Padre and suppliers. Accents and case do not count.</param>
/// <param name="Stato">The state of the Convenzioni to list.</param>
/// <param name="Lotti">The condition of the Lotti to list, with their Convenzioni. Null for all Lotti.</param>
public sealed record ConvenzioniFilter(string? Cerca = null, StatoCatalogo Stato = StatoCatalogo.Tutte, CondizioneLotto? Lotti = null)
{
    /// <summary>The longest search text. A longer text is cut.</summary>
    public const int MaxCercato = 200;

    internal string[] Parole => [.. FoldedText.Parole(Cerca is { Length: > MaxCercato } lungo ? lungo[..MaxCercato] : Cerca ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => " " + p).Distinct()];
}

/// <summary>
/// Returns the Convenzioni with their Lotti and totals, which every user may see. The latest last day to join comes first. A search keeps
/// the Lotti that match, or all of them when the title alone matches.
/// </summary>
/// <remarks>An office has tens of Convenzioni, so the words are compared in memory and need no column of their own.</remarks>
public sealed class ListaConvenzioni(CigHubDbContext db, LottiInCondizione inCondizione, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<IReadOnlyList<ConvenzioneRow>> Run(ConvenzioniFilter? filtro = null, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var stato = filtro?.Stato ?? StatoCatalogo.Tutte;
        var convenzioni = await db.Convenzioni.AsNoTracking()
            .Matching(stato, oggi)
            .OrderByDescending(c => c.AdesioniAl).ThenBy(c => c.Titolo).ToListAsync(ct);
        var lotti = (await (
            from l in db.Lotti.AsNoTracking()
            join c in db.Capienze.AsNoTracking() on l.Id equals c.LottoId
            orderby l.Numero
            select new LottoRow(l, c)).ToListAsync(ct)).ToLookup(v => v.Lotto.ConvenzioneId);
        var parole = filtro?.Parole ?? [];
        var soli = filtro?.Lotti is { } condizione ? await inCondizione.Matching(condizione).Select(l => l.Id).ToHashSetAsync(ct) : null;
        var voci = convenzioni
            .Select(c => Trovata(new ConvenzioneRow(c, [.. lotti[c.Id].Where(v => soli?.Contains(v.Lotto.Id) != false)]), parole))
            .OfType<ConvenzioneRow>();
        return [.. voci.Where(v => soli is null || v.Lotti.Count > 0)];
    }

    private static ConvenzioneRow? Trovata(ConvenzioneRow voce, string[] parole)
    {
        var titolo = FoldedText.Parole(voce.Convenzione.Titolo);
        if (parole.All(p => titolo.Contains(p, StringComparison.Ordinal)))
        {
            return voce;
        }

        var trovati = voce.Lotti
            .Where(v => DelLotto(v.Lotto) is var testo
                && parole.All(p => titolo.Contains(p, StringComparison.Ordinal) || testo.Contains(p, StringComparison.Ordinal)))
            .ToList();
        return trovati.Count == 0 ? null : voce with { Lotti = trovati };
    }

    private static string DelLotto(Lotto lotto) =>
        FoldedText.Parole(
            $"Lotto {lotto.Numero} {lotto.Oggetto} {lotto.CigPadre} {string.Join(' ', lotto.Fornitori.Select(f => $"{f.Denominazione} {f.CodiceFiscale}"))}");
}
