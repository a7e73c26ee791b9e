namespace CigHub.Domain.Common;

/// <summary>Where new ids come from: Guid v7, unless somebody who must make the same data again says otherwise.</summary>
/// <remarks>
/// The other source holds for the flow of control that set it and for what it awaits, never for anybody else's; the demonstration data
/// use it, so that the same seed gives the same ids.
/// </remarks>
public static class Identificativi
{
    private static readonly AsyncLocal<Func<Guid>?> _fonte = new();

    public static Guid Nuovo() => _fonte.Value?.Invoke() ?? Guid.CreateVersion7();

    /// <summary>Takes ids from this source until what it gives is disposed.</summary>
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
