using CigHub.Web.UseCases;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>A clock that stands in the past while the demonstration's story is told, and is the app's own otherwise.</summary>
internal sealed class OrologioDellaStoria(TimeProvider adesso) : TimeProvider
{
    /// <summary>The moment of the act under way, UTC; null: now.</summary>
    public DateTime? Utc { get; set; }

    public override DateTimeOffset GetUtcNow() => Utc is { } utc ? new DateTimeOffset(utc) : adesso.GetUtcNow();
}

/// <summary>The demonstration's own writers: the same as the app's, through the same gate, by the clock of the story.</summary>
internal sealed class ScrittoriDellaStoria
{
    public ScrittoriDellaStoria(IServiceScopeFactory scopes, Cancello gate, AfterCommitListeners listeners, TimeProvider adesso)
    {
        Orologio = new OrologioDellaStoria(adesso);
        var writes = new GatedWrites(scopes, gate, listeners, Orologio);
        (Sistema, Blocco) = (new SystemWriter(writes), new ScritturaInBlocco(writes));
    }

    public OrologioDellaStoria Orologio { get; }

    public SystemWriter Sistema { get; }

    public ScritturaInBlocco Blocco { get; }
}
