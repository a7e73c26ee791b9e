using System.Net;
using CigHub.Web.Security;

namespace CigHub.Tests.Security;

/// <summary>
/// Checks the setting <c>Proxy:Fidati</c>. The app must trust only the proxies and networks that it names, and an entry that is neither an
/// address nor a network must stop the start.
/// </summary>
public sealed class TrustedProxiesTests
{
    [Fact]
    public void Valgono_gli_indirizzi_e_le_reti_indicati_e_nessun_altro()
    {
        var opzioni = TrustedProxies.Options(["10.0.0.7", "192.168.4.0/24", "fd00::/8"]);
        Assert.Equal([IPAddress.Parse("10.0.0.7")], opzioni.KnownProxies);
        Assert.Equal([IPNetwork.Parse("192.168.4.0/24"), IPNetwork.Parse("fd00::/8")], opzioni.KnownIPNetworks);
    }

    [Theory]
    [InlineData("proxy.ente.it")]
    [InlineData("10.0.0.0/33")]
    [InlineData("")]
    public void Cio_che_non_si_capisce_ferma_l_avvio(string fidato)
    {
        var fault = Assert.Single(new ProxySettings { Fidati = ["10.0.0.7", fidato] }.Validate(null!));
        Assert.Contains($"«Proxy:Fidati» ha «{fidato}»", fault.ErrorMessage, StringComparison.Ordinal);
    }
}
