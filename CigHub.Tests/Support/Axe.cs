using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>A rule of axe that a check leaves out, with the reason. The reason tells when the rule can be enabled again.</summary>
public sealed record AxeException(string Rule, string Reason);

/// <summary>Checks the accessibility of a page with axe: the rules of WCAG 2.2 A and AA, and axe's best practices.</summary>
public static class Axe
{
    // All of "best-practice" is included: one h1, headings in order, landmarks, no positive tabindex, no title as the only label. A RUP
    // with a screen reader notices each of them.
    private static readonly List<string> _tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    // Axe still judges the nodes that pass, but does not send them back with their html. On a long form that took most of the time.
    private static readonly HashSet<ResultType> _violationsOnly = [ResultType.Violations];

    /// <summary>Checks the page in its present state. Fails with the rule, help text, selector and HTML of each violation.</summary>
    public static async Task Check(IPage page, params AxeException[] eccezioni)
    {
        // An element half under the head, only because the page is scrolled, is no target that is too small.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.WaitUntilStill();

        var regole = eccezioni.ToDictionary(e => e.Rule, _ => new RuleOptions { Enabled = false });
        // The legacy call runs the same rules in the page itself. The newer call opens another page for each check, three seconds each, to
        // gather frames that the app does not have.
#pragma warning disable CS0618
        var esito = await page.Locator("html").RunAxeLegacy(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = _tags },
            Rules = regole,
            ResultTypes = _violationsOnly
        });
#pragma warning restore CS0618
        if (esito.Violations.Length > 0)
        {
            throw new Xunit.Sdk.XunitException(List(page.Url, esito.Violations));
        }
    }

    private static string List(string indirizzo, AxeResultItem[] violazioni)
    {
        var testo = new StringBuilder().Append("axe: ").Append(violazioni.Length).Append(" rule(s) broken on ").AppendLine(indirizzo);
        foreach (var violazione in violazioni)
        {
            testo.AppendLine().Append(violazione.Id).Append(" [").Append(violazione.Impact).Append("] ").AppendLine(violazione.Help);
            foreach (var nodo in violazione.Nodes)
            {
                testo.Append("  ").AppendLine(nodo.Target.ToString()).Append("    ").AppendLine(nodo.Html);
                foreach (var controllo in nodo.Any.Concat(nodo.All).Concat(nodo.None))
                {
                    testo.Append("    ").AppendLine(controllo.Message);
                }
            }
        }

        return testo.ToString();
    }
}
