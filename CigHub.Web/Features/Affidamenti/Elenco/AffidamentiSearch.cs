using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// Turns an <see cref="AffidamentiFilter"/> into SQL, in one place, so that the list, the export, the print and the selection find the same
/// Affidamenti.
/// </summary>
/// <remarks>It builds on the context's own filter by Ente, so that another Ente's Affidamenti are never there, whatever is asked.</remarks>
public sealed class AffidamentiSearch(
    CigHubDbContext db, Ambito ambito, PersonalChoices choices, AffidamentiInAttesa inAttesa, NameSearch nomi, ITextSearch texts)
{
    /// <summary>The fewest letters and digits of a free text that is searched.</summary>
    public const int MinCaratteri = 3;

    /// <summary>The most Affidamenti that a text finds. They are the newest by their number.</summary>
    public const int MaxTrovati = 1_000;

    /// <summary>The most words of a free text that are searched. Further words are ignored.</summary>
    private const int MaxParole = 10;

    /// <summary>Says whether a text of the search stands in more Affidamenti than <see cref="MaxTrovati"/>.</summary>
    public bool SoloRecenti { get; private set; }

    /// <summary>Says whether a free text has too few letters and digits to be searched. It then finds nothing.</summary>
    public static bool TroppoCorto(string testo) => Parole(testo) is { Count: > 0 } parole && parole.Sum(p => p.Length) < MinCaratteri;

    public async Task<IQueryable<Affidamento>> Filtrati(AffidamentiFilter f, Guid personaId)
    {
        var visibili = db.Visibili(ambito);
        var tra = f.Stato is null ? visibili.Where(a => a.Stato != StatoAffidamento.Eliminato) : visibili;
        return await AffidamentiFilterSet.Tutti.Narrow(tra, f, new FilterScope(personaId, db, this, choices, inAttesa));
    }

    /// <summary>Returns the Affidamenti that a user has ticked and may still see. Leaves out the deleted ones.</summary>
    public async Task<IQueryable<Affidamento>> Selezionati(Guid personaId) => await Filtrati(AffidamentiFilter.Tutti with { Selezionati = true }, personaId);

    /// <summary>
    /// Keeps the newest <see cref="MaxTrovati"/> Affidamenti that contain every word of the text, at least as the beginning of a word. It
    /// searches the Affidamento's own text and the names of its Ente, RUP, Lotto and Convenzione.
    /// </summary>
    public async Task<IQueryable<Affidamento>> ConParole(IQueryable<Affidamento> a, string testo, CancellationToken ct = default)
    {
        var parole = Parole(testo);
        if (parole.Count == 0)
        {
            return a;
        }

        return Among(a, TroppoCorto(testo)
            ? []
            : await texts.Newest(await nomi.Find(parole, ct), ambito.TuttiGliEnti ? null : ambito.EnteId ?? Guid.Empty, MaxTrovati + 1, ct));
    }

    /// <summary>
    /// Keeps the Affidamenti in which a column contains the text. Within one Ente it reads the rows of the Ente. Over all Enti it finds the
    /// newest <see cref="MaxTrovati"/>.
    /// </summary>
    public async ValueTask<IQueryable<Affidamento>> ConTesto(
        IQueryable<Affidamento> a, SearchedColumn colonna, string testo, Func<IQueryable<Affidamento>, string, IQueryable<Affidamento>> like) =>
        testo.Length < MinCaratteri ? Among(a, [])
        : ambito.TuttiGliEnti ? Among(a, await texts.Newest(colonna, testo, MaxTrovati + 1))
        : like(a, testo);

    private IQueryable<Affidamento> Among(IQueryable<Affidamento> a, IReadOnlyList<Guid> ids)
    {
        SoloRecenti |= ids.Count > MaxTrovati;
        var trovati = ids.Take(MaxTrovati).ToList();

        // One parameter, because a thousand of them take longer to read than their rows.
        return a.Where(x => EF.Parameter(trovati).Contains(x.Id));
    }

    private static List<string> Parole(string testo) =>
        [.. FoldedText.Parole(testo).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxParole)];
}
