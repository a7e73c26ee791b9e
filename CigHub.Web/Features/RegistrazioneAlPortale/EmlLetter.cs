using MimeKit;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Writes an e-mail as a file (.eml) that mail programs open as a draft.</summary>
public static class EmlLetter
{
    public const string NomeFile = "registrazione-al-portale.eml";

    /// <param name="nome">The sender's name.</param>
    /// <param name="da">The sender's e-mail address.</param>
    /// <param name="a">The recipient's e-mail address. Empty for a draft without a recipient.</param>
    /// <param name="oggetto">The subject.</param>
    /// <param name="testo">The body, plain text.</param>
    /// <param name="quando">The date of the letter.</param>
    public static byte[] Of(string nome, string da, string a, string oggetto, string testo, DateTimeOffset quando)
    {
        using var lettera = new MimeMessage { Subject = oggetto, Date = quando, Body = new TextPart("plain") { Text = testo } };
        lettera.From.Add(new MailboxAddress(nome, da));
        if (MailboxAddress.TryParse(a, out var destinatario))
        {
            lettera.To.Add(destinatario);
        }

        // The mail program gives the draft an id when it sends it. MimeKit's id would contain the server's name.
        lettera.Headers.Remove(HeaderId.MessageId);
        lettera.Headers.Add("X-Unsent", "1");
        using var flusso = new MemoryStream();
        lettera.WriteTo(FormatOptions.Default, flusso);
        return flusso.ToArray();
    }
}
