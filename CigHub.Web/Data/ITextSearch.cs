namespace CigHub.Web.Data;

/// <summary>A word of a free text, with the rows of other tables whose names contain it.</summary>
/// <param name="Word">The beginning of a word, in lower case, without accents and blanks.</param>
public sealed record SearchedWord(string Word, IReadOnlyList<Guid> Enti, IReadOnlyList<Guid> Rup, IReadOnlyList<Guid> Lotti);

/// <summary>The columns of the list of Affidamenti in which a text is looked for anywhere, also in the middle of a word.</summary>
public enum SearchedColumn
{
    Titolo,
    Registro,
    CigDerivato,
    Oe,
}

/// <summary>
/// Finds the Affidamenti that contain every word of a text. Each database engine has its own way, because no search may read every row.
/// </summary>
public interface ITextSearch
{
    /// <summary>
    /// Returns the ids of the newest Affidamenti, by their number, that contain every word: in their own text, or in the name of their
    /// Ente, RUP, Lotto or Convenzione.
    /// </summary>
    /// <param name="words">The words, of which each must be found. There is at least one.</param>
    /// <param name="enteId">The Ente to whose Affidamenti the search is limited. Null for all Enti.</param>
    /// <param name="most">The most ids that are returned.</param>
    Task<IReadOnlyList<Guid>> Newest(IReadOnlyList<SearchedWord> words, Guid? enteId, int most, CancellationToken ct = default);

    /// <summary>
    /// Returns the ids of the newest Affidamenti of all Enti, by their number, in which a column contains the text, without regard to upper
    /// and lower case.
    /// </summary>
    /// <param name="text">The text, of at least three characters.</param>
    /// <param name="most">The most ids that are returned.</param>
    Task<IReadOnlyList<Guid>> Newest(SearchedColumn column, string text, int most, CancellationToken ct = default);
}
