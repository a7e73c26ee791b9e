namespace CigHub.Domain.Common;

/// <summary>Makes new ids: Guid v7, unless the caller has set another source.</summary>
/// <remarks>
/// The other source applies to the flow of control that set it and to what that flow awaits, and to nothing else. The demonstration data
/// use it, so that the same seed gives the same ids.
/// </remarks>
public static class Identificativi
{
    private static readonly AsyncLocal<Func<Guid>?> _fonte = new();

    public static Guid Nuovo() => _fonte.Value?.Invoke() ?? Guid.CreateVersion7();

    /// <summary>Takes ids from the given source until the returned object is disposed.</summary>
    public static IDisposable Da(Func<Guid> fonte)
    {
        var prima = _fonte.Value;
        _fonte.Value = fonte;
        return new Ritorno(prima);
    }

    private sealed class Ritorno(Func<Guid>? prima) : IDisposable
    {
        public void Dispose() => _fonte.Value = prima;
    }
}
