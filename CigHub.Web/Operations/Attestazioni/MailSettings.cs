using System.ComponentModel.DataAnnotations;
using CigHub.Web.Common;
using CigHub.Web.Operations.Posta;
using MimeKit;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>The settings of the attestazioni by e-mail or PEC: mail server, sign-in, sender and addresses.</summary>
internal sealed class MailSettings : MailServerSettings, ISettings
{
    public static string Section => "AttestazioniPosta";

    /// <summary>The addresses, separated by commas.</summary>
    [MailAddress]
    public string Destinatari { get; init; } = "";

    [WholeNumber(1, 720, " di ore")]
    public int OgniOre { get; init; } = 24;
}

/// <summary>The settings of the time stamp (RFC 3161) of the attestazioni: address of the service and sign-in there.</summary>
internal sealed class TimeStampSettings : ISettings
{
    public static string Section => "MarcaTemporale";

    /// <summary>The address of the service. Empty: no time stamp is asked for.</summary>
    [WebAddress]
    public string Indirizzo { get; init; } = "";

    /// <summary>The user name at the service. Empty: no sign-in there.</summary>
    public string Utente { get; init; } = "";

    /// <summary>The path of a file with the password.</summary>
    [ReadableFile]
    public string FileParola { get; init; } = "";

    [WholeNumber(1, 720, " di ore")]
    public int OgniOre { get; init; } = 24;
}

/// <summary>Requires that a setting is the path of a file that can be read, or empty.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReadableFileAttribute : ValidationAttribute
{
    public ReadableFileAttribute() => ErrorMessage = "il file non c'è o non si legge";

    public override bool IsValid(object? value) => value is not string { Length: > 0 } path || File.Exists(path);
}

/// <summary>Requires that a setting is one or more e-mail addresses separated by commas, or empty.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MailAddressAttribute : ValidationAttribute
{
    public MailAddressAttribute() => ErrorMessage = "scrivi un indirizzo di posta, o più d'uno separati da virgole";

    public override bool IsValid(object? value) =>
        value is not string { Length: > 0 } text || (InternetAddressList.TryParse(text, out var list) && list.Mailboxes.All(m => m.Address.Contains('@')));
}

/// <summary>Requires that a setting is an address that begins with http:// or https://, or empty.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute : ValidationAttribute
{
    public WebAddressAttribute() => ErrorMessage = "scrivi un indirizzo che comincia per https:// o http://";

    public override bool IsValid(object? value) =>
        value is not string { Length: > 0 } text || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
