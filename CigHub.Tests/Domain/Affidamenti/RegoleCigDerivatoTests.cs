using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Features.Affidamenti.RichiestaCig;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>
/// Checks the rules for a CIG Derivato: which CIG may be recorded as one, and that a text pasted on the page is refused with the same
/// words.
/// </summary>
public sealed class RegoleCigDerivatoTests
{
    private const int MaxSuggeriti = 5;

    private static readonly Cig Padre = Cig.Parse("B1234ABC7C", null);
    private static readonly RegoleCigDerivato Vere = new(ammettePalestra: false), DellaDimostrazione = new(ammettePalestra: true);

    public static TheoryData<string, string?> Prove => new()
    {
        { "B61107E182", null },
        { Padre.Valore, "cig.e-il-padre" },
        { "9914876E7F", "cig.non-da-pcp" },
        { "Z802049F9D", "cig.non-da-pcp" },
        { CigDiPalestra.Numero(0).Valore, "cig.di-palestra" },
    };

    [Theory]
    [MemberData(nameof(Prove))]
    public void Un_CIG_e_rifiutato_dalla_sua_regola_nel_suo_campo(string testo, string? codice)
    {
        var cig = Cig.Parse(testo, null);
        var rifiuto = Vere.Rifiuta(cig, Padre);
        Assert.Equal((codice, codice is null ? null : "Cig"), (rifiuto?.Code, rifiuto?.Field));
    }

    [Theory]
    [MemberData(nameof(Prove))]
    public void Cio_che_si_incolla_e_preso_o_rifiutato_dalla_stessa_regola(string testo, string? codice)
    {
        var (trovato, errore, suggeriti) = PastedCig.Search($"Il CIG è «{testo}».", Padre, Vere, MaxSuggeriti);
        Assert.Equal(codice is null ? testo : null, trovato?.Valore);
        Assert.Equal(Vere.Rifiuta(Cig.Parse(testo, null), Padre)?.Message, errore);
        Assert.Empty(suggeriti);
    }

    [Fact]
    public void Di_una_pagina_che_li_ha_tutti_resta_il_solo_ammesso()
    {
        var pagina = string.Join("\n", Prove.Select(p => (string)p[0]));
        Assert.Equal("B61107E182", PastedCig.Search(pagina, Padre, Vere, MaxSuggeriti).Trovato?.Valore);
        var ancheDiPalestra = PastedCig.Search(pagina, Padre, DellaDimostrazione, MaxSuggeriti).Suggeriti;
        Assert.Equal(["B61107E182", CigDiPalestra.Numero(0).Valore], ancheDiPalestra.Select(c => c.Valore));
    }

    [Fact]
    public void Non_si_propone_cio_che_sarebbe_rifiutato()
    {
        var rovinati = new[] { Padre, CigDiPalestra.Numero(0), Cig.Parse("B61107E182", null) }.Select(c => c.Valore[..9] + (c.Valore[9] == '0' ? '1' : '0'));
        Assert.All(rovinati, r => Assert.All(PastedCig.Search(r, Padre, Vere, 1000).Suggeriti, c => Assert.Null(Vere.Rifiuta(c, Padre))));
    }

    [Fact]
    public void Il_CIG_di_un_altro_Lotto_e_riconosciuto_tra_quelli_del_catalogo()
    {
        var padri = new HashSet<Cig> { Padre };
        Assert.Equal(RegoleCigDerivato.EIlPadre(Padre, Padre), RegoleCigDerivato.EIlPadre(Padre, padri));
        Assert.Null(RegoleCigDerivato.EIlPadre(Cig.Parse("B61107E182", null), padri));
    }
}
