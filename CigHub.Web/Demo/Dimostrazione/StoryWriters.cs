using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>A clock that shows the time of the story while the demonstration is written, and the app's time otherwise.</summary>
internal sealed class StoryClock(TimeProvider adesso) : TimeProvider
{
    /// <summary>The instant of the act under way, UTC; null for the app's time.</summary>
    public DateTime? Utc { get; set; }

    public override DateTimeOffset GetUtcNow() => Utc is { } utc ? new DateTimeOffset(utc) : adesso.GetUtcNow();
}

/// <summary>Ids that come from the seed once the story of the demonstration has begun, and are random before.</summary>
internal sealed class StoryIds : NewIds
{
    /// <summary>The seeded ids; null before the story begins.</summary>
    public SeededIds? Seeded { get; set; }

    public override Guid Next() => Seeded?.Next() ?? base.Next();
}

/// <summary>The writers of the demonstration. They write like those of the app, through the same gate, but with the clock and the ids of the story.</summary>
internal sealed class StoryWriters
{
    public StoryWriters(
        IServiceScopeFactory scopes, WriteGate gate, AfterCommitListeners listeners, TimeProvider adesso, ILogger<CommandRunner> log)
    {
        Clock = new StoryClock(adesso);
        var writes = new GatedWrites(scopes, gate, listeners, Clock, Ids);
        (Sistema, Blocco, Runner) = (new SystemWriter(writes), new BatchWriter(writes), new CommandRunner(writes, log));
    }

    public StoryClock Clock { get; }

    public StoryIds Ids { get; } = new();

    public SystemWriter Sistema { get; }

    public CommandRunner Runner { get; }

    public BatchWriter Blocco { get; }
}
