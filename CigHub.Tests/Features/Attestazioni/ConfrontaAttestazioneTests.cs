using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.RegistroEventi.Dettaglio;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Attestazioni;

/// <summary>
/// Checks the verdicts of the comparison with an attestazione on databases that are altered in every way, and the proofs of inclusion and
/// consistency as somebody outside would check them.
/// </summary>
public sealed class ConfrontaAttestazioneTests : WithBench
{
    public static TheoryData<string, EsitoAttestazione> Alterations => new()
    {
        { "one byte", EsitoAttestazione.RegistroAlterato },
        { "byte and leaf", EsitoAttestazione.RegistroAlterato },
        { "two events swapped", EsitoAttestazione.RegistroAlterato },
        { "first event deleted", EsitoAttestazione.RegistroAlterato },
        { "tail cut, head left", EsitoAttestazione.RegistroAlterato },
        { "tail cut, head adjusted", EsitoAttestazione.NonCoerente },
        { "everything rewritten with right hashes", EsitoAttestazione.NonCoerente },
        { "registro emptied", EsitoAttestazione.NonCoerente },
    };

    private Attestatore Attestatore => Bench.Services.GetRequiredService<Attestatore>();

    private KeyRing Keys => Bench.Services.GetRequiredService<KeyRing>();

    [Fact]
    public void Ogni_alterazione_ha_il_suo_verdetto() =>
        Assert.Equal(RegistroTamperer.Ways.Keys.Order(), Alterations.Select(a => (string)((object[])a)[0]).Order());

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task Un_registro_alterato_non_e_coerente(string way, EsitoAttestazione expected)
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        var note = Attestatore.Make(MotivoAttestazione.Richiesta)!.Nota;
        Assert.Equal(EsitoAttestazione.Coerente, (await Compare(note)).Esito);
        RegistroTamperer.Ways[way](Bench.File);
        var verdict = await Compare(note);
        Assert.Equal(expected, verdict.Esito);
        Assert.Contains("Non modificare nulla; conserva copia; avvisa RPCT e dirigente.", verdict.Messaggio, StringComparison.Ordinal);
        Assert.DoesNotContain("manomesso", verdict.Messaggio, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Una_riscrittura_si_vede_anche_dopo_che_il_processo_ha_letto_le_foglie_vere()
    {
        var seq = (await Bench.Succeeds(new NuovaAttestazione(), Bench.Auditor)).Seq;
        Attestatore.Make(MotivoAttestazione.Richiesta);
        Assert.NotNull((await Inclusion(seq)).Testo);
        RegistroTamperer.RewriteAll(Bench.File);
        var proof = await Inclusion(seq);
        Assert.Null(proof.Testo);
        Assert.Contains("Non coerente con l'attestazione n. 1", proof.Messaggio, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Altro_ufficio_firma_falsa_e_testo_qualunque_hanno_ciascuno_le_sue_parole()
    {
        var note = Attestatore.Make(MotivoAttestazione.Richiesta)!.Nota;
        Assert.Equal(EsitoAttestazione.Illeggibile, (await Compare("ciao")).Esito);
        Assert.Equal(EsitoAttestazione.FirmaNonValida, (await Compare(note.Replace("attestazione 1", "attestazione 2", StringComparison.Ordinal))).Esito);
        Assert.Equal(EsitoAttestazione.FirmaNonValida, (await Compare(Signed(NoteSigner.Create(Keys.Origin!), 3))).Esito);
        Assert.Equal(EsitoAttestazione.AltraInstallazione, (await Compare(Signed(NoteSigner.Create("cighub.registro/altrove"), 3))).Esito);
    }

    [Fact]
    public async Task Il_confronto_e_un_evento_di_chi_lo_ha_chiesto()
    {
        var verdict = await Compare(Attestatore.Make(MotivoAttestazione.Richiesta)!.Nota);
        await Bench.Services.GetRequiredService<VerdictRecorder>().Note(verdict, Bench.Auditor);
        var last = await Bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal((Azioni.AttestazioneConfrontata, Bench.Auditor.PersonaId), (last.Azione, last.AttoreId));
    }

    [Fact]
    public async Task La_prova_di_inclusione_si_verifica_da_fuori()
    {
        var seq = (await Bench.Succeeds(new NuovaAttestazione(), Bench.Auditor)).Seq;
        Assert.Null((await Inclusion(seq)).Testo);
        Attestatore.Make(MotivoAttestazione.Richiesta);
        var text = (await Inclusion(seq)).Testo!;
        var lines = text[..text.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n');
        Assert.Equal(["c2sp.org/tlog-proof@v1", $"index {seq - 1}"], lines[..2]);
        var note = SignedNote.Parse(text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..])!;
        var checkpoint = Checkpoint.Parse(note.Text)!;
        Assert.True(note.IsSignedBy(Keys.Known[^1].Key!, Ed25519Signing.Verify));
        var bytes = await Bench.Query(db => db.Registro.Where(e => e.Seq == seq).Select(e => e.Byte).SingleAsync());
        Assert.True(MerkleProof.Includes(
            seq - 1, checkpoint.Dimensione, MerkleTree.Leaf(bytes), checkpoint.Radice, [.. lines[2..].Select(Convert.FromBase64String)]));
    }

    [Fact]
    public async Task La_prova_di_coerenza_lega_due_attestazioni()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var old = Attestatore.Make(MotivoAttestazione.Richiesta)!.Checkpoint!;
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        var now = Attestatore.Make(MotivoAttestazione.Richiesta)!.Checkpoint!;
        var text = (await Consistency(1)).Testo!;
        var lines = text[..text.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n');
        Assert.Equal($"old {old.Dimensione}", lines[0]);
        Assert.True(MerkleProof.Continues(old.Dimensione, old.Radice, now.Dimensione, now.Radice, [.. lines[1..].Select(Convert.FromBase64String)]));
        RegistroTamperer.RewriteAll(Bench.File);
        Bench.Services.GetRequiredService<CigHub.Web.Data.Sqlite.RegistroTree>().Forget();
        Assert.Contains("Non coerente con l'attestazione n. 1", (await Consistency(1)).Messaggio, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Una_marca_messa_accanto_a_un_altra_attestazione_si_vede()
    {
        await using var authority = await TimeStampAuthority.Start();
        var (first, second) = (Attestatore.Make(MotivoAttestazione.Richiesta)!, Attestatore.Make(MotivoAttestazione.Richiesta)!);
        var stamp = authority.Stamp(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(first.Nota)));
        Assert.True(TimeStampImprint.IsOf(stamp, first.Nota));
        Assert.False(TimeStampImprint.IsOf(stamp, second.Nota));
        Assert.False(TimeStampImprint.IsOf([1, 2, 3], second.Nota));
    }

    private static string Signed(NoteSigner signer, long size) => signer.Sign(new Checkpoint(signer.Key.Name, size, new byte[32]).Text).ToString();

    private async Task<AttestazioneVerdict> Compare(string note) =>
        (await Bench.Reader.Read<ConfrontaAttestazione, AttestazioneVerdict>(Bench.Auditor, q => q.Run(note))).Value;

    private async Task<InclusionFile> Inclusion(long seq) =>
        (await Bench.Reader.Read<ProvaDiInclusione, InclusionFile>(Bench.Auditor, q => q.Run(seq))).Value;

    private async Task<ProofFile> Consistency(int number) =>
        (await Bench.Reader.Read<ProvaDiCoerenza, ProofFile>(Bench.Auditor, q => q.Run(number, 2))).Value;
}
