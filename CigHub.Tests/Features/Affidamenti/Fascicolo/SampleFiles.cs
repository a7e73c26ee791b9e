using System.Text;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Affidamenti.Fascicolo;

/// <summary>Small sample files of each type that a fascicolo accepts, as bytes.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(string testo = "conferma") => Encoding.ASCII.GetBytes($"%PDF-1.7\n% {testo}\ntrailer<<>>\nstartxref\n0\n%%EOF\n");

    public static byte[] Png { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xD9];

    /// <summary>
    /// The bytes of a signed envelope (a .p7m file) in the encoding DER. Its length takes two bytes, as in every real signature.
    /// </summary>
    public static byte[] Busta { get; } = [0x30, 0x82, 0x01, 0x00, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, .. new byte[0x100 - 11]];

    /// <summary>
    /// The bytes of a signed envelope (a .p7m file) in the encoding BER without a length. It is closed by two zero bytes, as some signing
    /// programs write it.
    /// </summary>
    public static byte[] BustaIndefinita { get; } =
        [0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x80, 0x00, 0x00, 0x00, 0x00];

    public static byte[] Exe { get; } = [.. "MZ"u8, 0x90, 0x00, .. new byte[200]];

    public static ChosenFile Scelto(byte[]? contenuto = null, string nome = "conferma.pdf") => new(nome, contenuto ?? Pdf());

    public static AttoForm Act() => new()
    {
        Tipo = "DeterminaDiAdesione",
        Numero = "12",
        Data = "20/11/2026",
        Protocollo = "2026/1045",
        Firmatario = "Il dirigente",
    };

    /// <summary>CMRC's answer that it confirms an amount, as a user types it.</summary>
    public static RispostaForm Confirm(string importo = "1.000,00", string? fino = "31/12/2026") => new()
    {
        Esito = "ConfermaDiCapienza",
        Data = "20/11/2026",
        Protocollo = "2026/1045",
        Firmatario = "Il dirigente",
        Importo = importo,
        ValidoFinoAl = fino,
    };
}
