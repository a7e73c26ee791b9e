using CigHub.Domain.Affidamenti.Ad4;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

public class BozzaAd4ModificheTests
{
    private const string Oggetto = "anacForm/appalto/datiBase/oggetto";
    private static readonly string _services = PathOf("quadroEconomicoStandard/impServizi");

    [Fact]
    public void Due_persone_in_campi_diversi_non_si_disturbano()
    {
        var dopoUna = Completa.Applica([new(Oggetto, "Pulizia e sanificazione", Completa.Testo(Oggetto))]).Bozza;

        var esito = dopoUna.Applica([new(_services, "120000", "100.000,00")]);

        Assert.Empty(esito.Conflitti);
        Assert.Equal(("Pulizia e sanificazione", "120.000,00"), (esito.Bozza.Testo(Oggetto), esito.Bozza.Testo(_services)));
    }

    [Fact]
    public void Nello_stesso_campo_vince_chi_e_arrivato_prima_e_il_resto_si_salva()
    {
        var dopoUna = Completa.ConValori(Oggetto, "della prima persona");

        var esito = dopoUna.Applica([new(Oggetto, "della seconda", Completa.Testo(Oggetto)), new(_services, "7", "100.000,00")]);

        Assert.Equal([new ConflittoCampo(Oggetto, "della prima persona", "della seconda")], esito.Conflitti);
        Assert.Equal(_services, Assert.Single(esito.Applicate).Percorso);
        Assert.Equal(("della prima persona", "7,00"), (esito.Bozza.Testo(Oggetto), esito.Bozza.Testo(_services)));
    }

    [Fact]
    public void Chi_scrive_la_stessa_cosa_non_e_in_conflitto()
    {
        var dopoUna = Completa.ConValori(_services, "120000");

        var esito = dopoUna.Applica([new(_services, "120000,00", "100.000,00")]);

        Assert.Empty(esito.Conflitti);
        Assert.Single(esito.Applicate);
        Assert.Same(dopoUna, esito.Bozza);
    }

    [Theory]
    [InlineData("100000")]
    [InlineData("100.000,00 €")]
    public void Cio_che_si_era_visto_in_altra_forma_e_lo_stesso(string visto) =>
        Assert.Empty(Completa.Applica([new(_services, "7", visto)]).Conflitti);

    [Fact]
    public void Piu_modifiche_dello_stesso_campo_sono_di_una_persona_sola()
    {
        var visto = Completa.Testo(Oggetto);

        var esito = Completa.Applica([new(Oggetto, "a", visto), new(Oggetto, "ab", visto), new(Oggetto, "abc", "ab")]);

        Assert.Equal((3, "abc"), (esito.Applicate.Count, esito.Bozza.Testo(Oggetto)));
    }

    [Fact]
    public void Svuotare_un_campo_che_un_altro_ha_cambiato_e_un_conflitto() =>
        Assert.Single(Completa.ConValori(_services, "8").Applica([new(_services, "", "100.000,00")]).Conflitti);

    [Fact]
    public void Scrivere_in_un_campo_che_si_era_visto_vuoto_va_bene_se_e_ancora_vuoto()
    {
        var lavori = PathOf("quadroEconomicoStandard/impLavori");

        Assert.Equal("5,00", Completa.Applica([new(lavori, "5", null)]).Bozza.Testo(lavori));
        Assert.Single(Completa.ConValori(lavori, "6").Applica([new(lavori, "5", null)]).Conflitti);
    }

    [Fact]
    public void Un_testo_non_leggibile_si_salva_e_si_riprende()
    {
        var prima = Completa.Applica([new(_services, "12,3a", "100.000,00")]).Bozza;

        Assert.Equal("12,30", prima.Applica([new(_services, "12,3", "12,3a")]).Bozza.Testo(_services));
        Assert.Single(prima.Applica([new(_services, "9", "100.000,00")]).Conflitti);
    }

    [Fact]
    public void Cio_che_non_si_puo_salvare_e_detto_campo_per_campo_e_il_resto_si_salva()
    {
        var esito = Completa.Applica(
        [
            new("anacForm/inventato", "x", null),
            new("titoloDocumento", new string('x', 1_000_000), Completa.Testo("titoloDocumento")),
            new(PathOf("partecipanti/9/importo"), "5", null),
            new(_services, "7", "100.000,00"),
        ]);

        Assert.Equal(["ad4.percorso-sconosciuto", "ad4.testo-troppo-lungo", "ad4.riga-assente"], esito.Rifiutate.Select(e => e.Code));
        Assert.Equal(["anacForm/inventato", "titoloDocumento", PathOf("partecipanti/9/importo")], esito.Rifiutate.Select(e => e.Field));
        Assert.Equal(Completa.ConValori(_services, "7"), esito.Bozza);
    }
}
