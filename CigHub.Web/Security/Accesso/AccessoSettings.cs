using CigHub.Web.Common;

namespace CigHub.Web.Security.Accesso;

/// <summary>Who may found the office.</summary>
public sealed class AccessoSettings : ISettings
{
    public static string Section => "Accesso";

    /// <summary>The user name that may make itself the first Amministratore; empty: nobody may.</summary>
    public string PrimoAmministratore { get; init => field = value.Trim(); } = "";
}
