using CigHub.Domain.Codici;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// The state of a search in a list of codes: the typed text, the entries found for it, and the entry that the user has marked.
/// </summary>
public sealed class CodeSearch
{
    public const int MaxFound = 30;

    /// <summary>The value of <see cref="Marked"/> when no entry is marked.</summary>
    public const int Nothing = -1;

    /// <summary>The text for which <see cref="Found"/> was searched. It differs from the typed text while the search is behind.</summary>
    private string? _answered;

    /// <summary>
    /// Says whether the user has moved the mark with the keys. If so, leaving the field takes the marked entry, as Enter does.
    /// </summary>
    private bool _moved;

    /// <summary>
    /// The text that the user has typed since the last choice, or null when nothing was typed and the field shows its value.
    /// </summary>
    public string? Query { get; private set; }

    public IReadOnlyList<VoceLista> Found { get; private set; } = [];

    /// <summary>
    /// The index in <see cref="Found"/> of the marked entry, which Enter takes. It is <see cref="Nothing"/> when none is marked.
    /// </summary>
    public int Marked { get; private set; } = Nothing;

    public bool IsOpen { get; private set; }

    public bool HasEntries => IsOpen && Found.Count > 0;

    public void Type(string text) => Query = text;

    /// <summary>
    /// Finds and shows the entries for the typed text, or the first entries of the list when no text was typed. Marks the best entry for a
    /// typed text.
    /// </summary>
    public void Open(ListaCodici list, DateOnly day)
    {
        (_answered, _moved) = (Query ?? "", false);
        (Found, IsOpen) = (list.Cerca(_answered, day, MaxFound), true);
        Marked = _answered.Length > 0 && Found.Count > 0 ? 0 : Nothing;
    }

    public void Close() => (IsOpen, Marked, _moved) = (false, Nothing, false);

    /// <summary>Marks the next entry found, or the previous one for a negative step. The first entry comes after the last.</summary>
    public void Move(int step)
    {
        if (Found.Count > 0)
        {
            Marked = Marked == Nothing && step < 0 ? Found.Count - 1 : (Marked + step + Found.Count) % Found.Count;
            _moved = true;
        }
    }

    /// <summary>
    /// Returns the entry that Enter takes: the marked one, if the entries shown were searched for the text as it is now, otherwise the one
    /// that the text names. Returns null when there is none, so that Enter never takes an entry that the user has not seen.
    /// </summary>
    public VoceLista? Taken(ListaCodici list, DateOnly day) =>
        HasEntries && Marked >= 0 && _answered == (Query ?? "") ? Found[Marked] : list.Riconosci(Query, day);

    /// <summary>
    /// Ends the search and returns its result: the code of the entry that the user marked or that the text names, otherwise the typed text.
    /// Returns null when the user neither typed nor marked anything.
    /// </summary>
    public string? Resolve(ListaCodici list, DateOnly day)
    {
        var (text, entry) = (Query?.Trim(), _moved ? Taken(list, day) : list.Riconosci(Query, day));
        End();
        return entry?.Codice ?? text;
    }

    /// <summary>Ends the search without a result, so that the field shows its value again.</summary>
    public void End()
    {
        Query = null;
        Close();
    }
}
