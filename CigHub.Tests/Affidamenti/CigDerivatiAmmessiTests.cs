using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Features.Affidamenti;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CigHub.Tests.Affidamenti;

/// <summary>Where a CIG of the palestra may be taken for a CIG Derivato: in the demonstration, in Development, and nowhere else.</summary>
public sealed class CigDerivatiAmmessiTests
{
    private static RegoleCigDerivato In(string ambiente, bool dimostrazione) => CigDerivatiAmmessi.Regole(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Dimostrazione:Attiva"] = dimostrazione ? "true" : "false" }).Build(),
        new HostingEnvironment { EnvironmentName = ambiente });

    [Theory]
    [InlineData("Development", true, true)]
    [InlineData("Development", false, false)]
    [InlineData("Production", true, false)]
    [InlineData("Staging", true, false)]
    [InlineData("Production", false, false)]
    public void Quelli_della_palestra_solo_nella_dimostrazione(string ambiente, bool dimostrazione, bool ammessi)
    {
        var cig = CigDiPalestra.Numero(0);
        Assert.Equal(ammessi, In(ambiente, dimostrazione).DiPalestra(cig) is null);
        Assert.Equal(ammessi ? [] : ["cig.di-palestra"], In(ambiente, dimostrazione).Leggi(cig.Valore).Errors.Select(e => e.Code));
    }

    [Fact]
    public void Gli_altri_sono_ammessi_ovunque_e_cio_che_non_e_un_CIG_resta_detto_come_prima()
    {
        Assert.True(In(Environments.Production, false).Leggi("B61107E182").IsSuccess);
        Assert.Equal("cig.cifra-di-controllo", In(Environments.Production, false).Leggi("B61107E183").Errors[0].Code);
    }
}
