using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>Makes and checks Ed25519 signatures, which .NET does not offer.</summary>
/// <remarks>Source: RFC 8032, as BouncyCastle implements it. Its signatures are those of Go, byte for byte.</remarks>
internal static class Ed25519Signing
{
    /// <summary>Returns a new random seed, which is the private key.</summary>
    public static byte[] NewSeed() => RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize);

    /// <summary>Returns the public key of a private key.</summary>
    public static byte[] PublicOf(byte[] seed)
    {
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        return key;
    }

    public static byte[] Sign(byte[] seed, byte[] message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        return signature;
    }

    public static bool Verify(byte[] publicKey, byte[] message, byte[] signature) =>
        publicKey.Length == Ed25519.PublicKeySize && signature.Length == Ed25519.SignatureSize
        && Ed25519.Verify(signature, 0, publicKey, 0, message, 0, message.Length);
}
