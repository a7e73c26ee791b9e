using CigHub.Web.Data;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Palestra;

namespace CigHub.Web.Operations;

/// <summary>The start of the program on its data, ended in order when the data do not allow it.</summary>
internal static partial class ProgramStart
{
    /// <summary>Takes the data folder and opens what is in it. Null: the program may go on; else the code to end with, after the reason was written.</summary>
    public static async Task<int?> OpenDataAsync(this WebApplication app)
    {
        try
        {
            app.TakeDataFolder();
            await app.PrepareDataAsync();
            await StartRefusals.Told(app.PreparePalestraAsync);
            await StartRefusals.Told(() => app.Services.GetRequiredService<HeadCheck>().Run());
            return null;
        }
        catch (StartRefusedException refusal)
        {
            // The logger of a service manager, and whoever started the program by hand.
            Refused(app.Logger, refusal.Message);
            await app.DisposeAsync();
            await Console.Error.WriteLineAsync(refusal.Message);
            return refusal.ExitCode;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Reason}")]
    private static partial void Refused(ILogger logger, string reason);
}
