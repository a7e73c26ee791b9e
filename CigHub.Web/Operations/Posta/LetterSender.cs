using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CigHub.Web.Operations.Posta;

/// <summary>Sends a letter through the mail server of some settings.</summary>
internal static class LetterSender
{
    public static async Task Send(MailServerSettings settings, MimeMessage letter, CancellationToken ct)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Server, settings.Porta, Enum.Parse<SecureSocketOptions>(settings.Cifratura), ct);
        if (settings.Utente.Length > 0)
        {
            await client.AuthenticateAsync(settings.Utente, (await File.ReadAllTextAsync(settings.FileParola, ct)).Trim(), ct);
        }

        await client.SendAsync(letter, ct);
        await client.DisconnectAsync(quit: true, ct);
    }
}
