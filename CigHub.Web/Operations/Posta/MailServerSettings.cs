using System.ComponentModel.DataAnnotations;
using CigHub.Web.Common;
using CigHub.Web.Operations.Attestazioni;
using MailKit.Security;

namespace CigHub.Web.Operations.Posta;

/// <summary>The settings of a mail server: its name, the line, the sign-in there, and the sender.</summary>
internal abstract class MailServerSettings
{
    /// <summary>The name of the mail server. Empty: nothing is sent through it.</summary>
    public string Server { get; init; } = "";

    [WholeNumber(1, 65_535)]
    public int Porta { get; init; } = 587;

    /// <summary>The encryption of the line: <c>StartTls</c>, <c>SslOnConnect</c>, or <c>None</c> for a server on the same machine.</summary>
    [AllowedValues("StartTls", "SslOnConnect", "None", ErrorMessage = "scrivi StartTls, SslOnConnect o None")]
    public string Cifratura { get; init; } = nameof(SecureSocketOptions.StartTls);

    /// <summary>The user name at the mail server. Empty: no sign-in there.</summary>
    public string Utente { get; init; } = "";

    /// <summary>The path of a file with the password. The password itself never stands in a setting.</summary>
    [ReadableFile]
    public string FileParola { get; init; } = "";

    [MailAddress]
    public string Mittente { get; init; } = "";
}

/// <summary>The settings of the e-mail that tells a person what waits for this person. A mail server and a sender switch it on.</summary>
internal sealed class AvvisiPostaSettings : MailServerSettings, ISettings
{
    public static string Section => "AvvisiPosta";

    /// <summary>The address by which people open CigHub, written into each letter. Empty: the letter has no link.</summary>
    [WebAddress]
    public string Indirizzo { get; init; } = "";

    [WholeNumber(1, 1_440, " di minuti")]
    public int OgniMinuti { get; init; } = 15;
}
