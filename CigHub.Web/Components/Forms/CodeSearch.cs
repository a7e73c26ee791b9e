using CigHub.Domain.Codici;

namespace CigHub.Web.Components.Forms;

/// <summary>The state of one search in a list of codes: what was typed and not resolved yet, what was found, which entry is marked.</summary>
public sealed class CodeSearch
{
    public const int MaxFound = 30;

    /// <summary>The position of no entry.</summary>
    public const int Nothing = -1;

    /// <summary>The text that <see cref="Found"/> answers.</summary>
    private string? _answered;

    /// <summary>Whether the mark was moved by hand: then leaving the field takes the marked entry, as Enter does.</summary>
    private bool _moved;

    /// <summary>What was typed and is not resolved yet; null when the field shows its value.</summary>
    public string? Query { get; private set; }

    public IReadOnlyList<VoceLista> Found { get; private set; } = [];

    /// <summary>The position in <see cref="Found"/> of the entry that Enter takes.</summary>
    public int Marked { get; private set; } = Nothing;

    public bool IsOpen { get; private set; }

    public bool HasEntries => IsOpen && Found.Count > 0;

    public void Type(string text) => Query = text;

    /// <summary>Finds the entries for what was typed, or the first ones of the list, and shows them. The best one is marked when something was typed.</summary>
    public void Open(ListaCodici list, DateOnly day)
    {
        (_answered, _moved) = (Query ?? "", false);
        (Found, IsOpen) = (list.Cerca(_answered, day, MaxFound), true);
        Marked = _answered.Length > 0 && Found.Count > 0 ? 0 : Nothing;
    }

    public void Close() => (IsOpen, Marked, _moved) = (false, Nothing, false);

    /// <summary>Marks the next entry or the one before; after the last comes the first.</summary>
    public void Move(int step)
    {
        if (Found.Count > 0)
        {
            Marked = Marked == Nothing && step < 0 ? Found.Count - 1 : (Marked + step + Found.Count) % Found.Count;
            _moved = true;
        }
    }

    /// <summary>
    /// Returns the entry that Enter takes: the marked one of a list that answers the text as it is now, else the one that the text names. Null
    /// when there is none: nothing is chosen that was not seen.
    /// </summary>
    public VoceLista? Taken(ListaCodici list, DateOnly day) =>
        HasEntries && Marked >= 0 && _answered == (Query ?? "") ? Found[Marked] : list.Riconosci(Query, day);

    /// <summary>
    /// Ends the search and returns the code of the entry that was marked by hand, or that the text names, or else the text as it is; null when
    /// nothing was typed and nothing marked.
    /// </summary>
    public string? Resolve(ListaCodici list, DateOnly day)
    {
        var (text, entry) = (Query?.Trim(), _moved ? Taken(list, day) : list.Riconosci(Query, day));
        End();
        return entry?.Codice ?? text;
    }

    /// <summary>Ends the search: the field shows its value again.</summary>
    public void End()
    {
        Query = null;
        Close();
    }
}
