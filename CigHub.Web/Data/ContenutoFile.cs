namespace CigHub.Web.Data;

/// <summary>The bytes of an attached file, under their hash. A file that is attached twice is kept once.</summary>
public sealed class ContenutoFile
{
    /// <summary>The hash in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Byte { get; init; }
}
