using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>One row of the registro's list, in words that come from the event alone.</summary>
/// <param name="Ruolo">The role's name. Null for the system.</param>
/// <param name="Frase">The sentence that follows the person's name.</param>
/// <param name="Oggetto">The object's name at the time of the event, or else the kind of object.</param>
public sealed record EventoRow(long Seq, DateTime Utc, Guid? ChiId, string Chi, string? Ruolo, string Frase, string OggettoId, string Oggetto, bool Negato)
{
    public string Azione { get; init; } = "";

    /// <summary>The name, at that time, of the Ente for which the person acted. Null for all Enti or the office.</summary>
    public string? Ente { get; init; }

    /// <summary>The reasons, notes and declarations of the event in one text.</summary>
    public string Motivi { get; init; } = "";

    /// <summary>The stored hash of the event: the leaf of the tree, in hexadecimal.</summary>
    public string Impronta { get; init; } = "";
}

/// <summary>A page of the registro's list.</summary>
/// <param name="Total">The number of all found events, which <see cref="CappedCount"/> puts into words. For words, those of this page.</param>
/// <param name="SoloPrimi">Says whether a typed name stands for more than the list looks for.</param>
/// <param name="Letti">The number of events in which the words were looked for. Null when there are no words.</param>
/// <param name="Oltre">The number of the event before which the search for words goes on. Null when it is at its end.</param>
public sealed record EventiView(IReadOnlyList<EventoRow> Rows, int Total, bool SoloPrimi, int? Letti = null, long? Oltre = null);

/// <summary>Returns the events that the actor may see, newest first.</summary>
public sealed class ListaEventi(CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi, ITextSearch texts) : IQuery
{
    /// <summary>The most events in which one search looks for words. The user goes on from there.</summary>
    public const int MostRead = CappedCount.Most;

    public static Permission Requires => Permission.LeggiRegistro;

    /// <param name="prima">The number of the event before which a search for words begins. Null for the newest.</param>
    public async Task<EventiView> Run(EventiFilter filtro, int pagina, int perPagina, long? prima = null, CancellationToken ct = default)
    {
        var search = await EventiSearch.Of(filtro, db, ambito, texts, ct);
        if (search.ByWords)
        {
            var (rows, read, last) = await search.NewestWithWords(prima, perPagina, MostRead, ct);
            return new EventiView(await EventiSearch.InWords(rows, nomi, ct), rows.Count, search.Scope.IsCut, read, last);
        }

        var found = await search.Newest(null, (pagina - 1) * perPagina, perPagina, ct);
        return new EventiView(await EventiSearch.InWords(found, nomi, ct), await search.Count(CappedCount.Most + 1, ct), search.Scope.IsCut);
    }
}
