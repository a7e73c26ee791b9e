namespace CigHub.Web.Data;

/// <summary>The bytes of an attached file, under their hash: the same file attached twice is kept once.</summary>
public sealed class ContenutoFile
{
    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Byte { get; init; }
}
