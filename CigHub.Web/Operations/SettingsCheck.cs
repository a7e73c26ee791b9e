using CigHub.Domain.Affidamenti;
using CigHub.Web.Data.Dimostrazione;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Persone.Conservazione;
using CigHub.Web.Features.Persone.Registrazione;
using CigHub.Web.Security;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations;

/// <summary>Reads every setting before anything is touched: a wrong one must end the start, not the work of the first person who needs it.</summary>
internal static class SettingsCheck
{
    private static readonly string[] _framework = ["Microsoft.Extensions.Configuration", "Microsoft.Extensions.Logging"];

    /// <exception cref="SettingRefusedException">A setting is wrong.</exception>
    public static WebApplication CheckSettings(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<DatiDimostrativi>().CheckSettings();
        _ = app.Services.GetRequiredService<ImpostazioniRichiesta>();
        _ = app.Services.GetRequiredService<ImpostazioniPromemoria>();
        _ = app.Services.GetRequiredService<ImpostazioniConservazione>();
        _ = app.Services.GetRequiredService<ImpostazioniRegistrazione>();
        _ = app.Services.GetRequiredService<RegoleCigDerivato>();
        _ = app.Services.GetRequiredService<IOptions<HstsOptions>>().Value;
        ProxyFidati.Controlla(app.Configuration);
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
        catch (SettingRefusedException e)
        {
            throw StartRefusals.Of(e)!;
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
