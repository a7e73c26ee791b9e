using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Features.Affidamenti.RichiestaCig;

public sealed class RichiesteSenzaEsitoTests
{
    [Theory]
    [InlineData(null, 3)]
    [InlineData(" ", 3)]
    [InlineData("5", 5)]
    [InlineData("1", 1)]
    public void Una_richiesta_aperta_da_tanti_giorni_quanti_dice_l_ufficio_chiede_che_cosa_ne_e_stato(string? detto, int giorni)
    {
        var configurazione = new ConfigurationBuilder().AddInMemoryCollection([new("Richiesta:GiorniSenzaEsito", detto)]).Build();
        var settings = configurazione.ReadSettings<RichiestaSettings>();
        var richieste = new RichiesteSenzaEsito(Options.Create(settings), new FakeTimeProvider(TestBench.Now));
        var adesso = TestBench.Now.UtcDateTime;

        Assert.Equal(giorni, settings.GiorniSenzaEsito);
        Assert.True(richieste.Contains(adesso.AddDays(-giorni)));
        Assert.False(richieste.Contains(adesso.AddDays(-giorni).AddMinutes(1)));
    }
}
