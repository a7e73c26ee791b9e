using CigHub.Web.Data.Start;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations;

/// <summary>
/// Validates every group of settings before anything is touched: a wrong one must end the start, not the work of the first person who needs it.
/// </summary>
internal static class SettingsCheck
{
    private static readonly string[] _framework = ["Microsoft.Extensions.Configuration", "Microsoft.Extensions.Logging"];

    /// <exception cref="OptionsValidationException">A setting is wrong; <see cref="AggregateException"/> when they are of several groups.</exception>
    public static WebApplication CheckSettings(this WebApplication app)
    {
        // The host would validate when it starts to listen, after the data were opened.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app;
    }

    /// <summary>Makes something from the settings, and tells a setting that is wrong as a refusal.</summary>
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

    /// <summary>The framework's own settings (levels of the log, formats of the console) are refused by the framework's own code.</summary>
    private static bool OfTheConfiguration(Exception e) =>
        Array.Exists(_framework, f => e.Source?.StartsWith(f, StringComparison.Ordinal) == true);

    private static StartRefusedException Refused(string what, Exception e) =>
        new(ExitCodes.Usage, $"{what.ReplaceLineEndings(" ")} CigHub non parte. Vedi docs/operations.md.", e);
}
