using CigHub.Domain.Palestra;

namespace CigHub.Tests.Domain.Palestra;

/// <summary>Checks when the faults that a user set for the addestramento happen.</summary>
public sealed class AddestramentoTests
{
    private static Addestramento With(params Guasto[] guasti)
    {
        var addestramento = Addestramento.DiPersona(Guid.NewGuid());
        Assert.True(addestramento.Imposta(guasti).IsSuccess);
        return addestramento;
    }

    private static IEnumerable<bool> Richieste(Addestramento addestramento, TipoGuasto tipo, int quante) => Enumerable.Range(0, quante).Select(_ =>
    {
        addestramento.Conta();
        return addestramento.Scatta(tipo);
    }).ToList();

    [Fact]
    public void Mai_non_scatta_mai() => Assert.DoesNotContain(true, Richieste(With(), TipoGuasto.ErroreDopo, 10));

    [Fact]
    public void Una_volta_scatta_la_prima_e_basta() =>
        Assert.Equal([true, false, false], Richieste(With(new Guasto(TipoGuasto.ErroreDopo, Ricorrenza.UnaVolta)), TipoGuasto.ErroreDopo, 3));

    [Fact]
    public void Ogni_terza_scatta_alla_terza_e_alla_sesta() =>
        Assert.Equal([false, false, true, false, false, true, false],
            Richieste(With(new Guasto(TipoGuasto.ErrorePrima, Ricorrenza.OgniTante, 3)), TipoGuasto.ErrorePrima, 7));

    [Fact]
    public void Un_guasto_non_ne_fa_scattare_un_altro()
    {
        var addestramento = With(new Guasto(TipoGuasto.ErroreDopo, Ricorrenza.UnaVolta));
        Assert.False(addestramento.Scatta(TipoGuasto.ErrorePrima));
        Assert.True(addestramento.Scatta(TipoGuasto.ErroreDopo));
    }

    [Fact]
    public void A_un_altra_operazione_scatta_solo_cio_che_e_una_volta()
    {
        Assert.False(With(new Guasto(TipoGuasto.Disconnessione, Ricorrenza.OgniTante, 1)).ScattaUnaVolta(TipoGuasto.Disconnessione));
        Assert.True(With(new Guasto(TipoGuasto.Disconnessione, Ricorrenza.UnaVolta)).ScattaUnaVolta(TipoGuasto.Disconnessione));
    }

    [Fact]
    public void Impostare_riporta_il_conto_a_zero()
    {
        var addestramento = With();
        addestramento.Conta();
        addestramento.Imposta([]);
        Assert.Equal(0, addestramento.Richieste);
    }

    [Theory]
    [InlineData(TipoGuasto.ErroreDopo, 0, null, "palestra.ogni-quante")]
    [InlineData(TipoGuasto.ErroreDopo, 1001, null, "palestra.ogni-quante")]
    [InlineData(TipoGuasto.Lentezza, 1, "0", "palestra.secondi")]
    [InlineData(TipoGuasto.Lentezza, 1, "121", "palestra.secondi")]
    [InlineData(TipoGuasto.Lentezza, 1, "molti", "palestra.secondi")]
    [InlineData(TipoGuasto.Rifiuto, 1, "ERR100", "palestra.errore")]
    public void Cio_che_non_ha_senso_e_rifiutato_e_resta_tutto_come_prima(TipoGuasto tipo, int ogni, string? parametro, string codice)
    {
        var addestramento = With(new Guasto(TipoGuasto.ErrorePrima, Ricorrenza.UnaVolta));
        Assert.Equal([codice], addestramento.Imposta([new Guasto(tipo, Ricorrenza.OgniTante, ogni, parametro)]).Errors.Select(e => e.Code));
        Assert.True(addestramento.Scatta(TipoGuasto.ErrorePrima));
    }
}
