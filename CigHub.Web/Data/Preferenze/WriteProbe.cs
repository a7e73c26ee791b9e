using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>Writes one row of its own again and again, to learn whether the storage still takes writes.</summary>
public sealed partial class WriteProbe(IServiceScopeFactory scopes, ILogger<WriteProbe> log)
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>Writes the row. Returns false, and logs the reason, when the storage did not take it within a second.</summary>
    /// <param name="utc">The instant that the row notes.</param>
    public async Task<bool> Write(DateTime utc, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>();
        db.Database.SetCommandTimeout(_longest);
        try
        {
            return await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "ProvaDiScrittura" ("Id", "Il") VALUES ({ProvaDiScrittura.Unica}, {utc})
                ON CONFLICT ("Id") DO UPDATE SET "Il" = excluded."Il"
                """, ct) == 1;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotWritten(e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The probe could not write")]
    private partial void NotWritten(Exception cause);
}
