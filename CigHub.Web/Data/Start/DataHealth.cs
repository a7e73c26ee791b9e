using System.Collections.Concurrent;

namespace CigHub.Web.Data.Start;

/// <summary>The faults of the data that the checks of this process found, as sentences for the people who keep the office's data.</summary>
public sealed class DataHealth
{
    private readonly ConcurrentDictionary<string, string> _faults = new();

    /// <summary>Raised on any thread when a sentence comes or goes.</summary>
    public event Action? Changed;

    public IReadOnlyList<string> Faults => [.. _faults.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)];

    /// <param name="subject">The subject of the check. A later finding about it replaces the earlier one.</param>
    public void Report(string subject, string sentence)
    {
        _faults[subject] = sentence;
        Changed?.Invoke();
    }

    /// <summary>Removes the finding about a subject.</summary>
    public void Clear(string subject)
    {
        if (_faults.TryRemove(subject, out _))
        {
            Changed?.Invoke();
        }
    }
}
