using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Tsp;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>Compares a kept time stamp (RFC 3161) with the text that it must be about. Its chain of certificates is for the verifier.</summary>
public static class TimeStampImprint
{
    /// <summary>Says whether the stamp is about this text: its imprint is the SHA-256 of the text.</summary>
    public static bool IsOf(byte[] stamp, string text)
    {
        try
        {
            var imprint = new TimeStampResponse(stamp).TimeStampToken?.TimeStampInfo.GetMessageImprintDigest();
            return imprint is not null && imprint.AsSpan().SequenceEqual(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
        catch (Exception e) when (e is TspException or IOException or ArgumentException)
        {
            return false;
        }
    }
}
