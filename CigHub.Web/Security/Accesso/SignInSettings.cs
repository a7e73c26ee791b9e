using CigHub.Web.Common;

namespace CigHub.Web.Security.Accesso;

/// <summary>The settings of the first access: who may become the first Amministratore of a new installation.</summary>
public sealed class SignInSettings : ISettings
{
    public static string Section => "Accesso";

    /// <summary>
    /// The user name of the person who may become the first Amministratore, through the page of the first access. When it is empty, nobody
    /// may.
    /// </summary>
    public string PrimoAmministratore { get; init => field = value.Trim(); } = "";
}
