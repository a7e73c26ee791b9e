using System.Collections.Concurrent;

namespace CigHub.Web.Data.Start;

/// <summary>What is wrong with the data, as the checks of this process found it: the sentences that those who keep the office's data must read.</summary>
public sealed class DataHealth
{
    private readonly ConcurrentDictionary<string, string> _faults = new();

    /// <summary>A sentence came or went; raised on any thread.</summary>
    public event Action? Changed;

    public IReadOnlyList<string> Faults => [.. _faults.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)];

    /// <param name="subject">What was checked; a later finding about it replaces the earlier one.</param>
    public void Report(string subject, string sentence)
    {
        _faults[subject] = sentence;
        Changed?.Invoke();
    }

    /// <summary>A finding about a subject is over.</summary>
    public void Clear(string subject)
    {
        if (_faults.TryRemove(subject, out _))
        {
            Changed?.Invoke();
        }
    }
}
