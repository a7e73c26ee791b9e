using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>A rule of axe that a check leaves out, with the reason. The reason tells when the rule can be enabled again.</summary>
public sealed record AxeException(string Rule, string Reason);

/// <summary>Checks the accessibility of a page with axe: the rules of WCAG 2.2 A and AA, and axe's best practices.</summary>
public static class Axe
{
    // All of "best-practice" is included: one h1, headings in order, landmarks, no positive tabindex, no title as the only label. A RUP
    // with a screen reader notices each of them.
    private static readonly string[] _tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    private static readonly string _script = new BundledAxeScriptProvider().GetScript() + "; 0";

    /// <summary>Checks the page in its present state. Fails with the rule, help text, selector and HTML of each violation.</summary>
    public static Task Check(IPage page, params AxeException[] eccezioni) => Check(page, styleSheets: false, eccezioni);

    /// <param name="page">The page.</param>
    /// <param name="styleSheets">
    /// True to judge the whole style sheets too, for a rule against pages locked to one orientation. They are the same on every page, and
    /// reading them takes axe nearly as long as all other rules.
    /// </param>
    /// <param name="eccezioni">The rules that are left out.</param>
    public static async Task Check(IPage page, bool styleSheets, params AxeException[] eccezioni)
    {
        // An element half under the head, only because the page is scrolled, is no target that is too small.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.WaitUntilStill();

        // Once for each page that the browser loads. Axe judges all nodes and sends back only those that fail.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(_script);
        }

        var violations = await page.EvaluateAsync<Violation[]>(
            """
            async ([tags, left, styleSheets]) => {
                const options = {
                    runOnly: { type: 'tag', values: tags },
                    rules: Object.fromEntries(left.map(rule => [rule, { enabled: false }])),
                    resultTypes: ['violations'],
                    preload: styleSheets,
                };

                // The selectors of all nodes are worth their time only when something is wrong.
                if ((await axe.run(document, { ...options, selectors: false })).violations.length === 0) return [];
                return (await axe.run(document, options)).violations.map(v => ({
                    rule: v.id,
                    impact: v.impact,
                    help: v.help,
                    nodes: v.nodes.map(n => [n.target.join(' '), n.html, ...[...n.any, ...n.all, ...n.none].map(c => c.message)]),
                }));
            }
            """,
            new object[] { _tags, eccezioni.Select(e => e.Rule).ToArray(), styleSheets });
        if (violations.Length > 0)
        {
            throw new Xunit.Sdk.XunitException(List(page.Url, violations));
        }
    }

    /// <summary>
    /// Checks the page in a state of its own, such as a form with errors, in a long run. A plain run checks every page once and some states
    /// of each kind.
    /// </summary>
    public static Task CheckState(IPage page, params AxeException[] eccezioni) =>
        LongRun.Is ? Check(page, eccezioni) : Task.CompletedTask;

    private static string List(string address, Violation[] violations)
    {
        var text = new StringBuilder().Append("axe: ").Append(violations.Length).Append(" rule(s) broken on ").AppendLine(address);
        foreach (var violation in violations)
        {
            text.AppendLine().Append(violation.Rule).Append(" [").Append(violation.Impact).Append("] ").AppendLine(violation.Help);
            foreach (var node in violation.Nodes)
            {
                text.Append("  ").AppendJoin(Environment.NewLine + "    ", node).AppendLine();
            }
        }

        return text.ToString();
    }

    /// <summary>A rule that a page breaks, as axe tells it. Each node is its selector, its HTML, and what is wrong with it.</summary>
    private sealed class Violation
    {
        public string Rule { get; set; } = "";

        public string? Impact { get; set; }

        public string Help { get; set; } = "";

        public string[][] Nodes { get; set; } = [];
    }
}
