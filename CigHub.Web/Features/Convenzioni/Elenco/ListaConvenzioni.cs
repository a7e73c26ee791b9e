using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>A Lotto in the list of Convenzioni, with its Capienza.</summary>
public sealed record LottoRow(Lotto Lotto, Capienza Capienza);

/// <summary>A Convenzione in the list, with those of its Lotti that the list shows.</summary>
public sealed record ConvenzioneRow(Convenzione Convenzione, IReadOnlyList<LottoRow> Lotti);

/// <summary>The choice of Convenzioni, by their state, that a list shows. The names of the values are in the page's address.</summary>
public enum StatoCatalogo
{
    Tutte,

    /// <summary>
    /// Convenzioni that are not closed, and whose last day for adhesions (inclusive) is today or later. Their first day may be yet to come.
    /// </summary>
    Aperte,

    /// <summary>Convenzioni that are closed, or whose last day for adhesions is over.</summary>
    Chiuse,

    /// <summary>
    /// Open Convenzioni whose last day for adhesions is at most <see cref="ConvenzioniPerStato.GiorniAllaFine"/> days from today.
    /// </summary>
    InScadenza,
}

/// <summary>Filters Convenzioni by a <see cref="StatoCatalogo"/>, in SQL.</summary>
public static class ConvenzioniPerStato
{
    /// <summary>The number of days before its last day for adhesions from which a Convenzione counts as about to end.</summary>
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

/// <summary>The search text and the filters of the list of Convenzioni.</summary>
/// <param name="Cerca">Beginnings of words in the title, Lotti, CIG Padre and suppliers. Accents and case do not count.</param>
/// <param name="Stato">The state of the Convenzioni to list.</param>
/// <param name="Lotti">The condition of the Lotti to list, with their Convenzioni. Null for all Lotti.</param>
public sealed record ConvenzioniFilter(string? Cerca = null, StatoCatalogo Stato = StatoCatalogo.Tutte, CondizioneLotto? Lotti = null)
{
    /// <summary>The most characters of a search text that are used. The rest is ignored.</summary>
    public const int MaxCercato = 200;

    internal string[] Parole => [.. FoldedText.Parole(Cerca is { Length: > MaxCercato } lungo ? lungo[..MaxCercato] : Cerca ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => " " + p).Distinct()];
}

/// <summary>
/// Returns the Convenzioni with their Lotti and totals, which every user may see. Those with the latest last day for adhesions come first.
/// A search keeps only the Lotti that match it, or all Lotti of a Convenzione whose title alone matches.
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
