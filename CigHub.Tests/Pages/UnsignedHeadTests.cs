using CigHub.Tests.Security;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data.Start;

namespace CigHub.Tests.Pages;

/// <summary>Tests who is told that no key of this installation has signed the head note of the registro.</summary>
public sealed class UnsignedHeadTests
{
    [Fact]
    public async Task Auditor_and_Amministratore_are_told_and_a_RUP_is_not()
    {
        // Adjust runs when the folder exists and the app is not built yet. It writes the note.
        var folder = TestFolder.New("app");
        await using var app = new TestApp
        {
            Folder = folder,
            Adjust = _ => File.WriteAllText(new DataFolder(folder, StartSteps.None).HeadNote, new HeadNote(999_999, new byte[32], DateTime.UtcNow).Text),
        };
        await app.InitializeAsync();
        foreach (var (user, role, told) in ((string, string?, bool)[])[("auditor", null, true), ("amministratore", null, true), ("rup.tivoli", "Rup", false)])
        {
            using var client = await TestClient.SignedInAs(app, user, role);
            var notices = (await client.Drawn(AppRoutes.Cruscotto)).QuerySelectorAll("[role=alert]").Select(a => a.Shown());
            Assert.Equal(
                told ? 1 : 0,
                notices.Count(n => n.Contains("La nota della testa del registro", StringComparison.Ordinal)
                    && n.Contains("non è firmata da una chiave di questa installazione", StringComparison.Ordinal)));
        }
    }
}
