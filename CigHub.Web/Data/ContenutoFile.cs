namespace CigHub.Web.Data;

/// <summary>The bytes of an attached file, stored under their SHA-256 hash. A file that is attached twice is stored once.</summary>
public sealed class ContenutoFile
{
    /// <summary>The SHA-256 hash of the bytes, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Byte { get; init; }
}
