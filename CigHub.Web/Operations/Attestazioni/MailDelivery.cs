using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Operations.Posta;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>Sends attestazioni by e-mail, or by PEC where the mail server is one, to the addresses of a setting.</summary>
internal sealed class MailDelivery(IOptions<MailSettings> options) : IDestinazione
{
    private readonly MailSettings _settings = options.Value;

    public string Nome => "posta";

    public string Titolo => "Posta elettronica";

    public bool IsOn => _settings is { Server.Length: > 0, Mittente.Length: > 0, Destinatari.Length: > 0 };

    public TimeSpan Ogni => TimeSpan.FromHours(_settings.OgniOre);

    public async Task<Ricevuta> Invia(Attestazione attestazione, CancellationToken ct)
    {
        using var letter = Letter(attestazione);
        await LetterSender.Send(_settings, letter, ct);
        return new Ricevuta(_settings.Destinatari);
    }

    private MimeMessage Letter(Attestazione attestazione)
    {
        var letter = new MimeMessage { Subject = $"CigHub: attestazione di integrità {AttestazioneWords.NameOf(attestazione.Numero, attestazione.Utc)}" };
        letter.From.AddRange(InternetAddressList.Parse(_settings.Mittente));
        letter.To.AddRange(InternetAddressList.Parse(_settings.Destinatari));
        var body = new BodyBuilder
        {
            TextBody = $"Attestazione di integrità del registro eventi di CigHub, {AttestazioneWords.NameOf(attestazione.Numero, attestazione.Utc)}, ore " +
                $"{RomeTime.Time(attestazione.Utc)}: {Plural.Of(attestazione.Dimensione, "evento", "eventi")}.\n\n" +
                "Conserva questo messaggio con il suo allegato. " +
                "Con «Confronta con un'attestazione», nella pagina «Attestazioni di integrità», si vede se il registro contiene ancora quegli eventi.\n\n" +
                attestazione.Nota,
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"attestazione-{attestazione.Numero:000000}.txt");
        body.Attachments.Add(name, System.Text.Encoding.UTF8.GetBytes(attestazione.Nota), new ContentType("application", "octet-stream"));
        letter.Body = body.ToMessageBody();
        return letter;
    }
}
