using CigHub.Tests.Support;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CigHub.Tests.Security;

/// <summary>
/// Checks the start of the app outside Development. Users must sign in through Entra only, and without the settings for it the app must not
/// start.
/// </summary>
public sealed class SecurityStartTests : IDisposable
{
    private static readonly Dictionary<string, string?> Completa = new()
    {
        ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd:TenantId"] = "11111111-1111-1111-1111-111111111111",
        ["AzureAd:ClientId"] = "22222222-2222-2222-2222-222222222222",
        ["AzureAd:ClientSecret"] = "non-un-segreto",
        ["AllowedHosts"] = "cighub.example",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("cighub-avvio-").FullName;

    public static TheoryData<string> Impostazioni => new(Completa.Keys);

    [Theory]
    [MemberData(nameof(Impostazioni))]
    public void Fuori_dallo_sviluppo_senza_un_impostazione_non_si_configura_e_dice_quale(string impostazione)
    {
        foreach (var ambiente in new[] { Environments.Production, Environments.Staging })
        {
            foreach (var vuota in new[] { null, "", " " })
            {
                var errore = Assert.Throws<OptionsValidationException>(() => Configure(ambiente, new(Completa) { [impostazione] = vuota }));
                Assert.Contains($"«{impostazione}»", errore.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("common")]
    [InlineData("Organizations")]
    [InlineData("consumers")]
    public void Un_tenant_che_ne_vuol_dire_piu_di_uno_e_rifiutato(string tenant)
    {
        var errore = Assert.Throws<OptionsValidationException>(() => Configure(Environments.Production, new(Completa) { ["AzureAd:TenantId"] = tenant }));
        Assert.Contains("«AzureAd:TenantId»", errore.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("cighub.example;*")]
    [InlineData(" * ")]
    [InlineData("0.0.0.0")]
    [InlineData("[::]")]
    [InlineData(";")]
    public void Fuori_dallo_sviluppo_un_nome_che_vale_per_ogni_host_e_rifiutato(string host)
    {
        foreach (var ambiente in new[] { Environments.Production, Environments.Staging })
        {
            var errore = Assert.Throws<OptionsValidationException>(() => Configure(ambiente, new(Completa) { ["AllowedHosts"] = host }));
            Assert.Contains("«AllowedHosts»", errore.Message, StringComparison.Ordinal);
            Configure(ambiente, new(Completa) { ["AllowedHosts"] = "cighub.example;*.cighub.example" });
        }

        Configure(Environments.Development, new() { ["AllowedHosts"] = host });
    }

    [Fact]
    public void Con_tutte_le_impostazioni_si_configura() => Configure(Environments.Production, Completa);

    [Fact]
    public void In_sviluppo_non_servono() => Configure(Environments.Development, []);

    [Fact]
    public void La_palestra_si_configura_solo_nella_dimostrazione()
    {
        Dictionary<string, string?> accesa = new() { ["Palestra:Attiva"] = "true" }, dimostrazione = new(accesa) { ["Dimostrazione:Attiva"] = "true" };
        foreach (var (ambiente, impostazioni) in new[] { (Environments.Development, accesa), (Environments.Production, new(Completa.Concat(dimostrazione))),
            (Environments.Staging, dimostrazione) })
        {
            var errore = Assert.Throws<OptionsValidationException>(() => Configure(ambiente, impostazioni, builder => builder.AddPalestra()));
            Assert.Contains("«Palestra:Attiva» vale solo nella dimostrazione", errore.Message, StringComparison.Ordinal);
        }

        Configure(Environments.Development, dimostrazione, builder => builder.AddPalestra());
        Configure(Environments.Production, [], builder => builder.AddPalestra());
    }

    [Fact]
    public async Task L_app_vera_con_la_palestra_e_senza_dimostrazione_non_parte_e_dice_perche()
    {
        var impostazioni = new Dictionary<string, string> { ["Dimostrazione:Attiva"] = "false" };
        var errore = await Assert.ThrowsAsync<InvalidOperationException>(() => AppProcess.Start(_folder, impostazioni: impostazioni));
        Assert.Contains("«Palestra:Attiva»", errore.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task L_app_vera_in_produzione_senza_impostazioni_non_parte_e_dice_quale_manca()
    {
        var impostazioni = new Dictionary<string, string> { ["environment"] = Environments.Production };
        var errore = await Assert.ThrowsAsync<InvalidOperationException>(() => AppProcess.Start(_folder, impostazioni: impostazioni));
        Assert.Contains("«AzureAd:TenantId»", errore.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, Web.Data.DataSetup.DatabaseFileName)));
    }

    [Fact]
    public async Task L_app_vera_in_produzione_senza_il_proprio_nome_non_parte_e_dice_come_darglielo()
    {
        var impostazioni = Completa.Where(i => i.Key != "AllowedHosts").ToDictionary(i => i.Key, i => i.Value!);
        impostazioni["environment"] = Environments.Production;
        var errore = await Assert.ThrowsAsync<InvalidOperationException>(() => AppProcess.Start(_folder, impostazioni: impostazioni));
        Assert.Contains("«AllowedHosts» deve dire con quale nome", errore.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Configure(string ambiente, Dictionary<string, string?> impostazioni, Action<WebApplicationBuilder>? parte = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = ambiente, ContentRootPath = _folder });
        builder.Configuration.AddInMemoryCollection(impostazioni);
        (parte ?? (b => b.AddSecurity()))(builder);
    }
}
