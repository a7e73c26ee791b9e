using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CigHub.Tests.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Checks that a CIG della palestra is accepted as a CIG Derivato in the demonstration in the environment Development, and nowhere else.
/// </summary>
public sealed class CigDerivatiAmmessiTests
{
    /// <summary>
    /// Returns the rules for a CIG Derivato that the app registers in the given environment, with or without the demonstration, when the
    /// palestra is off.
    /// </summary>
    private static RegoleCigDerivato RulesIn(string ambiente, bool dimostrazione)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = ambiente });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Palestra:Attiva"] = "false", ["Dimostrazione:Attiva"] = dimostrazione ? "true" : "false" });
        builder.AddPalestra();
        return builder.Build().Services.GetRequiredService<IOptions<CigDerivatiOptions>>().Value.Regole();
    }

    [Theory]
    [InlineData("Development", true, true)]
    [InlineData("Development", false, false)]
    [InlineData("Production", true, false)]
    [InlineData("Staging", true, false)]
    [InlineData("Production", false, false)]
    public void Quelli_della_palestra_solo_nella_dimostrazione(string ambiente, bool dimostrazione, bool ammessi)
    {
        var (cig, qui) = (CigDiPalestra.Numero(0), RulesIn(ambiente, dimostrazione));
        Assert.Equal(ammessi, qui.DiPalestra(cig) is null);
        Assert.Equal(ammessi ? [] : ["cig.di-palestra"], qui.Leggi(cig.Valore).Errors.Select(e => e.Code));
    }

    [Fact]
    public void Gli_altri_sono_ammessi_ovunque_e_cio_che_non_e_un_CIG_resta_detto_come_prima()
    {
        var qui = RulesIn(Environments.Production, false);
        Assert.True(qui.Leggi("B61107E182").IsSuccess);
        Assert.Equal("cig.cifra-di-controllo", qui.Leggi("B61107E183").Errors[0].Code);
    }
}
