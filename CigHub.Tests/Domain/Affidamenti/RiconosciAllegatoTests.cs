using System.Security.Cryptography;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Tests.Features.Affidamenti.Fascicolo;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>Checks that the type of a file is recognized from its bytes and not from its name.</summary>
public sealed class RiconosciAllegatoTests
{
    public static TheoryData<string, byte[], string> Buoni => new()
    {
        { "a.pdf", SampleFiles.Pdf(), "application/pdf" },
        { "a.png", SampleFiles.Png, "image/png" },
        { "a.jpg", SampleFiles.Jpeg, "image/jpeg" },
        { "a.pdf.p7m", SampleFiles.Busta, "application/pkcs7-mime" },
        { "a.p7m", SampleFiles.BustaIndefinita, "application/pkcs7-mime" },
        { "nome-sbagliato.exe", SampleFiles.Pdf(), "application/pdf" },
    };

    public static TheoryData<string, byte[]> Rifiutati => new()
    {
        { "file.vuoto", [] },
        { "file.tipo", SampleFiles.Exe },
        { "file.tipo", [.. "PK"u8, 3, 4, .. new byte[40]] },
        { "file.tipo", [.. "<html>%PDF-1.7 %%EOF</html>"u8] },
        { "file.tipo", [.. "%PD"u8] },
        { "file.tipo", SampleFiles.Png[..6] },
        { "file.tipo", SampleFiles.Jpeg[..2] },
        { "file.tipo", SampleFiles.Busta[..12] },
        { "file.tipo", [0x30, 0x82, 0x00, 0x04, 0x02, 0x01, 0x01, 0x00] },
        { "file.incompleto", SampleFiles.Pdf()[..20] },
        { "file.incompleto", SampleFiles.Png[..12] },
        { "file.incompleto", SampleFiles.Jpeg[..8] },
        { "file.incompleto", SampleFiles.Busta[..100] },
        { "file.incompleto", SampleFiles.BustaIndefinita[..16] },
    };

    [Theory]
    [MemberData(nameof(Buoni))]
    public void Si_riconosce_dal_contenuto_non_dal_nome(string nome, byte[] contenuto, string tipo)
    {
        var file = RiconosciAllegato.Riconosci(nome, contenuto).Value;
        Assert.Equal((nome, tipo, contenuto.LongLength, Convert.ToHexStringLower(SHA256.HashData(contenuto))),
            (file.Nome, file.TipoContenuto, file.Byte, file.Sha256));
    }

    [Theory]
    [MemberData(nameof(Rifiutati))]
    public void Cio_che_non_e_un_documento_intero_e_rifiutato(string codice, byte[] contenuto)
    {
        var errore = Assert.Single(RiconosciAllegato.Riconosci("documento.pdf", contenuto).Errors);
        Assert.Equal((codice, "File"), (errore.Code, errore.Field));
    }

    [Fact]
    public void Un_file_grande_quanto_il_massimo_entra_e_un_byte_di_piu_no()
    {
        var giusto = Grande(FileAllegato.MaxByte);
        Assert.True(RiconosciAllegato.Riconosci("grande.pdf", giusto).IsSuccess);
        Assert.Equal("file.troppo-grande", Assert.Single(RiconosciAllegato.Riconosci("grande.pdf", Grande(FileAllegato.MaxByte + 1)).Errors).Code);
    }

    private static byte[] Grande(int quanti)
    {
        var file = new byte[quanti];
        "%PDF-"u8.CopyTo(file);
        "%%EOF"u8.CopyTo(file.AsSpan(quanti - 5));
        return file;
    }

    [Theory]
    [InlineData("C:\\fakepath\\..\\atto.pdf", "atto.pdf")]
    [InlineData("../../etc/atto.pdf", "atto.pdf")]
    [InlineData("atto\u202Efdp.pdf\r\n", "attofdp.pdf")]
    [InlineData("  ", "allegato")]
    public void Il_nome_resta_un_nome(string nome, string atteso) => Assert.Equal(atteso, RiconosciAllegato.Riconosci(nome, SampleFiles.Pdf()).Value.Nome);

    [Fact]
    public void Un_nome_lunghissimo_si_accorcia_e_tiene_la_fine()
    {
        var nome = RiconosciAllegato.Riconosci(new string('a', 5000) + ".pdf", SampleFiles.Pdf()).Value.Nome;
        Assert.Equal(FileAllegato.MaxNome, nome.Length);
        Assert.EndsWith("a.pdf", nome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("virus.exe", "virus.exe.pdf")]
    [InlineData("atto.PDF", "atto.PDF")]
    public void Si_scarica_con_la_fine_del_suo_tipo(string nome, string scaricato) =>
        Assert.Equal(scaricato, RiconosciAllegato.NomePerScaricare(RiconosciAllegato.Riconosci(nome, SampleFiles.Pdf()).Value));

    [Theory]
    [InlineData(812, "812 byte")]
    [InlineData(2048, "2 kB")]
    [InlineData(FileAllegato.MaxByte, "10 MB")]
    [InlineData(2_516_582, "2,4 MB")]
    public void Una_dimensione_si_dice_come_la_dice_la_gente(long quanti, string detto) => Assert.Equal(detto, DimensioneFile.Testo(quanti));
}
