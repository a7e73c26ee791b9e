using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CigHub.Web.UseCases;

/// <summary>
/// Measures how long commands take, with the wait for their turn, and how they end. Nothing is recorded while nobody listens. A measure
/// holds no person, no Ente and no id.
/// </summary>
internal static class CommandMeasures
{
    /// <summary>The name of the meter and of the source of the traces.</summary>
    public const string Name = "CigHub";

    private static readonly ActivitySource _source = new(Name);
    private static readonly Meter _meter = new(Name);

    private static readonly Histogram<double> _duration =
        _meter.CreateHistogram<double>("cighub.command.duration", "s", "The time of a command, with the wait for its turn");

    /// <summary>Runs a command and records its name, its time and whether it was carried out.</summary>
    public static async Task<T> Around<T>(string command, Func<Task<T>> run, Func<T, bool> done)
    {
        using var activity = _source.StartActivity(command);
        var start = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await run();
            outcome = done(result) ? "done" : "refused";
            return result;
        }
        finally
        {
            activity?.SetTag("outcome", outcome);
            _duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("command", command), new("outcome", outcome));
        }
    }
}
