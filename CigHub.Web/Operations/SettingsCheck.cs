using CigHub.Web.Data.Start;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations;

/// <summary>
/// Validates every group of settings before anything else happens, so that a wrong setting stops the start and not the work of the first
/// user who needs it.
/// </summary>
internal static class SettingsCheck
{
    private static readonly string[] _framework = ["Microsoft.Extensions.Configuration", "Microsoft.Extensions.Logging"];

    /// <exception cref="OptionsValidationException">
    /// A setting is wrong. When settings of several groups are wrong it is an <see cref="AggregateException"/>.
    /// </exception>
    public static WebApplication CheckSettings(this WebApplication app)
    {
        // Validate now, because the host validates only when it starts to listen, after the data are opened.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app;
    }

    /// <summary>
    /// Runs a function that reads settings and returns its result. An error about a wrong setting becomes a refusal of the start.
    /// </summary>
    /// <exception cref="StartRefusedException">A setting is wrong, or a file of settings is not readable.</exception>
    public static T Told<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException && StartRefusals.Of(e) is { } refusal)
        {
            throw refusal;
        }
        catch (InvalidDataException e)
        {
            throw Refused($"Un file delle impostazioni non si legge: {e.Message} {e.GetBaseException().Message}", e);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException and not StartRefusedException && OfTheConfiguration(e))
        {
            throw Refused($"Un'impostazione non va: {e.Message}", e);
        }
    }

    /// <summary>
    /// Says whether an error comes from the framework's configuration code, which checks the framework's own settings, such as log levels
    /// and console formats.
    /// </summary>
    private static bool OfTheConfiguration(Exception e) =>
        Array.Exists(_framework, f => e.Source?.StartsWith(f, StringComparison.Ordinal) == true);

    private static StartRefusedException Refused(string what, Exception e) =>
        new(ExitCodes.Usage, $"{what.ReplaceLineEndings(" ")} CigHub non parte. Vedi docs/operations.md.", e);
}
