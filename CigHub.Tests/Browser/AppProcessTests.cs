using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CigHub.Tests.Support;
using CigHub.Web.Common;

namespace CigHub.Tests.Browser;

[Collection(BrowserChains.Second)]
public sealed class AppProcessTests(BrowserFixture browser) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cighub-processo-").FullName;

    [Fact]
    [LongRun(typeof(InterruptionTests), "the kill of a real process by itself")]
    public async Task Un_app_uccisa_riparte_sugli_stessi_dati_e_sulla_stessa_porta_e_non_sopravvive()
    {
        int primo, secondo;
        await using (var app = await AppProcess.OnTemplate(_folder))
        {
            await using var testPage = await browser.NewPage(app.Address);
            testPage.ExpectServerDown();
            await testPage.Page.SignIn("rup.tivoli");
            await testPage.Page.Go(AppRoutes.Cruscotto);
            primo = app.Id!.Value;

            app.Kill();
            Assert.True(Finito(primo));
            Assert.Null(app.Id);

            await app.Restart();
            secondo = app.Id!.Value;
            await testPage.Page.SignIn("rup.tivoli");
            await testPage.Page.Go(AppRoutes.Cruscotto);
        }

        Assert.NotEqual(primo, secondo);
        Assert.True(Finito(secondo));
    }

    [Fact]
    [LongRun(typeof(InterruptionTests), "a port that is taken")]
    public async Task Un_app_che_trova_la_porta_occupata_lo_dice_con_quello_che_ha_scritto()
    {
        using var altri = new TcpListener(IPAddress.Loopback, 0);
        altri.Start();
        var porta = ((IPEndPoint)altri.LocalEndpoint).Port;

        var errore = await Assert.ThrowsAsync<InvalidOperationException>(() => AppProcess.Start(_folder, porta));

        Assert.Contains("address already in use", errore.Message, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool Finito(int id) => Process.GetProcesses().All(p => p.Id != id || p.HasExited);
}
