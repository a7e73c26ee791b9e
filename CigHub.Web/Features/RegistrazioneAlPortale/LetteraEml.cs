using MimeKit;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>A letter as a file that mail programs open as a draft, made by MimeKit.</summary>
public static class LetteraEml
{
    public const string NomeFile = "registrazione-al-portale.eml";

    /// <param name="nome">Who writes.</param>
    /// <param name="da">Her address.</param>
    /// <param name="a">Empty: the draft has no recipient yet.</param>
    /// <param name="oggetto">The subject.</param>
    /// <param name="testo">The body, plain text.</param>
    /// <param name="quando">Now.</param>
    public static byte[] Di(string nome, string da, string a, string oggetto, string testo, DateTimeOffset quando)
    {
        using var lettera = new MimeMessage { Subject = oggetto, Date = quando, Body = new TextPart("plain") { Text = testo } };
        lettera.From.Add(new MailboxAddress(nome, da));
        if (MailboxAddress.TryParse(a, out var destinatario))
        {
            lettera.To.Add(destinatario);
        }

        // A draft: the mail program gives it its own id when it is sent, and ours would say the server's name.
        lettera.Headers.Remove(HeaderId.MessageId);
        lettera.Headers.Add("X-Unsent", "1");
        using var flusso = new MemoryStream();
        lettera.WriteTo(FormatOptions.Default, flusso);
        return flusso.ToArray();
    }
}
