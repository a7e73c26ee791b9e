using CigHub.Domain.Codici;

namespace CigHub.Web.Components.Forms;

/// <summary>The state of one search in a list of codes: the typed text, the entries found and the marked entry.</summary>
public sealed class CodeSearch
{
    public const int MaxFound = 30;

    /// <summary>The value of <see cref="Marked"/> when no entry is marked.</summary>
    public const int Nothing = -1;

    /// <summary>The text that <see cref="Found"/> answers.</summary>
    private string? _answered;

    /// <summary>Says whether the user moved the mark. Leaving the field then takes the marked entry, as Enter does.</summary>
    private bool _moved;

    /// <summary>The typed text that is not resolved yet; null when the field shows its value.</summary>
    public string? Query { get; private set; }

    public IReadOnlyList<VoceLista> Found { get; private set; } = [];

    /// <summary>The position in <see cref="Found"/> of the entry that Enter takes.</summary>
    public int Marked { get; private set; } = Nothing;

    public bool IsOpen { get; private set; }

    public bool HasEntries => IsOpen && Found.Count > 0;

    public void Type(string text) => Query = text;

    /// <summary>
    /// Finds the entries for the typed text, or the first entries of the list, and shows them. Marks the best entry when a text was typed.
    /// </summary>
    public void Open(ListaCodici list, DateOnly day)
    {
        (_answered, _moved) = (Query ?? "", false);
        (Found, IsOpen) = (list.Cerca(_answered, day, MaxFound), true);
        Marked = _answered.Length > 0 && Found.Count > 0 ? 0 : Nothing;
    }

    public void Close() => (IsOpen, Marked, _moved) = (false, Nothing, false);

    /// <summary>Marks the next entry, or the one before it. The first entry follows the last.</summary>
    public void Move(int step)
    {
        if (Found.Count > 0)
        {
            Marked = Marked == Nothing && step < 0 ? Found.Count - 1 : (Marked + step + Found.Count) % Found.Count;
            _moved = true;
        }
    }

    /// <summary>
    /// Returns the entry that Enter takes: the marked entry when the list answers the present text, else the entry that the text names.
    /// Returns null when there is none, so that the user never chooses an entry unseen.
    /// </summary>
    public VoceLista? Taken(ListaCodici list, DateOnly day) =>
        HasEntries && Marked >= 0 && _answered == (Query ?? "") ? Found[Marked] : list.Riconosci(Query, day);

    /// <summary>
    /// Ends the search. Returns the code of the entry that the user marked or that the text names, else the text as it is. Returns null
    /// when the user neither typed nor marked anything.
    /// </summary>
    public string? Resolve(ListaCodici list, DateOnly day)
    {
        var (text, entry) = (Query?.Trim(), _moved ? Taken(list, day) : list.Riconosci(Query, day));
        End();
        return entry?.Codice ?? text;
    }

    /// <summary>Ends the search. The field shows its value again.</summary>
    public void End()
    {
        Query = null;
        Close();
    }
}
