namespace CigHub.Tests.Support;

/// <summary>Opens files on a disk that is full. On Linux it is a device of the system; elsewhere a stream gives the same error.</summary>
internal static class FullDisk
{
    private const string Device = "/dev/full";

    private const int NoSpaceLeft = 28;

    public static Stream Open(string path) => File.Exists(Device) ? new FileStream(Device, FileMode.Open, FileAccess.Write) : new Full();

    private sealed class Full : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device", NoSpaceLeft);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device", NoSpaceLeft);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device", NoSpaceLeft);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw new IOException("No space left on device", NoSpaceLeft);
    }
}
