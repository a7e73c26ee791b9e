using System.Text;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the box for the CIG. When a whole page of the portal, with a password on it, is pasted into the box, only the CIG may be kept.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class OnlyTheCigTests(BrowserFixture browser)
{
    private const string Finta = "Provvisoria-Zq7w93";

    [Fact]
    public async Task Di_cio_che_si_incolla_resta_solo_il_CIG()
    {
        var cartella = Directory.CreateTempSubdirectory("cighub-cig-").FullName;
        try
        {
            var cig = InventedCodes.Cig('B', 0x61107E).Valore;
            await using var app = await AppProcess.OnTemplate(
                cartella, new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Debug", ["Palestra:Attiva"] = "false" });
            await using (var rup = await browser.NewPage(app.Address))
            {
                var page = rup.Page;
                await page.SignIn("rup2.tivoli", "Rup");
                await page.Go(AppRoutes.Cruscotto);
                await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Verifica sul portale") }).First.ClickAsync();

                // Paste a page copied whole, first without a CIG, then with one.
                var casella = page.GetByLabel("Incolla qui il CIG Derivato");
                await casella.FillAsync($"Nome Utente: rup2\tPassword: {Finta}\nNuovo Affidamento");
                await Expect(page.Locator("#cig-errore")).Not.ToBeEmptyAsync();
                await casella.FillAsync($"Nome Utente: rup2\tPassword: {Finta}\nCIG Derivato\t{cig}\nPassword: {Finta}");
                await Expect(page.GetByText("CIG trovato:")).ToContainTextAsync(cig);
                await page.Bottone("Registra il CIG Derivato").ClickAsync();
                await Expect(page.GetByText("CIG Derivato acquisito:")).ToContainTextAsync(cig);
            }

            app.Kill();
            Assert.DoesNotContain(Finta, app.Output, StringComparison.Ordinal);
            var file = Directory.GetFiles(cartella, "*", SearchOption.AllDirectories);
            Assert.Contains(file, f => Contains(f, Encoding.UTF8.GetBytes(cig)));
            Assert.DoesNotContain(file, f => Contains(f, Encoding.UTF8.GetBytes(Finta)) || Contains(f, Encoding.Unicode.GetBytes(Finta)));
        }
        finally
        {
            Directory.Delete(cartella, recursive: true);
        }
    }

    private static bool Contains(string file, byte[] cercati) => File.ReadAllBytes(file).AsSpan().IndexOf(cercati) >= 0;
}
