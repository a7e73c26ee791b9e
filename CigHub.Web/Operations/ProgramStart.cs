using System.Net.Sockets;
using CigHub.Web.Data;
using CigHub.Web.Data.Start;
using Microsoft.AspNetCore.Connections;

namespace CigHub.Web.Operations;

/// <summary>
/// Starts the program for serving pages. When settings, data or the address are not usable, it ends with a message and an exit code.
/// </summary>
internal static partial class ProgramStart
{
    /// <summary>Serves pages until the program is stopped, and returns the exit code.</summary>
    /// <param name="build">Builds the program from its settings.</param>
    /// <param name="use">Adds the middleware and the endpoints.</param>
    public static async Task<int> RunAsync(Func<WebApplication> build, Action<WebApplication> use)
    {
        WebApplication? app = null;
        try
        {
            app = SettingsCheck.Told(() => build().CheckSettings());
            await app.OpenDataAsync();
            use(app);
            await Listening(app);
        }
        catch (StartRefusedException refusal)
        {
            // Tell the log, for a service manager, and the console, for a person who starts the program by hand. Without settings there is
            // no logger yet.
            if (app is not null)
            {
                Refused(app.Logger, refusal.Message);
                await app.DisposeAsync();
            }

            await Console.Error.WriteLineAsync(refusal.Message);
            return refusal.ExitCode;
        }

        await using (app)
        {
            await app.WaitForShutdownAsync();
        }

        return ExitCodes.Ok;
    }

    /// <summary>Locks the data folder and opens all data in it.</summary>
    /// <exception cref="StartRefusedException">The data cannot be opened. The message says what is wrong and what to do.</exception>
    private static async Task OpenDataAsync(this WebApplication app)
    {
        app.TakeDataFolder();
        await app.PrepareDataAsync();
        foreach (var part in app.Services.GetServices<IOpensAtStart>())
        {
            await StartRefusals.Told(part.Open);
        }

        await StartRefusals.Told(() => app.Services.GetRequiredService<HeadCheck>().Run());
    }

    private static async Task Listening(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartRefusedException(
                ExitCodes.InUse, $"All'indirizzo chiesto risponde già un altro programma ({e.Message}). Ferma quello, o dai a CigHub un altro indirizzo " +
                    $"(«--urls»).", e);
        }
        catch (Exception e) when (e is FormatException or SocketException || e.InnerException is SocketException)
        {
            throw new StartRefusedException(
                ExitCodes.Usage, $"L'indirizzo chiesto a CigHub non va («--urls», «Kestrel»): {e.Message} Scrivilo come http://127.0.0.1:5080.", e);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Reason}")]
    private static partial void Refused(ILogger logger, string reason);
}
