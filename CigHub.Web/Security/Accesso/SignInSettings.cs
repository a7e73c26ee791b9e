using CigHub.Web.Common;

namespace CigHub.Web.Security.Accesso;

/// <summary>The settings of the first sign-in, which creates the first Amministratore.</summary>
public sealed class SignInSettings : ISettings
{
    public static string Section => "Accesso";

    /// <summary>The user name that may become the first Amministratore; empty when nobody may.</summary>
    public string PrimoAmministratore { get; init => field = value.Trim(); } = "";
}
