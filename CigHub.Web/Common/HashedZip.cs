using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Common;

/// <summary>Writes a zip file entry by entry, and ends it with the SHA-256 of every entry. Its memory does not grow with the entries' size.</summary>
internal sealed class HashedZip(Stream target) : IDisposable
{
    public const string SumsEntry = "SHA256SUMS";

    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly StringBuilder _sums = new();

    /// <summary>
    /// Returns the name of the entry of a stored file. Its beginning is that of the file's hash, so that two files have two names, and it has
    /// no character that a system could refuse.
    /// </summary>
    public static string EntryOf(string folder, FileAllegato file) => $"{folder}/{file.Sha256[..16]}-{Safe(RiconosciAllegato.NomePerScaricare(file))}";

    public Task Add(string name, string text, CancellationToken ct) => Add(name, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct).AsTask());

    public Task Add(string name, byte[] bytes, CancellationToken ct) => Add(name, stream => stream.WriteAsync(bytes, ct).AsTask());

    /// <summary>Adds an entry whose content the given work writes.</summary>
    public async Task Add(string name, Func<Stream, Task> write)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var entry = _zip.CreateEntry(name, CompressionLevel.Fastest).Open())
        {
            await using var hashed = new HashingStream(entry, sha256);
            await write(hashed);
        }

        _sums.Append(Convert.ToHexStringLower(sha256.GetHashAndReset())).Append("  ").Append(name).Append('\n');
    }

    /// <summary>Adds the list of the hashes as the last entry.</summary>
    public async Task End(CancellationToken ct)
    {
        await using var entry = _zip.CreateEntry(SumsEntry).Open();
        await entry.WriteAsync(Encoding.UTF8.GetBytes(_sums.ToString()), ct);
    }

    public void Dispose() => _zip.Dispose();

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    /// <summary>Passes what is written on to another stream, and hashes it.</summary>
    private sealed class HashingStream(Stream target, IncrementalHash hash) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            hash.AppendData(buffer, offset, count);
            target.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            return target.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
