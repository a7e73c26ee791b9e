using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Affidamenti;

public sealed class ImpostazioniRichiestaTests
{
    [Theory]
    [InlineData(null, 3)]
    [InlineData("5", 5)]
    [InlineData("1", 1)]
    public void Una_richiesta_aperta_da_tanti_giorni_quanti_dice_l_ufficio_chiede_che_cosa_ne_e_stato(string? detto, int giorni)
    {
        var configurazione = new ConfigurationBuilder().AddInMemoryCollection([new("Richiesta:GiorniSenzaEsito", detto)]).Build();
        var orologio = new FakeTimeProvider(Banco.Adesso);
        var impostazioni = new ImpostazioniRichiesta(configurazione, orologio);
        var adesso = Banco.Adesso.UtcDateTime;

        Assert.Equal(giorni, impostazioni.GiorniSenzaEsito);
        Assert.True(impostazioni.SenzaEsito(adesso.AddDays(-giorni)));
        Assert.False(impostazioni.SenzaEsito(adesso.AddDays(-giorni).AddMinutes(1)));
    }
}
