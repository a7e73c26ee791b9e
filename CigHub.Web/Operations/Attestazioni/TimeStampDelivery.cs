using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>
/// Asks a time-stamping service to stamp the hash of an attestazione. The stamp gives it a date that counts towards third parties; the text
/// of the attestazione itself stays here.
/// </summary>
/// <remarks>Source: RFC 3161. Whether the service is a qualified one depends on the contract with it; the chain is checked by the verifier.</remarks>
internal sealed class TimeStampDelivery(IOptions<TimeStampSettings> options, IHttpClientFactory http) : IDestinazione
{
    /// <summary>The stored name of the place.</summary>
    public const string Name = "marca";

    private const string Query = "application/timestamp-query";
    private const int NonceBytes = 8, MaxAnswer = 1 << 20;

    private readonly TimeStampSettings _settings = options.Value;

    public string Nome => Name;

    public string Titolo => "Marca temporale";

    public bool IsOn => _settings.Indirizzo.Length > 0;

    public TimeSpan Ogni => TimeSpan.FromHours(_settings.OgniOre);

    /// <summary>Returns the hash of an attestazione that is stamped: the SHA-256 of its file.</summary>
    public static byte[] HashOf(Attestazione attestazione) => SHA256.HashData(Encoding.UTF8.GetBytes(attestazione.Nota));

    public async Task<Ricevuta> Invia(Attestazione attestazione, CancellationToken ct)
    {
        var hash = HashOf(attestazione);
        var request = Rfc3161TimestampRequest.CreateFromHash(
            hash, HashAlgorithmName.SHA256, nonce: Nonce(), requestSignerCertificates: true);
        var answer = await Ask(request.Encode(), ct);
        Rfc3161TimestampToken token;
        try
        {
            token = request.ProcessResponse(answer, out _);
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException($"La risposta non è la marca temporale di questa attestazione ({e.Message}).", e);
        }

        if (!token.VerifySignatureForHash(hash, HashAlgorithmName.SHA256, out var certificate))
        {
            throw new InvalidDataException("La firma della marca temporale non è valida.");
        }

        var when = RomeTime.Text(token.TokenInfo.Timestamp.UtcDateTime);
        return new Ricevuta($"Marca del {when} di {certificate!.Subject}", answer);
    }

    private async Task<byte[]> Ask(byte[] request, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _settings.Indirizzo) { Content = new ByteArrayContent(request) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(Query);
        if (_settings.Utente.Length > 0)
        {
            var password = (await File.ReadAllTextAsync(_settings.FileParola, ct)).Trim();
            message.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_settings.Utente}:{password}")));
        }

        using var client = http.CreateClient(nameof(TimeStampDelivery));
        client.MaxResponseContentBufferSize = MaxAnswer;
        using var response = await client.SendAsync(message, ct);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync(ct)
            : throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"Il servizio ha risposto {(int)response.StatusCode}."));
    }

    /// <summary>Returns random bytes whose first is neither zero nor negative, so that every service writes the number back as it was.</summary>
    private static byte[] Nonce()
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        nonce[0] = (byte)((nonce[0] & 0x7F) | 0x40);
        return nonce;
    }
}
