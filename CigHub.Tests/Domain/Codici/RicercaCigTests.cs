using CigHub.Domain.Codici;
using CigHub.Tests.Support;
using CsCheck;

namespace CigHub.Tests.Domain.Codici;

public class RicercaCigTests
{
    [Theory]
    [InlineData("Il CIG richiesto è B61107E182.")]
    [InlineData("b61107e182")]
    [InlineData("«B61107E182»")]
    [InlineData("(CIG:B61107E182)")]
    [InlineData("CIG_B61107E182_ordine.pdf")]
    [InlineData("Registro\tPI001\u00A0\u00A0B61107E182\u00A0\r\nAltro")]
    [InlineData("<td>B61107E182</td><td>B61107E182</td>")]
    [InlineData("CIG=B61107E182&CUP=F81B21000010001")]
    [InlineData("\uD83DB61107E182\uDE00")]
    public void Un_cig_si_trova_in_qualunque_testo(string testo) => Assert.Equal(["B61107E182"], RicercaCig.Trova(testo).Select(c => c.Valore));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("XB61107E182")]
    [InlineData("B61107E1820")]
    [InlineData("èB61107E182")]
    [InlineData("B61107E182è")]
    [InlineData("B61107 E182")]
    [InlineData("B61107E183")]
    [InlineData("0000000000")]
    public void Una_parola_piu_lunga_o_un_codice_sbagliato_non_e_un_cig(string? testo) => Assert.Empty(RicercaCig.Trova(testo));

    [Fact]
    public void Piu_cig_si_trovano_una_volta_ciascuno_nell_ordine_del_testo() =>
        Assert.Equal(
            ["Z802049F9D", "B61107E182", "9914876E7F"],
            RicercaCig.Trova("Z802049F9D; B61107E182, z802049f9d / 9914876E7F e B61107E182").Select(c => c.Valore));

    [Fact]
    public void I_candidati_sono_le_parole_che_somigliano_a_un_cig_ma_non_lo_sono() =>
        Assert.Equal(
            ["B61107E183", "B6110OE182"],
            RicercaCig.Candidati("B61107E182 b61107e183, B6110OE182 b61107E183 Affidament Z802049F9D 0000000000 ABCDEFGH12 B61107E18"));

    [Theory]
    [InlineData("B6I107E182")]
    [InlineData("B6110TE182")]
    [InlineData("B611O7E182")]
    [InlineData("861107E182")]
    [InlineData("B61107E1B2")]
    [InlineData("B61107E18Z")]
    [InlineData("BG1107E182")]
    [InlineData("B16107E182")]
    [InlineData("B61107E812")]
    [InlineData("B6107E182")]
    [InlineData("61107E182")]
    [InlineData("B661107E182")]
    [InlineData("B61107-E182")]
    [InlineData("b61107 e182")]
    public void Un_codice_danneggiato_fa_proporre_per_primo_quello_giusto(string danneggiato) =>
        Assert.Equal("B61107E182", RicercaCig.Vicini(danneggiato)[0].Valore);

    // Each text has two valid neighbours. The likely error of a person or of a scan comes before one that is merely possible.
    [Theory]
    [InlineData("B21BCFFEC4", "B218CFFEC4", "B21BCF0EC4")] // B for 8, not 0 for F
    [InlineData("B42C6CF648", "B42C6C6F48", "B42C6CF6B8")] // a swap, not 4 for B
    [InlineData("B77A0324F52", "B7A0324F52", "B77A032452")] // a key pressed twice, not a stray F
    [InlineData("092817302", "0092817302", "N092817302")] // the zero that a spreadsheet drops, not a lost letter
    public void Il_piu_probabile_viene_primo(string danneggiato, string primo, string secondo) =>
        Assert.Equal([primo, secondo], RicercaCig.Vicini(danneggiato).Select(v => v.Valore));

    [Fact]
    public void Fra_i_vicini_c_e_sempre_quello_giusto()
    {
        Gen.Select(SampleCig.DiOgniForma, Gen.Int[0, 9], Gen.Char.AlphaNumeric)
            .Sample((codice, i, c) => Ritrovato(codice, codice[..i] + c + codice[(i + 1)..]));
        Gen.Select(SampleCig.DiOgniForma, Gen.Int[0, 8]).Sample((codice, i) => Ritrovato(codice, codice[..i] + codice[i + 1] + codice[i] + codice[(i + 2)..]));
        Gen.Select(SampleCig.DiOgniForma, Gen.Int[0, 9]).Sample((codice, i) => Ritrovato(codice, codice.Remove(i, 1)));
        Gen.Select(SampleCig.DiOgniForma, Gen.Int[0, 10], Gen.Char.AlphaNumeric).Sample((codice, i, c) => Ritrovato(codice, codice.Insert(i, c.ToString())));
    }

    [Fact]
    public void Ogni_vicino_e_un_cig_valido_diverso_dal_testo_e_non_si_ripete() =>
        Gen.OneOf(SampleCig.DiOgniForma, Gen.Char.AlphaNumeric.Array[7, 11].Select(c => new string(c))).Sample(testo =>
        {
            var vicini = RicercaCig.Vicini(testo);
            Assert.Equal(vicini.Count, vicini.Distinct().Count());
            Assert.All(vicini, v => Assert.True(Cig.TryParse(v.Valore, null, out _)));
            Assert.DoesNotContain(testo.ToUpperInvariant(), vicini.Select(v => v.Valore));
        });

    [Theory]
    [InlineData("123409054", "0123409054")]
    [InlineData("10D3", null)]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("1,234646E+24", null)]
    [InlineData("non è un codice e ha molti caratteri", null)]
    public void Lo_zero_perduto_torna_per_primo_e_un_testo_qualunque_non_ha_vicini(string? testo, string? atteso) =>
        Assert.Equal(atteso, RicercaCig.Vicini(testo) is [var primo, ..] ? primo.Valore : null);

    // The search is linear and takes about 50 ms for 1 MB. The limit is wide enough for a loaded machine, and a quadratic search would
    // still exceed it.
    [Fact]
    public void Un_milione_di_caratteri_si_cerca_in_un_tempo_breve()
    {
        var testi = new[]
        {
            new string('A', 1_000_000),
            new string('\uD800', 1_000_000),
            string.Concat(Enumerable.Repeat("B61107E183 ", 90_000)) + "B61107E182",
            string.Concat(Enumerable.Range(0, 90_000).Select(i => $"{i:X10}\u00A0")),
        };
        Assert.All(testi, testo =>
        {
            var tempo = Clocked.Fastest(3, () =>
            {
                RicercaCig.Trova(testo);
                RicercaCig.Candidati(testo);
            });
            Assert.True(tempo < TimeSpan.FromSeconds(5), $"It took {tempo}.");
        });
        Assert.Equal("B61107E182", Assert.Single(RicercaCig.Trova(testi[2])).Valore);
    }

    private static bool Ritrovato(string codice, string danneggiato) =>
        Cig.TryParse(danneggiato, null, out _) || RicercaCig.Vicini(danneggiato).Any(v => v.Valore == codice);
}
