using CigHub.Tests.Browser;
using CigHub.Tests.Security;
using CigHub.Tests.Support;

namespace CigHub.Tests.Pages;

/// <summary>
/// Asks for each page of <see cref="PagesToCheck"/> by its address, as its user does with a bookmark. A browser test mostly reaches a page by
/// the circuit of the page before.
/// </summary>
public sealed class EveryPageTests
{
    [Fact]
    public async Task Each_answers_by_its_address_with_a_heading_and_its_data()
    {
        await using var app = await TestApp.Start();
        foreach (var (person, role, pages) in (IReadOnlyList<(string? Person, string? Role, IReadOnlyList<string> Pages)>)
        [
            ("rup.tivoli", "Rup", await PagesToCheck.PagineDelRup(app)),
            ("amministratore", null, [.. await PagesToCheck.PagineDelCatalogo(app), .. await PagesToCheck.PagineDellAnagrafe(app)]),
            .. await PagesToCheck.PagesOfTheOthers(app),
        ])
        {
            using var client = new TestClient(app);
            if (person is not null)
            {
                await client.SignIn(person, role);
            }

            foreach (var address in pages)
            {
                await client.Drawn(address);
            }
        }
    }
}
