using CigHub.Web.Data.Sqlite;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// Writes data that are only a convenience. When the storage refuses a write (disk full, database locked), it is logged and given up, and
/// the page goes on.
/// </summary>
internal static partial class PreferenceWrites
{
    public static Task Attempt(this IServiceScopeFactory scopes, Func<PreferenzeDbContext, Task> write) => scopes.Attempt(
        async db =>
        {
            await write(db);
            return true;
        },
        false);

    /// <param name="otherwise">The result when the write was refused.</param>
    public static async Task<T> Attempt<T>(this IServiceScopeFactory scopes, Func<PreferenzeDbContext, Task<T>> write, T otherwise)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await write(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            NotKept(scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PreferenceWrites)), fault.Code, e);
            return otherwise;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A preference was not kept: {Code}")]
    private static partial void NotKept(ILogger logger, string code, Exception cause);
}
