using System.Text;
using CigHub.Domain.Registro;
using CigHub.Web.Data.Attestazioni;

namespace CigHub.Tests.Domain.Registro;

/// <summary>Checks that checkpoints, notes and keys are written and read in the formats of C2SP, byte for byte.</summary>
public class SignedNoteTests
{
    /// <summary>The example of Go's package sumdb/note: key, text and signature.</summary>
    private const string GoPrivateKey = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private const string GoKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string GoText =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    private const string GoNote =
        GoText + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static readonly byte[] _root = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void La_firma_di_Go_vale_e_la_nostra_e_la_stessa_byte_per_byte()
    {
        var key = NoteKey.Parse(GoKey)!;
        var note = SignedNote.Parse(GoNote)!;
        Assert.Equal(GoText, note.Text);
        Assert.True(note.IsSignedBy(key, Ed25519Signing.Verify));
        Assert.Equal(GoKey, key.ToString());
        Assert.Equal(GoNote, note.ToString());

        var signer = NoteSigner.Parse(GoPrivateKey)!;
        Assert.Equal(GoKey, signer.Key.ToString());
        Assert.Equal(GoNote, signer.Sign(GoText).ToString());
        Assert.Equal(GoPrivateKey, signer.PrivateText);
    }

    [Fact]
    public void Una_firma_o_un_testo_cambiati_non_valgono()
    {
        var key = NoteKey.Parse(GoKey)!;
        Assert.False(SignedNote.Parse(GoNote.Replace("answer", "Answer", StringComparison.Ordinal))!.IsSignedBy(key, Ed25519Signing.Verify));
        Assert.False(SignedNote.Parse(GoNote.Replace("ZJkuBS", "ZJkuBT", StringComparison.Ordinal))!.IsSignedBy(key, Ed25519Signing.Verify));
        Assert.False(SignedNote.Parse(GoNote)!.IsSignedBy(NoteSigner.Create("PeterNeumann").Key, Ed25519Signing.Verify));
        Assert.False(SignedNote.Parse(GoNote)!.Names(NoteSigner.Create("PeterNeumann").Key));
        Assert.True(SignedNote.Parse(GoNote)!.Names(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("solo testo\n")]
    [InlineData("testo\n\nnon una firma\n")]
    [InlineData("testo\n\n— nome\n")]
    [InlineData("testo\n\n— nome non-base64!\n")]
    [InlineData("testo\n\n— nome AAAA\n")]
    public void Quello_che_non_e_una_nota_non_si_legge(string text) => Assert.Null(SignedNote.Parse(text));

    [Fact]
    public void Una_nota_incollata_con_i_fine_riga_di_Windows_e_la_stessa() =>
        Assert.Equal(GoNote, SignedNote.Parse("\uFEFF\r\n" + GoNote.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n ")!.ToString());

    [Fact]
    public void Un_checkpoint_e_tre_righe_e_quelle_in_piu()
    {
        var checkpoint = new Checkpoint("cighub.example/prova", 412, _root, "attestazione 3 2026-11-03T10:00:00Z");
        Assert.Equal(
            "cighub.example/prova\n412\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nattestazione 3 2026-11-03T10:00:00Z\n", checkpoint.Text);
        Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.Text));
        Assert.Equal(checkpoint.GetHashCode(), Checkpoint.Parse(checkpoint.Text)!.GetHashCode());
        Assert.NotEqual(checkpoint, new Checkpoint("cighub.example/prova", 412, _root));
        Assert.True(checkpoint.SameRoot(_root));
        Assert.Throws<ArgumentException>(() => new Checkpoint("due\nrighe", 1, _root));
        Assert.Throws<ArgumentException>(() => new Checkpoint("", 1, _root));
    }

    [Theory]
    [InlineData("o\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("o\n01\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    [InlineData("o\n-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    [InlineData("o\n1\nAAEC\n")]
    [InlineData("o\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n")]
    [InlineData("o\n1\n")]
    [InlineData("\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    [InlineData("o\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\nx\n")]
    public void Quello_che_non_e_un_checkpoint_non_si_legge(string text) => Assert.Null(Checkpoint.Parse(text));

    [Theory]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3")]
    [InlineData("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+AhpcAA==")]
    public void Quello_che_non_e_una_chiave_non_si_legge(string text) => Assert.Null(NoteKey.Parse(text));

    [Fact]
    public void Due_chiavi_sono_uguali_quando_lo_e_il_loro_testo()
    {
        var (a, b) = (NoteKey.Parse(GoKey)!, NoteKey.Parse(GoKey)!);
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.False(a.Equals(NoteSigner.Create("altro").Key));
        Assert.Equal("c74f20a3", a.Id);
        Assert.Throws<ArgumentException>(() => new NoteKey("due parole", new byte[32]));
        Assert.Throws<ArgumentException>(() => new NoteKey("nome", new byte[31]));
        Assert.Equal(32, Encoding.UTF8.GetByteCount(Convert.ToHexString(a.PublicKey)) / 2);
    }
}
