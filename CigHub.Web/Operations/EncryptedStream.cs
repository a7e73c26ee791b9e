using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CigHub.Web.Operations;

/// <summary>
/// Encrypts and decrypts a stream with a passphrase, in blocks of one megabyte. Decryption fails when a block was changed, left out, moved
/// or cut off.
/// </summary>
/// <remarks>
/// Format: <c>CIGHUBX1</c>, 16 bytes of salt, the rounds as a big-endian Int32, then the blocks. A block has its length (Int32, negative
/// for the last block), its tag (16 bytes) and its bytes. Key: PBKDF2 with SHA-256. Cipher: AES-256-GCM. The nonce is the number of the
/// block, and the length field is authenticated. The salt is new each time, so that no two streams have the same key.
/// </remarks>
internal static class EncryptedStream
{
    public const int BlockLength = 1 << 20;

    private const int SaltLength = 16, TagLength = 16, KeyLength = 32, NonceLength = 12;
    private const int Rounds = 600_000, MaxRounds = 10_000_000;

    private static ReadOnlySpan<byte> Magic => "CIGHUBX1"u8;

    public static bool IsEncrypted(string file)
    {
        Span<byte> start = stackalloc byte[8];
        using var stream = File.OpenRead(file);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Magic);
    }

    public static void Encrypt(Stream plain, Stream target, byte[] passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        target.Write(Magic);
        target.Write(salt);
        WriteNumber(target, Rounds);
        using var cipher = Cipher(passphrase, salt, Rounds);
        var (block, next, sealedBlock) = (new byte[BlockLength], new byte[BlockLength], new byte[BlockLength]);
        var tag = new byte[TagLength];
        var read = plain.ReadAtLeast(block, BlockLength, throwOnEndOfStream: false);
        for (long number = 0; ; number++)
        {
            var after = plain.ReadAtLeast(next, BlockLength, throwOnEndOfStream: false);
            var length = Number(after == 0 ? -read - 1 : read);
            cipher.Encrypt(Nonce(number), block.AsSpan(0, read), sealedBlock.AsSpan(0, read), tag, length);
            target.Write(length);
            target.Write(tag);
            target.Write(sealedBlock, 0, read);
            if (after == 0)
            {
                return;
            }

            (block, next, read) = (next, block, after);
        }
    }

    /// <exception cref="CryptographicException">The passphrase is another one, or the stream was altered.</exception>
    /// <exception cref="InvalidDataException">The stream is cut off or is not of this format.</exception>
    public static void Decrypt(Stream source, Stream plain, byte[] passphrase)
    {
        var header = Read(source, Magic.Length + SaltLength + sizeof(int));
        var rounds = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(Magic.Length + SaltLength));
        if (!header.AsSpan(0, Magic.Length).SequenceEqual(Magic) || rounds is < 1 or > MaxRounds)
        {
            throw new InvalidDataException("Not an encrypted backup.");
        }

        using var cipher = Cipher(passphrase, header.AsSpan(Magic.Length, SaltLength), rounds);
        for (long number = 0; ; number++)
        {
            var length = Read(source, sizeof(int));
            var stated = BinaryPrimitives.ReadInt32BigEndian(length);
            var isLast = stated < 0;
            var size = isLast ? -(stated + 1) : stated;
            if (size > BlockLength)
            {
                throw new InvalidDataException("A block is longer than blocks are.");
            }

            var tag = Read(source, TagLength);
            var block = Read(source, size);
            cipher.Decrypt(Nonce(number), block, tag, block, length);
            plain.Write(block);
            if (isLast)
            {
                return;
            }
        }
    }

    private static AesGcm Cipher(byte[] passphrase, ReadOnlySpan<byte> salt, int rounds) =>
        new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, KeyLength), TagLength);

    private static byte[] Read(Stream source, int count)
    {
        var bytes = new byte[count];
        return source.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count ? bytes : throw new InvalidDataException("The file is cut off.");
    }

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceLength - sizeof(long)), number);
        return nonce;
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static void WriteNumber(Stream target, int value) => target.Write(Number(value));
}
