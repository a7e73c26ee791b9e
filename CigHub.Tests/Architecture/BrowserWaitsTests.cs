using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Checks that browser tests wait only through <see cref="Support.Waits"/>. Playwright's own waits for an address and for a load check the
/// state first and subscribe afterwards, on another thread than the one that raises the event. On a busy machine they miss an event in
/// between and wait in vain.
/// </summary>
public sealed partial class BrowserWaitsTests
{
    private const string Allowed = "Waits.cs";

    [Fact]
    public void No_browser_test_waits_for_an_address_or_a_load_by_itself() => Assert.Empty(
        from file in Directory.EnumerateFiles(Path.Combine(House.Root, "CigHub.Tests"), "*.cs", SearchOption.AllDirectories)
        where Path.GetFileName(file) is not (Allowed or nameof(BrowserWaitsTests) + ".cs") && OwnWait().IsMatch(File.ReadAllText(file))
        select Path.GetFileName(file));

    [Theory]
    [InlineData("await page.WaitForURLAsync(\"**/accedi\");")]
    [InlineData("await page.WaitForLoadStateAsync(LoadState.NetworkIdle);")]
    public void The_check_finds_such_a_wait(string line) => Assert.Matches(OwnWait(), line);

    [GeneratedRegex(@"\.WaitFor(URL|LoadState|Navigation)Async\(|RunAndWaitForNavigationAsync\(")]
    private static partial Regex OwnWait();
}
