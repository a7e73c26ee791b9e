using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>A clock that shows the time of the story while the demonstration is written, and otherwise the real time.</summary>
internal sealed class StoryClock(TimeProvider adesso) : TimeProvider
{
    /// <summary>The time that the clock shows, in UTC: that of the act which is being written. Null when it shows the real time.</summary>
    public DateTime? Utc { get; set; }

    public override DateTimeOffset GetUtcNow() => Utc is { } utc ? new DateTimeOffset(utc) : adesso.GetUtcNow();
}

/// <summary>A source of ids. Once the story of the demonstration has begun they come from the seed, before that they are random.</summary>
internal sealed class StoryIds : NewIds
{
    /// <summary>The ids from the seed, or null before the story begins.</summary>
    public SeededIds? Seeded { get; set; }

    public override Guid Next() => Seeded?.Next() ?? base.Next();
}

/// <summary>
/// The writers that write the demonstration. They work like those of the app and use the same gate, but take the time and the ids from the
/// story.
/// </summary>
internal sealed class StoryWriters
{
    public StoryWriters(
        IServiceScopeFactory scopes, WriteGate gate, AfterCommitListeners listeners, TimeProvider adesso, ILogger<CommandRunner> log)
    {
        Clock = new StoryClock(adesso);
        var writes = new GatedWrites(scopes, gate, listeners, Clock, Ids);
        (Sistema, Blocco, Runner) = (new SystemWriter(writes), new BatchWriter(writes, scopes, Clock), new CommandRunner(writes, log));
    }

    public StoryClock Clock { get; }

    public StoryIds Ids { get; } = new();

    public SystemWriter Sistema { get; }

    public CommandRunner Runner { get; }

    public BatchWriter Blocco { get; }
}
