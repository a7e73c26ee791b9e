using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>A rule of axe that a check leaves out, and why: without a reason nobody will dare to take it back in.</summary>
public sealed record EccezioneAxe(string Regola, string Motivo);

/// <summary>The accessibility check: axe with the rules of WCAG 2.2 A and AA, and its best practices.</summary>
public static class Axe
{
    // "best-practice" whole: one h1, headings in order, landmarks, no positive tabindex, no title as the only label. A RUP with a
    // screen reader feels each of them.
    private static readonly List<string> _etichette = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    // What passed is judged all the same but not sent back, node by node with its html: on a long form that took most of the time.
    private static readonly HashSet<ResultType> _soloViolazioni = [ResultType.Violations];

    /// <summary>Fails with rule, help, selector and html of each violation on the page as it stands now.</summary>
    public static async Task Controlla(IPage page, params EccezioneAxe[] eccezioni)
    {
        // What stands half under the head only because of how far the page was scrolled is not too small a target.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.AttendiFerma();

        var regole = eccezioni.ToDictionary(e => e.Regola, _ => new RuleOptions { Enabled = false });
        // The same rules, run in the page itself: the way that replaces this one opens a page of its own for each check, three seconds each, to
        // gather frames that we do not have.
#pragma warning disable CS0618
        var esito = await page.Locator("html").RunAxeLegacy(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = _etichette }, Rules = regole, ResultTypes = _soloViolazioni });
#pragma warning restore CS0618
        if (esito.Violations.Length > 0)
        {
            throw new Xunit.Sdk.XunitException(Elenco(page.Url, esito.Violations));
        }
    }

    private static string Elenco(string indirizzo, AxeResultItem[] violazioni)
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
