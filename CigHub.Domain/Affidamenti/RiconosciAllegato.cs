using System.Security.Cryptography;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// Recognises an attached file from its bytes: PDF, PNG, JPEG, or a signed envelope (CAdES, <c>.p7m</c>). The file's name proves nothing.
/// </summary>
/// <remarks>
/// A file whose end is missing is refused too: it is worth nothing as evidence, and nobody would notice until the file is needed. Errors:
/// <c>file.vuoto</c>, <c>file.troppo-grande</c>, <c>file.tipo</c>, <c>file.incompleto</c>. Sources: ISO 32000 (and Acrobat's rule that
/// <c>%%EOF</c> stands in the last 1024 bytes), PNG, JPEG, and RFC 5652 with X.690 for the envelope.
/// </remarks>
public static class RiconosciAllegato
{
    /// <summary>The extensions that a user may choose, for the browser's file dialog.</summary>
    public const string Estensioni = ".pdf,.p7m,.png,.jpg,.jpeg";

    private const string Pdf = "application/pdf";
    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";
    private const string Busta = "application/pkcs7-mime";
    private const int CodaPdf = 1024;

    private static readonly Dictionary<string, string[]> EstensioniDi = new()
    {
        [Pdf] = [".pdf"],
        [Png] = [".png"],
        [Jpeg] = [".jpg", ".jpeg"],
        [Busta] = [".p7m"],
    };

    /// <summary>The DER bytes of OID 1.2.840.113549.1.7.2, <c>signedData</c>.</summary>
    private static ReadOnlySpan<byte> DatiFirmati => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    private static ReadOnlySpan<byte> FirmaPng => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Result<FileAllegato> Riconosci(string nome, ReadOnlySpan<byte> contenuto)
    {
        if (contenuto.IsEmpty)
        {
            return new Error("file.vuoto", "Il file è vuoto: scegline un altro.", "File");
        }

        if (contenuto.Length > FileAllegato.MaxByte)
        {
            return TroppoGrande(contenuto.Length);
        }

        var (tipo, intero) = Riconosciuto(contenuto);
        if (tipo is null)
        {
            return new Error(
                "file.tipo",
                "Questo file non è un PDF, un'immagine PNG o JPEG, né un documento firmato (.p7m): conta il contenuto, non il nome. "
                    + "Esportalo in PDF e allega quello.",
                "File");
        }

        return intero
            ? new FileAllegato(Pulito(nome), tipo, contenuto.Length, Convert.ToHexStringLower(SHA256.HashData(contenuto)))
            : new Error("file.incompleto", "Il file si interrompe prima della fine: controlla che si apra, poi allegalo di nuovo.", "File");
    }

    /// <summary>
    /// Returns the error for a file of that size, in bytes, which is too large. It is used when the size is known before the bytes are
    /// read.
    /// </summary>
    public static Error TroppoGrande(long quanti) =>
        new(
            "file.troppo-grande",
            $"Il file è di {DimensioneFile.Testo(quanti)} e il massimo è {DimensioneFile.Testo(FileAllegato.MaxByte)}: riducilo, o dividilo in più atti.",
            "File");

    /// <summary>
    /// Returns the name that a downloaded file gets: its own name, cleaned, with an extension that fits its content type.
    /// </summary>
    public static string NomePerScaricare(FileAllegato file) =>
        Array.Exists(EstensioniDi[file.TipoContenuto], e => file.Nome.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ? file.Nome
            : file.Nome + EstensioniDi[file.TipoContenuto][0];

    private static (string? Tipo, bool Intero) Riconosciuto(ReadOnlySpan<byte> b)
    {
        if (b.StartsWith("%PDF-"u8))
        {
            return (Pdf, b[^Math.Min(CodaPdf, b.Length)..].IndexOf("%%EOF"u8) >= 0);
        }

        if (b.StartsWith(FirmaPng))
        {
            return (Png, b.LastIndexOf("IEND"u8) > 0);
        }

        if (b.Length > 3 && b[0] == 0xFF && b[1] == 0xD8 && b[2] == 0xFF)
        {
            return (Jpeg, b[3..].LastIndexOf<byte>([0xFF, 0xD9]) >= 0);
        }

        return InBusta(b);
    }

    /// <summary>
    /// Recognises a signed envelope (CAdES): a DER SEQUENCE whose first member is the OID of signed data. It is complete when all the bytes
    /// of its length are there, or, for an indefinite length, when it ends with the end marker. Returns null as content type for any other
    /// bytes.
    /// </summary>
    private static (string?, bool) InBusta(ReadOnlySpan<byte> b)
    {
        if (b.Length < 2 || b[0] != 0x30 || b[1] < 0x80 || b[1] > 0x84)
        {
            return default;
        }

        var cifre = b[1] - 0x80;
        var testa = 2 + cifre;
        if (b.Length < testa || !b[testa..].StartsWith(DatiFirmati))
        {
            return default;
        }

        if (cifre == 0)
        {
            return (Busta, b.EndsWith<byte>([0x00, 0x00]));
        }

        var lunghezza = 0L;
        foreach (var cifra in b[2..testa])
        {
            lunghezza = (lunghezza << 8) | cifra;
        }

        return (Busta, testa + lunghezza <= b.Length);
    }

    /// <summary>
    /// Returns a file name without folders, control characters and invisible format characters. A name that is too long is shortened in the
    /// middle, so that it keeps its extension.
    /// </summary>
    internal static string Pulito(string nome)
    {
        var solo = new string(
        [
            .. nome[(nome.LastIndexOfAny(['/', '\\']) + 1)..]
                .Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)
        ]).Trim();
        if (solo.Length == 0)
        {
            return "allegato";
        }

        const int Fine = 20;
        return solo.Length <= FileAllegato.MaxNome ? solo : solo[..(FileAllegato.MaxNome - Fine - 1)] + "…" + solo[^Fine..];
    }
}
