using System.Collections.Concurrent;

namespace CigHub.Web.Data.Start;

/// <summary>The faults of the data that the checks of this process have found, as Italian sentences for the administrators.</summary>
public sealed class DataHealth
{
    private readonly ConcurrentDictionary<string, string> _faults = new();

    /// <summary>Raised when a sentence is added or removed, on any thread.</summary>
    public event Action? Changed;

    public IReadOnlyList<string> Faults => FaultsBut("");

    /// <summary>Returns the sentences without the one about a subject, for a page that tells of that subject itself.</summary>
    public IReadOnlyList<string> FaultsBut(string subject) =>
        [.. _faults.Where(f => f.Key != subject).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)];

    /// <param name="subject">The subject of the check. A later finding about it replaces the earlier one.</param>
    public void Report(string subject, string sentence)
    {
        _faults[subject] = sentence;
        Changed?.Invoke();
    }

    /// <summary>Removes the sentence about a subject, when its check finds no fault any more.</summary>
    public void Clear(string subject)
    {
        if (_faults.TryRemove(subject, out _))
        {
            Changed?.Invoke();
        }
    }
}
