using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>A clock that stands in the past while the demonstration's story is told, and is the app's own otherwise.</summary>
internal sealed class OrologioDellaStoria(TimeProvider adesso) : TimeProvider
{
    /// <summary>The moment of the act under way, UTC; null: now.</summary>
    public DateTime? Utc { get; set; }

    public override DateTimeOffset GetUtcNow() => Utc is { } utc ? new DateTimeOffset(utc) : adesso.GetUtcNow();
}

/// <summary>Ids that come from the seed once the demonstration's story has begun, and are the app's own before.</summary>
internal sealed class StoryIds : NewIds
{
    /// <summary>The seeded ids; null before the story begins.</summary>
    public IdentitaDalSeme? Seeded { get; set; }

    public override Guid Next() => Seeded?.Next() ?? base.Next();
}

/// <summary>The demonstration's own writers: the same as the app's, through the same gate, by the clock and with the ids of the story.</summary>
internal sealed class ScrittoriDellaStoria
{
    public ScrittoriDellaStoria(
        IServiceScopeFactory scopes, Cancello gate, AfterCommitListeners listeners, TimeProvider adesso, ILogger<CommandRunner> log)
    {
        Orologio = new OrologioDellaStoria(adesso);
        var writes = new GatedWrites(scopes, gate, listeners, Orologio, Ids);
        (Sistema, Blocco, Runner) = (new SystemWriter(writes), new ScritturaInBlocco(writes), new CommandRunner(writes, log));
    }

    public OrologioDellaStoria Orologio { get; }

    public StoryIds Ids { get; } = new();

    public SystemWriter Sistema { get; }

    public CommandRunner Runner { get; }

    public ScritturaInBlocco Blocco { get; }
}
