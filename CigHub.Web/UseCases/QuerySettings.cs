using CigHub.Web.Common;

namespace CigHub.Web.UseCases;

/// <summary>The limits on the queries of pages: the number that run at once, and the time that each may take.</summary>
public sealed class QuerySettings : ISettings
{
    private const int MaxAtOnce = 256;
    private const int MaxSeconds = 600;
    private const int FewestAtOnce = 4;

    public static string Section => "Letture";

    /// <summary>The number of queries that run at once. Zero stands for twice the number of processors, but at least four.</summary>
    [WholeNumber(0, MaxAtOnce)]
    public int Insieme { get; init; }

    /// <summary>The seconds after which a query of a page is stopped.</summary>
    [WholeNumber(1, MaxSeconds, " di secondi")]
    public int SecondiMassimi { get; init; } = 10;

    /// <summary>Returns the number of queries that run at once on this machine.</summary>
    public int AtOnce => Insieme > 0 ? Insieme : Math.Max(FewestAtOnce, 2 * Environment.ProcessorCount);

    /// <summary>Returns the longest time that a query of a page may take.</summary>
    public TimeSpan Limit => TimeSpan.FromSeconds(SecondiMassimi);
}
