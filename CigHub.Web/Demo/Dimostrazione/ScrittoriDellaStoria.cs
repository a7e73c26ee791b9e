using CigHub.Web.UseCases;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>A clock that shows the time of the story while the demonstration is written, and the app's time otherwise.</summary>
internal sealed class OrologioDellaStoria(TimeProvider adesso) : TimeProvider
{
    /// <summary>The instant of the act under way, UTC; null for the app's time.</summary>
    public DateTime? Utc { get; set; }

    public override DateTimeOffset GetUtcNow() => Utc is { } utc ? new DateTimeOffset(utc) : adesso.GetUtcNow();
}

/// <summary>The writers of the demonstration. They write like those of the app, through the same gate, but with the clock of the story.</summary>
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
