using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>
/// The ids and event numbers that the filters stand for. The days become a range of event numbers, because the number has an index and the
/// time has none. The typed names become ids.
/// </summary>
/// <param name="Da">The number of the first event, inclusive. Null for no limit.</param>
/// <param name="Fino">The number after the last event. Null for no limit.</param>
/// <param name="EnteId">The Ente to whose people typed names are limited. Null for all Enti.</param>
public sealed record EventiScope(long? Da, long? Fino, Guid? EnteId, CigHubDbContext Db)
{
    /// <summary>The most people, Enti, Convenzioni or Lotti that a typed name stands for.</summary>
    private const int MostNames = 50;

    /// <summary>The most Affidamenti that a typed text stands for. They are the newest by their number.</summary>
    private const int MostAffidamenti = 1_000;

    public IReadOnlyList<Guid> Persone { get; private set; } = [];

    public IReadOnlyList<Guid> Enti { get; private set; } = [];

    public IReadOnlyList<Guid> Convenzioni { get; private set; } = [];

    public IReadOnlyList<Guid> LottiDellaConvenzione { get; private set; } = [];

    public IReadOnlyList<Guid> Lotti { get; private set; } = [];

    /// <summary>The Affidamenti that have a supplier with the typed name.</summary>
    public IReadOnlyList<Guid> DelFornitore { get; private set; } = [];

    /// <summary>The objects with the typed name, of every kind.</summary>
    public IReadOnlyList<Guid> Oggetti { get; private set; } = [];

    /// <summary>Says whether a typed name stands for more than the list looks for, so that only the first ones count.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Finds the ids and numbers for the values of a filter.</summary>
    internal static async Task<EventiScope> Of(EventiFilter filtro, CigHubDbContext db, Ambito ambito, ITextSearch texts, CancellationToken ct)
    {
        var scope = new EventiScope(
            filtro.Dal is { } dal ? await db.FirstEventFrom(RomeTime.StartOf(dal), ct) : null,
            filtro.Al is { } al ? await db.FirstEventFrom(RomeTime.StartOf(al.AddDays(1)), ct) : null,
            ambito.TuttiGliEnti ? null : ambito.EnteId ?? Guid.Empty,
            db);
        await scope.FindNames(filtro, ct);
        if (filtro.Fornitore is { Length: >= EventiFilterSet.MinCaratteri } fornitore)
        {
            scope.DelFornitore = scope.Cut(await texts.Newest(SearchedColumn.Oe, fornitore, MostAffidamenti + 1, ct), MostAffidamenti);
        }

        if (Words(filtro.Su) is { Count: > 0 } parole)
        {
            var affidamenti = await texts.Newest([.. parole.Select(p => new SearchedWord(p, [], [], []))], scope.EnteId, MostAffidamenti + 1, ct);
            scope.Oggetti =
            [
                .. scope.Cut(affidamenti, MostAffidamenti),
                .. await scope.Named(db.Convenzioni.Select(c => new Name(c.Id, c.Titolo)), parole, ct),
                .. await scope.NamedLotti(parole, ct),
                .. await scope.Named(db.Enti.Select(e => new Name(e.Id, e.Denominazione)), parole, ct),
                .. await scope.People(parole, ct),
            ];
        }

        return scope;
    }

    /// <summary>Returns the folded words of a text, each once. The list is empty for null.</summary>
    internal static IReadOnlyList<string> Words(string? text) =>
        text is null ? [] : [.. FoldedText.Parole(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>Says whether a folded text contains every word, at least as the beginning of one.</summary>
    internal static bool Has(string folded, IReadOnlyList<string> words) => words.All(w => folded.Contains($" {w}", StringComparison.Ordinal));

    private async Task FindNames(EventiFilter filtro, CancellationToken ct)
    {
        if (Words(filtro.Persona) is { Count: > 0 } persona)
        {
            Persone = await People(persona, ct);
        }

        if (Words(filtro.Ente) is { Count: > 0 } ente)
        {
            Enti = await Named(Db.Enti.Select(e => new Name(e.Id, e.Denominazione)), ente, ct);
        }

        if (Words(filtro.Lotto) is { Count: > 0 } lotto)
        {
            Lotti = await NamedLotti(lotto, ct);
        }

        if (Words(filtro.Convenzione) is { Count: > 0 } convenzione)
        {
            var trovate = Convenzioni = await Named(Db.Convenzioni.Select(c => new Name(c.Id, c.Titolo)), convenzione, ct);
            LottiDellaConvenzione = await Db.Lotti.Where(l => trovate.Contains(l.ConvenzioneId)).Select(l => l.Id).ToListAsync(ct);
        }
    }

    /// <summary>Finds people by a name that they have or had. Names are compared in memory, where accents can be folded.</summary>
    private async Task<IReadOnlyList<Guid>> People(IReadOnlyList<string> words, CancellationToken ct)
    {
        var people = Db.Persone.Where(p => EnteId == null || Db.Appartenenze.Any(a => a.PersonaId == p.Id && (a.EnteId == EnteId || a.EnteId == null)));
        var identities = await Db.IdentitaPersone.AsNoTracking().Where(i => people.Any(p => p.Id == i.PersonaId)).ToListAsync(ct);
        var past = identities.Where(i => Has(FoldedText.Parole(i.NomeCompleto ?? ""), words)).Select(i => i.PersonaId!.Value);
        return Cut([.. past.Concat(await Named(people.Select(p => new Name(p.Id, p.NomeCompleto)), words, ct)).Distinct()], MostNames);
    }

    private async Task<IReadOnlyList<Guid>> Named(IQueryable<Name> names, IReadOnlyList<string> words, CancellationToken ct) => Cut(
        [.. (await names.AsNoTracking().ToListAsync(ct)).Where(n => Has(FoldedText.Parole(n.Text), words)).Select(n => n.Id)], MostNames);

    private async Task<IReadOnlyList<Guid>> NamedLotti(IReadOnlyList<string> words, CancellationToken ct)
    {
        var lotti = await Db.Lotti.AsNoTracking().Select(l => new { l.Id, l.CigPadre, l.Oggetto }).ToListAsync(ct);
        return Cut([.. lotti.Where(l => Has(FoldedText.Parole($"{l.CigPadre.Valore} {l.Oggetto}"), words)).Select(l => l.Id)], MostNames);
    }

    private IReadOnlyList<Guid> Cut(IReadOnlyList<Guid> ids, int most)
    {
        IsCut |= ids.Count > most;
        return [.. ids.Take(most)];
    }

    private sealed record Name(Guid Id, string Text);
}
