using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>Which CIG this installation takes as a CIG Derivato: those of the palestra in the demonstration alone.</summary>
public static class CigDerivatiAmmessi
{
    /// <summary>The rules to ask wherever a CIG Derivato comes in.</summary>
    /// <remarks>The demonstration, in Development, is where the palestra could be on, whether it is or not, and nobody acts with a real identity.</remarks>
    public static RegoleCigDerivato Regole(IConfiguration configurazione, IHostEnvironment ambiente) =>
        new(ammettePalestra: ambiente.IsDevelopment() && configurazione.ReadFlag(DataSetup.SettingDimostrazione));
}
